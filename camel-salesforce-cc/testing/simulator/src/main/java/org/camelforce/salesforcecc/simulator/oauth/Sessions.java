package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/**
 * The sessions of an org. A session ends after its time-out has passed without activity, which every use slides (Object
 * Reference, "AuthSession"), or when it is ended here. Safe for use by several threads.
 */
public interface Sessions {

    /** @return what further logins do */
    TokenIssue tokenIssue();

    /** @param tokenIssue what further logins do from now on */
    void setTokenIssue(TokenIssue tokenIssue);

    /**
     * Logs a user in, by a new session or, depending on {@link #tokenIssue}, by the one that is there.
     *
     * @param clientId consumer key of the app
     * @param user the user
     * @param scope scopes granted, separated by blanks
     * @param timeout how long the session lives without activity
     * @return the session, empty if the user is inactive
     */
    Optional<Session> open(String clientId, User user, String scope, Duration timeout);

    /** @return the live sessions, oldest first */
    List<Session> live();

    /**
     * Ends one session, as revocation or an administrator does.
     *
     * @param token its token
     * @return whether there was such a session
     */
    boolean end(String token);

    /**
     * Ends all sessions, as an administrator does.
     *
     * @return how many were alive
     */
    int endAll();

    /**
     * Looks a token up without counting as use.
     *
     * @param token an access token
     * @return its session, empty if it is unknown, expired or ended
     */
    Optional<Session> peek(String token);

    /**
     * What a further login by the same app and user does to the session that is there. Salesforce does not document
     * this for client credentials, and reports differ, so a client has to cope with each.
     */
    enum TokenIssue {
        /** The same token again for as long as its session lives; the login counts as use of it. */
        SAME_WHILE_LIVE,
        /** A new token each time; older ones stay valid until they time out. */
        FRESH_EACH_TIME,
        /** A new token each time, which ends the older sessions of the same app and user. */
        FRESH_ENDS_OLDER
    }
}
