package org.camelforce.salesforcecc.internal.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The client credentials flow with every pair that a {@link CredentialsSource} yields. The source is asked on a thread
 * of its own, because it may have to read a file or ask a vault.
 */
public final class ClientCredentialsCandidates implements LoginCandidates {

    private static final int MAX_OUTSTANDING = 3;

    private final Semaphore outstanding = new Semaphore(MAX_OUTSTANDING);
    private final CredentialsSource source;
    private final Executor executor;
    private final Duration timeout;
    private final Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow;
    private volatile @Nullable Object versionRead;

    /**
     * @param source yields the pairs
     * @param executor runs the source; each call that hangs keeps a thread, and three calls at most are made at once
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
        if (!outstanding.tryAcquire()) {
            return CompletableFuture.failedFuture(noneFree(null));
        }
        Call call = new Call();
        boolean accepted = false;
        try {
            executor.execute(call.task);
            accepted = true;
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(noneFree(e));
        } finally {
            if (!accepted) {
                call.abandon();
            }
        }
        return call.answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionallyCompose(failure -> {
            if (!(failure instanceof TimeoutException late)) {
                return CompletableFuture.failedFuture(failure);
            }
            call.abandon();
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

    /** One call of the source. It counts until it has come back, or is sure never to begin. */
    private final class Call {

        private final CompletableFuture<List<LoginCandidate>> answer = new CompletableFuture<>();
        private final FutureTask<?> task = new FutureTask<>(this::run, null);
        private final AtomicBoolean begunOrAbandoned = new AtomicBoolean();

        /** Errors included: who waits must be told of them. Whoever has the answer may read again at once. */
        private void run() {
            if (!begunOrAbandoned.compareAndSet(false, true)) {
                return;
            }
            List<LoginCandidate> found;
            try {
                found = ask();
            } catch (Throwable e) {
                outstanding.release();
                answer.completeExceptionally(e);
                return;
            }
            outstanding.release();
            answer.complete(found);
        }

        private void abandon() {
            if (begunOrAbandoned.compareAndSet(false, true)) {
                outstanding.release();
            }
            task.cancel(true);
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

    /** The credentials can be read although their version cannot be told. */
    private @Nullable Object versionNow() {
        try {
            return source.version();
        } catch (Throwable e) {
            return new UnknownVersion();
        }
    }

    private LoginCandidate candidate(ClientCredentials pair) {
        ClientCredentialsAuthenticationStrategy strategy = flow.apply(pair);
        String name = "consumer key " + Fingerprint.of(pair.clientId()) + ", secret " + pair.secretFingerprint();
        return new LoginCandidate(name, strategy, strategy);
    }

    private static CompletionException noneFree(@Nullable Exception cause) {
        return unreadable(
                "earlier calls of their source have not come back. Restart the process if the source works", cause);
    }

    private static CompletionException unreadable(String why, @Nullable Exception cause) {
        return new CompletionException(new LoginUnavailableException(
                Reason.NO_CREDENTIALS, "The consumer key and secret could not be read: " + why, 0, null, cause));
    }
}
