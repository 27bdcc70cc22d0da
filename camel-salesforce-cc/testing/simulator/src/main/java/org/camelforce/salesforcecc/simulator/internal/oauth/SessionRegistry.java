package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.util.Optional;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.simulator.oauth.Session;

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
     * Keeps a session from timing out for as long as a request of it is held. Ends and revocations hit it all the same.
     *
     * @param token an access token
     * @return the hold, which does nothing if the token is unknown, expired or ended
     */
    Hold hold(String token);

    /**
     * @param listener called with each session that is ended by revocation or by an administrator, on the ending thread
     */
    void addEndListener(Consumer<Session> listener);

    /** What keeps a session from timing out. Safe for use by several threads. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {

        /** Lets go, which counts as use of the session; the first call counts. */
        @Override
        void close();
    }
}
