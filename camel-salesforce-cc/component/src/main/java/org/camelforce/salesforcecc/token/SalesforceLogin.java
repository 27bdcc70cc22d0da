package org.camelforce.salesforcecc.token;

import java.util.concurrent.CompletableFuture;

/**
 * The login of one started component, to watch and steer it. Components with the same settings share one login. All
 * methods may be called from any thread, and none blocks.
 */
public interface SalesforceLogin {

    /** {@return what is known about the login at this moment} */
    TokenStatus status();

    /**
     * Logs in now, although the token in use may be valid. That token stays in use until the new one is there. Backoff
     * and rate limits apply as always. A login that is under way is joined.
     *
     * @return a future of its own for every caller: canceling it does not cancel the login. It completes with the new
     *     token, or fails with a {@link org.camelforce.salesforcecc.auth.LoginException}.
     */
    CompletableFuture<TokenEntry> renewNow();

    /** Drops the token in use without ending its session at Salesforce. The next request logs in. */
    void forget();

    /**
     * Adds a listener. It receives every transition from now on until the component stops. Add it again after the
     * component has started again, to the login that the component returns then.
     *
     * @param listener called on the thread that causes the transition; it must return quickly
     */
    void addEventListener(TokenEventListener listener);

    /**
     * Removes a listener. It may still receive a transition that is being delivered.
     *
     * @param listener one that was added; others are ignored
     */
    void removeEventListener(TokenEventListener listener);
}
