package org.camelforce.salesforcecc.auth;

import java.util.concurrent.CompletableFuture;

/**
 * Asks whether a token is active and until when (RFC 7662). An {@link AuthenticationStrategy} of the user's that
 * implements this too is asked like Salesforce is.
 */
@FunctionalInterface
public interface TokenIntrospection {

    /**
     * Asks once. Must not block.
     *
     * @param token a token
     * @return a future of the answer. It fails with {@link LoginDeniedException} when the question is denied, with
     *     {@link LoginUnavailableException} when there is no answer for now; neither says anything about the token.
     */
    CompletableFuture<Introspection> introspect(AccessToken token);
}
