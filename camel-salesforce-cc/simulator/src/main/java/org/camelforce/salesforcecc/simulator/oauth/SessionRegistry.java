package org.camelforce.salesforcecc.simulator.oauth;

import java.util.Optional;
import java.util.function.Consumer;

/** The live sessions. */
public interface SessionRegistry {

    /**
     * Looks a token up and counts as use of the session, which slides its time-out.
     *
     * @param token an access token
     * @return its session, empty if it is unknown, expired or ended
     */
    Optional<Session> use(String token);

    /**
     * Looks a token up without counting as use.
     *
     * @param token an access token
     * @return its session, empty if it is unknown, expired or ended
     */
    Optional<Session> peek(String token);

    /**
     * @param listener called with each session that is ended by revocation or by an administrator, on the ending thread
     */
    void addEndListener(Consumer<Session> listener);
}
