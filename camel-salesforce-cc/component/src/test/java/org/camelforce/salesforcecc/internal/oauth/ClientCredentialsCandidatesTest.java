package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientCredentialsCandidatesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void r19ReadWhenTheSourceHangsThenFailsAfterItsTimeoutAndTheThreadIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        LoginCandidates candidates = candidates(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return List.of();
        });

        LoginUnavailableException failure = failureOf(candidates.read());

        assertThat(failure.reason()).isEqualTo(Reason.NO_CREDENTIALS);
        assertThat(failure).hasMessageContaining("has not answered within");
        interrupted.await();
    }

    @Test
    void r19ReadWhenTheSourceThrowsAnErrorThenTheFutureFails() {
        LoginCandidates candidates = candidates(() -> {
            throw new NoClassDefFoundError("vault");
        });

        assertThat(failureOf(candidates.read())).hasMessageContaining("vault");
    }

    @Test
    void r19ReadWhenNoThreadIsFreeThenTheMessageSaysWhatToDo() {
        LoginCandidates candidates = new ClientCredentialsCandidates(
                List::of,
                work -> {
                    throw new RejectedExecutionException("busy");
                },
                Duration.ofSeconds(1),
                pair -> null);

        assertThat(failureOf(candidates.read())).hasMessageContaining("Restart the process");
    }

    private LoginCandidates candidates(CredentialsSource source) {
        return new ClientCredentialsCandidates(source, threads, Duration.ofMillis(200), pair -> null);
    }

    private static LoginUnavailableException failureOf(CompletableFuture<List<LoginCandidate>> reading) {
        return (LoginUnavailableException) LoginException.of(catchThrowable(reading::join));
    }
}
