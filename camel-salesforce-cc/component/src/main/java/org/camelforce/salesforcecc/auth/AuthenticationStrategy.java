package org.camelforce.salesforcecc.auth;

import java.util.concurrent.CompletableFuture;

/**
 * How to log in. The component asks its strategy for a token when it needs one and never more than once at a time for
 * one login identity; the strategy does not keep or renew the token, nor limit logins.
 *
 * <p>The client credentials flow is the default. Bind your own bean to the component's option
 * {@code authenticationStrategy} to get tokens from elsewhere, for example from a broker that holds the credentials.
 */
@FunctionalInterface
public interface AuthenticationStrategy {

    /**
     * Logs in once. Must not block: I/O belongs into the returned future. May be called from any thread.
     *
     * @return a future of the token. It fails with {@link LoginDeniedException} when trying again is pointless until
     *     someone changes a setting, and with {@link LoginUnavailableException} when it may succeed later; any other
     *     failure is treated as the latter. It must complete in the end: no other login is made before.
     */
    CompletableFuture<AccessToken> authenticate();
}
