package org.camelforce.salesforcecc.internal.http;

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
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.internal.token.Relocation;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.token.TokenEntry;

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
    Optional<BearerToken> grantFor(Origin requested, long patienceMillis)
            throws LoginException, InterruptedIOException {
        Optional<TokenEntry> current = tokens.current();
        if (current.isEmpty() && !candidates.test(requested.url())) {
            return Optional.empty();
        }
        TokenEntry known = current.isPresent() ? current.get() : await(tokens.obtain(), patienceMillis);
        BearerToken grant = grant(known);
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
     * Reports that a token was rejected.
     *
     * @param rejected the grant whose token was rejected
     * @return the login that yields the next one
     */
    CompletableFuture<TokenEntry> renew(BearerToken rejected) {
        return tokens.renew(rejected.token());
    }

    /**
     * Reports that the org is not where a request went.
     *
     * @param rejected the grant that said where
     * @return the login that tells the address
     */
    CompletableFuture<TokenEntry> relocate(BearerToken rejected) {
        return tokens.relocate(rejected.token(), rejected.target().url());
    }

    /** Whether no login was tried, so that Salesforce's own answer says more than this. */
    static boolean isThrottled(CompletableFuture<TokenEntry> login) {
        return login.isCompletedExceptionally()
                && SessionRejection.isAnswerPassedOn(LoginException.of(failureOf(login)));
    }

    /**
     * Waits for a login.
     *
     * @param login the login
     * @param patienceMillis as for {@link #grantFor}
     * @return the token to send and where to
     * @throws LoginException if there is no other token
     * @throws InterruptedIOException if the thread is interrupted; its flag is set again and the login goes on
     */
    BearerToken grant(CompletableFuture<TokenEntry> login, long patienceMillis)
            throws LoginException, InterruptedIOException {
        return grant(await(login, patienceMillis));
    }

    /**
     * Waits for a login that tells the org's address.
     *
     * @param rejected where it is not
     * @param login the login
     * @param patienceMillis as for {@link #grantFor}
     * @return the token to send and where to, which may be the same place
     * @throws SalesforceException if there is no other token, or if the address is fixed by an option
     * @throws InterruptedIOException if the thread is interrupted; its flag is set again and the login goes on
     */
    BearerToken grantElsewhere(BearerToken rejected, CompletableFuture<TokenEntry> login, long patienceMillis)
            throws SalesforceException, InterruptedIOException {
        AccessToken token = await(login, patienceMillis).token();
        Optional<SalesforceException> objection =
                new Relocation(rejected.target().url(), instanceUrl.apply(token), token.instanceUrl()).objection();
        if (objection.isPresent()) {
            throw objection.get();
        }
        return grant(token);
    }

    /**
     * Reports that the token of a replay was rejected. Does not wait.
     *
     * @param rejected the token
     * @throws LoginException if the renewal had returned that same token
     */
    void rejectedAgain(BearerToken rejected) throws LoginException {
        Optional<LoginException> objection = tokens.rejectedAgain(rejected.token());
        if (objection.isPresent()) {
            throw objection.get();
        }
    }

    private static Throwable failureOf(CompletableFuture<TokenEntry> failed) {
        return failed.handle((entry, failure) -> failure).join();
    }

    private BearerToken grant(TokenEntry entry) {
        return grant(entry.token());
    }

    private BearerToken grant(AccessToken token) {
        Origin target = Origin.of(instanceUrl.apply(token));
        instances.add(target);
        return new BearerToken(token.value(), target);
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
