package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.token.Tokens.rejected;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTokenManagersTest {

    private static final TokenTime TIME = TokenTime.system();

    private final CamelContext context = new DefaultCamelContext();
    private final SharedTokenManagers managers = SharedTokenManagers.of(context);
    private final HandStrategy first = new HandStrategy();
    private final HandStrategy second = new HandStrategy();
    private final Function<Executor, LoginCandidates> firstLogin = executor -> LoginCandidates.of(first);
    private final Function<Executor, LoginCandidates> secondLogin = executor -> LoginCandidates.of(second);

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void ofWhenSameContextThenSameManagers() {
        assertThat(SharedTokenManagers.of(context)).isSameAs(managers);
        assertThat(SharedTokenManagers.of(new DefaultCamelContext())).isNotSameAs(managers);
    }

    @Test
    void acquireWhenIdentityIsEqualThenSharedAndOneLogin() {
        TokenManager one = acquire(List.of("app"), first);
        TokenManager other = acquire(List.of("app"), second);
        CompletableFuture<TokenEntry> login = one.obtain();
        CompletableFuture<TokenEntry> joined = other.obtain();
        first.succeed(token("T1"));

        assertThat(joined).isCompletedWithValue(login.join());
        assertThat(second.logins()).isZero();
    }

    @Test
    void acquireWhenIdentityDiffersThenApart() {
        assertThat(acquire("one", first)).isNotSameAs(acquire("other", second));
    }

    @Test
    void releaseWhenTheFirstUserLeavesThenLoginsGoThroughTheOther() {
        TokenManager manager = acquire("app", first);
        acquire("app", second);

        managers.release("app", firstLogin);
        CompletableFuture<TokenEntry> login = manager.obtain();
        second.succeed(token("T1"));

        assertThat(login).isCompleted();
        assertThat(first.logins()).isZero();
    }

    @Test
    void releaseWhenSameStrategyIsUsedTwiceThenTheManagerLivesUntilTheSecondRelease() {
        TokenManager manager = acquire("app", first);
        acquire("app", first);

        managers.release("app", firstLogin);
        assertThat(manager.obtain()).isNotDone();
        managers.release("app", firstLogin);

        assertThat(manager.obtain()).isCompletedExceptionally();
    }

    @Test
    void releaseWhenTheLastUserLeavesThenClosedAndTheNextUserStartsAgain() {
        TokenManager manager = acquire("app", first);
        manager.obtain();
        first.succeed(token("T1"));

        managers.release("app", firstLogin);

        assertThat(manager.renew("T1")).isCompletedExceptionally();
        assertThat(acquire("app", second).current()).isEmpty();
    }

    @Test
    void releaseWhenNotAcquiredThenIgnored() {
        TokenManager manager = acquire("app", first);

        managers.release("app", secondLogin);
        managers.release("other", firstLogin);

        assertThat(manager.obtain()).isNotDone();
        managers.release("app", firstLogin);
    }

    /** Those who wait for a login go on within the release, which is no business of those who start meanwhile. */
    @Test
    void releaseWhenAWaiterBlocksThenOthersAcquireMeanwhile() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        acquire("app", first).obtain().whenComplete((entry, failure) -> {
            entered.countDown();
            awaitQuietly(goOn);
        });
        Thread releasing = new Thread(() -> managers.release("app", firstLogin));
        releasing.start();
        entered.await();

        CompletableFuture<TokenManager> other = CompletableFuture.supplyAsync(() -> acquire("other", second));

        assertThat(other).succeedsWithin(Duration.ofSeconds(30));
        goOn.countDown();
        releasing.join();
    }

    /** A login that is denied before anybody waits for it goes on in the thread that has read the credentials. */
    @Test
    void r11DenialWhenItIsFollowedByReadingAgainOnTheSameThreadThenFinalAfterOneLogin() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger logins = new AtomicInteger();
        LoginCandidate refused = new LoginCandidate(
                "refused",
                () -> {
                    logins.incrementAndGet();
                    return CompletableFuture.failedFuture(rejected());
                },
                null);
        TokenManager manager = managers.acquire(
                "app",
                executor -> () -> CompletableFuture.supplyAsync(
                        () -> {
                            awaitQuietly(asked);
                            return List.of(refused);
                        },
                        executor),
                new TokenPolicy(),
                IdentityGuard.ANY,
                TIME);

        CompletableFuture<TokenEntry> login = manager.obtain();
        asked.countDown();

        assertThat(login)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(LoginDeniedException.class);
        assertThat(logins).hasValue(1);
    }

    @Test
    void r11VersionReadWhenTheUserThatHasReadLeavesThenStillWhatThatOneHasRead() {
        Versioned reading = new Versioned();
        Versioned staying = new Versioned();
        Function<Executor, LoginCandidates> readingLogin = executor -> reading;
        TokenPolicy policy = new TokenPolicy();
        TokenManager manager = managers.acquire("app", readingLogin, policy, IdentityGuard.ANY, TIME);
        managers.acquire("app", executor -> staying, policy, IdentityGuard.ANY, TIME);
        manager.obtain();

        managers.release("app", readingLogin);
        reading.login.completeExceptionally(new IllegalStateException("broken"));

        assertThat(reading.asked).isTrue();
        assertThat(staying.asked).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Versioned implements LoginCandidates {

        private final CompletableFuture<AccessToken> login = new CompletableFuture<>();
        private boolean asked;

        @Override
        public CompletableFuture<List<LoginCandidate>> read() {
            return CompletableFuture.completedFuture(List.of(new LoginCandidate("only", () -> login, null)));
        }

        @Override
        public Object versionRead() {
            asked = true;
            return "1";
        }
    }

    private TokenManager acquire(Object identity, HandStrategy strategy) {
        return managers.acquire(
                identity, strategy == first ? firstLogin : secondLogin, new TokenPolicy(), IdentityGuard.ANY, TIME);
    }
}
