package org.camelforce.salesforcecc.auth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Duration timeout;
    private final Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow;
    private volatile @Nullable Object versionRead;

    /**
     * @param source yields the pairs
     * @param executor runs the source
     * @param timeout how long the source may take; then its thread is interrupted, and the reading has failed
     * @param flow how to log in with a pair
     */
    public ClientCredentialsCandidates(
            CredentialsSource source,
            Executor executor,
            Duration timeout,
            Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow) {
        this.source = Objects.requireNonNull(source, "source");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.flow = Objects.requireNonNull(flow, "flow");
    }

    @Override
    public CompletableFuture<List<LoginCandidate>> read() {
        CompletableFuture<List<LoginCandidate>> answer = new CompletableFuture<>();
        FutureTask<?> asking = new FutureTask<>(() -> answer(answer), null);
        try {
            executor.execute(asking);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(unreadable(
                    "earlier calls of their source have not come back. Restart the process if the source works", e));
        }
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionallyCompose(failure -> {
            if (!(failure instanceof TimeoutException late)) {
                return CompletableFuture.failedFuture(failure);
            }
            asking.cancel(true);
            return CompletableFuture.failedFuture(
                    unreadable("their source has not answered within " + timeout.toSeconds() + " s", late));
        });
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public @Nullable Object version() {
        return source.version();
    }

    @Override
    public @Nullable Object versionRead() {
        return versionRead;
    }

    /** Errors included: who waits must hear of them. */
    private void answer(CompletableFuture<List<LoginCandidate>> answer) {
        try {
            answer.complete(ask());
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }

    private List<LoginCandidate> ask() {
        List<ClientCredentials> pairs;
        versionRead = versionNow();
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

    /** The credentials can be read although their version cannot be told: that is another one than any. */
    private @Nullable Object versionNow() {
        try {
            return source.version();
        } catch (Throwable e) {
            return new Object();
        }
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
