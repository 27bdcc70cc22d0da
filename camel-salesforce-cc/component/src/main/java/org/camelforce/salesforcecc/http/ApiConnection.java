package org.camelforce.salesforcecc.http;

import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.Origin;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenManager;

/**
 * A component's connection as HTTP clients see it: which token a request gets, if any. A token is granted for the
 * origin of its own instance URL and for nothing else; a request to an instance that the org has left is granted the
 * token of the present one, there. Safe for use by several threads; no lock is held while a login is under way.
 */
public final class ApiConnection {

    private final TokenManager tokens;
    private final Function<AccessToken, URI> instanceUrl;
    private final Predicate<URI> candidates;
    private final long timeoutMillis;
    private final Set<Origin> instances = ConcurrentHashMap.newKeySet();

    /**
     * @param tokens where tokens come from
     * @param instanceUrl where the API is called with a token
     * @param candidates which URLs an instance can have; before the first login, a request elsewhere does not wait for
     *     it
     * @param timeoutMillis how long a request waits for a login at most, in milliseconds
     */
    public ApiConnection(
            TokenManager tokens,
            Function<AccessToken, URI> instanceUrl,
            Predicate<URI> candidates,
            long timeoutMillis) {
        this.tokens = Objects.requireNonNull(tokens, "tokens");
        this.instanceUrl = Objects.requireNonNull(instanceUrl, "instanceUrl");
        this.candidates = Objects.requireNonNull(candidates, "candidates");
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @param requested where a request goes
     * @param patienceMillis how long it can wait for a login, in milliseconds; 0 for as long as the component's
     *     requests
     * @return the token to send and where to, empty if the request is none of ours
     * @throws LoginException if there is no token
     * @throws InterruptedIOException if the thread is interrupted; its flag is set again and the login goes on
     */
    Optional<Grant> grantFor(Origin requested, long patienceMillis) throws LoginException, InterruptedIOException {
        Optional<TokenEntry> current = tokens.current();
        if (current.isEmpty() && !candidates.test(requested.url())) {
            return Optional.empty();
        }
        TokenEntry known = current.isPresent() ? current.get() : await(tokens.obtain(), patienceMillis);
        Grant grant = grant(known);
        if (!instances.contains(requested)) {
            return Optional.empty();
        }
        TokenEntry next = current.isPresent() ? upToDate(known, patienceMillis) : known;
        return Optional.of(next == known ? grant : grant(next));
    }

    /** A token that is to be replaced now is waited for, and used all the same if its replacement is not to be had. */
    private TokenEntry upToDate(TokenEntry known, long patienceMillis) throws InterruptedIOException {
        try {
            return await(tokens.obtain(), patienceMillis);
        } catch (LoginException e) {
            return known;
        }
    }

    /**
     * Reports that a token was refused, and waits for the one to go on with.
     *
     * @param refused the grant whose token was refused
     * @param patienceMillis as for {@link #grantFor}
     * @return the token to send and where to
     * @throws LoginException if there is no other token
     * @throws InterruptedIOException if the thread is interrupted; its flag is set again and the login goes on
     */
    Grant renew(Grant refused, long patienceMillis) throws LoginException, InterruptedIOException {
        return grant(await(tokens.renew(refused.token()), patienceMillis));
    }

    /**
     * Looks at why a token that a renewal returned once more is refused again. Does not wait.
     *
     * @param refused the token
     * @throws LoginException if the next login is not due yet
     */
    void checkSameTokenAgain(Grant refused) throws LoginException {
        CompletableFuture<TokenEntry> next = tokens.renew(refused.token());
        if (next.isCompletedExceptionally()) {
            try {
                next.join();
            } catch (RuntimeException e) {
                throw LoginException.of(e);
            }
        }
    }

    private Grant grant(TokenEntry entry) {
        Origin target = Origin.of(instanceUrl.apply(entry.token()));
        instances.add(target);
        return new Grant(entry.token().value(), target);
    }

    private TokenEntry await(CompletableFuture<TokenEntry> login, long patienceMillis)
            throws LoginException, InterruptedIOException {
        long patience = patienceMillis > 0 ? Math.min(patienceMillis, timeoutMillis) : timeoutMillis;
        try {
            return login.get(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a login");
        } catch (TimeoutException | ExecutionException e) {
            throw LoginException.of(e);
        }
    }
}
