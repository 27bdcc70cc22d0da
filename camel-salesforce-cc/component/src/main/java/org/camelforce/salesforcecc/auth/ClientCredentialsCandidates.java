package org.camelforce.salesforcecc.auth;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The client credentials flow with every pair that a {@link CredentialsSource} yields. The source is asked on a thread
 * of its own, because it may have to read a file or ask a vault.
 */
public final class ClientCredentialsCandidates implements LoginCandidates {

    private final CredentialsSource source;
    private final Executor executor;
    private final Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow;

    /**
     * @param source yields the pairs
     * @param executor runs the source
     * @param flow how to log in with a pair
     */
    public ClientCredentialsCandidates(
            CredentialsSource source,
            Executor executor,
            Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow) {
        this.source = Objects.requireNonNull(source, "source");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.flow = Objects.requireNonNull(flow, "flow");
    }

    @Override
    public CompletableFuture<List<LoginCandidate>> read() {
        return CompletableFuture.supplyAsync(this::ask, executor);
    }

    @Override
    public @Nullable Object version() {
        return source.version();
    }

    private List<LoginCandidate> ask() {
        List<ClientCredentials> pairs;
        try {
            pairs = source.candidates();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable("interrupted", e);
        } catch (Exception e) {
            throw unreadable(e.toString(), e);
        }
        if (pairs == null || pairs.isEmpty()) {
            throw unreadable("it yields no consumer key and secret", null);
        }
        return pairs.stream().distinct().map(this::candidate).toList();
    }

    private LoginCandidate candidate(ClientCredentials pair) {
        ClientCredentialsAuthenticationStrategy strategy = flow.apply(pair);
        String name = "consumer key " + Fingerprint.of(pair.clientId()) + ", secret " + pair.secretFingerprint();
        return new LoginCandidate(name, strategy, strategy);
    }

    private static CompletionException unreadable(String why, @Nullable Exception cause) {
        return new CompletionException(new LoginUnavailableException(
                Reason.NO_CREDENTIALS, "The consumer key and secret could not be read: " + why, 0, null, cause));
    }
}
