package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsCandidatesTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<ClientCredentials, ClientCredentialsAuthenticationStrategy> flow =
            pair -> new ClientCredentialsAuthenticationStrategy(
                    new OAuthClient(
                            new HttpClient(),
                            LoginUrl.parse("https://acme.my.salesforce.com", TrustedHosts.salesforceOnly())),
                    () -> pair);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void r19ReadWhenTheSourceHangsThenFailsAfterItsTimeoutAndTheThreadIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        LoginCandidates candidates = candidates(Duration.ofMillis(200), () -> {
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
        LoginCandidates candidates = candidates(LONG, () -> {
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

    @Test
    void r19ReadWhenThreeCallsHaveNotComeBackThenTheFourthIsNotMade() {
        CountDownLatch comeBack = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        LoginCandidates candidates = candidates(LONG, () -> {
            calls.incrementAndGet();
            comeBack.await();
            return List.of(new ClientCredentials("key", "secret"));
        });
        List<CompletableFuture<List<LoginCandidate>>> hanging =
                Stream.generate(candidates::read).limit(3).toList();

        assertThat(failureOf(candidates.read())).hasMessageContaining("Restart the process");

        comeBack.countDown();
        assertThat(hanging).allSatisfy(reading -> assertThat(reading.join()).hasSize(1));
        assertThat(candidates.read().join()).hasSize(1);
        assertThat(calls).hasValue(4);
    }

    /** A thread that has given its answer may take a while until its executor can use it again. */
    @Test
    void r19ReadWhenTheAnswerIsThereThenTheNextCallIsMadeBeforeTheThreadIsBack() {
        CountDownLatch back = new CountDownLatch(1);
        LoginCandidates candidates = new ClientCredentialsCandidates(
                () -> List.of(new ClientCredentials("key", "secret")),
                work -> threads.execute(() -> {
                    work.run();
                    awaitQuietly(back);
                }),
                LONG,
                flow);

        for (int reading = 0; reading < 10; reading++) {
            assertThat(candidates.read().join()).hasSize(1);
        }
        back.countDown();
    }

    @Test
    void r19ReadWhenAnAnswerIsFollowedByAnotherReadOnItsThreadThenNoneIsRejected() {
        LoginCandidates candidates = candidates(LONG, () -> List.of(new ClientCredentials("key", "secret")));
        CompletableFuture<List<LoginCandidate>> last = candidates.read();
        for (int reading = 0; reading < 10; reading++) {
            last = last.thenCompose(found -> candidates.read());
        }

        assertThat(last.join()).hasSize(1);
    }

    @Test
    void r19ReadWhenCallsNeverBeginThenTheyDoNotCountForEver() {
        List<Runnable> waiting = new ArrayList<>();
        LoginCandidates candidates = new ClientCredentialsCandidates(
                () -> List.of(new ClientCredentials("key", "secret")), waiting::add, Duration.ofMillis(1), flow);

        for (int reading = 0; reading < 10; reading++) {
            assertThat(failureOf(candidates.read())).hasMessageContaining("has not answered within");
        }
        waiting.forEach(Runnable::run);
        for (int reading = 0; reading < 10; reading++) {
            assertThat(failureOf(candidates.read())).hasMessageContaining("has not answered within");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {RejectedExecutionException.class, OutOfMemoryError.class})
    void r19ReadWhenTheExecutorFailsForAWhileThenTheNextCallIsMade(Class<? extends Throwable> thrown) {
        AtomicBoolean fails = new AtomicBoolean(true);
        LoginCandidates candidates = new ClientCredentialsCandidates(
                () -> List.of(new ClientCredentials("key", "secret")),
                work -> {
                    if (!fails.get()) {
                        work.run();
                    } else if (thrown == OutOfMemoryError.class) {
                        throw new OutOfMemoryError("no thread");
                    } else {
                        throw new RejectedExecutionException("busy");
                    }
                },
                LONG,
                flow);
        for (int reading = 0; reading < 10; reading++) {
            catchThrowable(() -> candidates.read().join());
        }

        fails.set(false);

        assertThat(candidates.read().join()).hasSize(1);
    }

    @Test
    void r11VersionReadWhenTheSourceChangesWhileItIsReadThenTheOneBefore() {
        AtomicInteger version = new AtomicInteger(7);
        LoginCandidates candidates = candidates(LONG, new CredentialsSource() {
            @Override
            public List<ClientCredentials> candidates() {
                version.incrementAndGet();
                return List.of(new ClientCredentials("key", "secret"));
            }

            @Override
            public Object version() {
                return version.get();
            }
        });

        candidates.read().join();

        assertThat(candidates.versionRead()).isEqualTo(7);
        assertThat(candidates.version()).isEqualTo(8);
    }

    @Test
    void r11VersionReadWhenTheSourceCannotTellThenTheCredentialsAreReadAndItIsAnotherOne() {
        LoginCandidates candidates = candidates(LONG, new CredentialsSource() {
            @Override
            public List<ClientCredentials> candidates() {
                return List.of(new ClientCredentials("key", "secret"));
            }

            @Override
            public Object version() {
                throw new NoClassDefFoundError("vault");
            }
        });

        assertThat(candidates.read().join()).hasSize(1);
        Object first = candidates.versionRead();
        assertThat(candidates.read().join()).hasSize(1);
        assertThat(candidates.versionRead()).isInstanceOf(UnknownVersion.class).isNotEqualTo(first);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LoginCandidates candidates(Duration timeout, CredentialsSource source) {
        return new ClientCredentialsCandidates(source, threads, timeout, flow);
    }

    private static LoginUnavailableException failureOf(CompletableFuture<List<LoginCandidate>> reading) {
        return (LoginUnavailableException) LoginException.of(catchThrowable(reading::join));
    }
}
