package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.oauth.BearerToken;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.cometd.bayeux.server.BayeuxContext;

/**
 * Finds the session behind a request's {@code Authorization} header. JWT-based access tokens are rejected: they are for
 * REST APIs (Salesforce Help), and the Pub/Sub API is known to reject them; that the Streaming API does is believed,
 * not confirmed.
 */
final class Authentication {

    private static final Pattern HEADER = Pattern.compile("(?:OAuth|Bearer)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private final SessionRegistry sessions;

    Authentication(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    /**
     * Counts as use of the session.
     *
     * @throws StreamingException if there is no such session
     */
    Session of(BayeuxContext request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_REQUIRED);
        }
        Matcher matcher = HEADER.matcher(header.trim());
        if (!matcher.matches()) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID);
        }
        if (BearerToken.isJwt(matcher.group(1))) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID);
        }
        return sessions.use(matcher.group(1))
                .orElseThrow(() -> StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID));
    }

    /**
     * Like {@link #of}, for a client that has shaken hands. The client is bound to the session before it is looked up
     * again, so that an end of the session in between is noticed here or by the session's end listener.
     */
    void renew(Client client, BayeuxContext request) {
        Session session = of(request);
        if (!client.isOwnedBy(session.userId())) {
            throw StreamingException.unauthenticated("400::Authenticated user id does not match the session's user id");
        }
        client.belongTo(session);
        if (sessions.peek(session.token()).isEmpty()) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID);
        }
    }
}
