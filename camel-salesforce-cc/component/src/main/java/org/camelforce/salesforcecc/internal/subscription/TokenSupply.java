package org.camelforce.salesforcecc.internal.subscription;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;

/** What a subscription needs to know of tokens. */
interface TokenSupply {

    /** Completes with a token as soon as there has been one, however long that takes. */
    CompletableFuture<TokenEntry> first();

    /** Completes with the token that replaces a rejected one. */
    CompletableFuture<TokenEntry> renew(String rejected);

    /**
     * Reports that a token was rejected that had replaced a rejected one, so that the next login waits for its backoff.
     *
     * @return why another login would not help; empty if it may
     */
    Optional<LoginException> rejectedAgain(String token);
}
