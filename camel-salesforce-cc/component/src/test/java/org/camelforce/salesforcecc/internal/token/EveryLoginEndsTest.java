package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;
import static org.camelforce.salesforcecc.internal.token.Tokens.unavailable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever sources, strategies, listeners, executors and clocks throw, the next caller's login works (R19). */
class EveryLoginEndsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final HandStrategy strategy = new HandStrategy();
    private final World world = new World();
    private final TokenManager manager = manager(world);

    static List<Throwable> failures() {
        return List.of(
                new UncheckedIOException(new IOException("stale file handle")),
                new IllegalStateException("broken"),
                new OutOfMemoryError("unable to create native thread"),
                new NoSuchMethodError("of another version"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheVersionCannotBeToldThenTheLoginEndsAndTheNextOneSucceeds(Throwable thrown) {
        world.version = () -> sneaky(thrown);
        CompletableFuture<TokenEntry> first = manager.obtain();
        failThreeTimes();

        assertThat(reasonOf(first)).isEqualTo(Reason.UNREACHABLE);
        assertNextLoginSucceeds();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheCandidatesCannotBeReadThenTheLoginEndsAndTheNextOneSucceeds(Throwable thrown) {
        world.read = () -> sneaky(thrown);
        CompletableFuture<TokenEntry> first = manager.obtain();

        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        world.read = world::only;
        assertNextLoginSucceeds();
    }

    @Test
    void obtainWhenThereIsNoFutureOfCandidatesThenTheLoginEndsAndTheNextOneSucceeds() {
        world.read = () -> null;
        CompletableFuture<TokenEntry> first = manager.obtain();

        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        world.read = world::only;
        assertNextLoginSucceeds();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheStrategyThrowsThenTheLoginEndsAndTheNextOneSucceeds(Throwable thrown) {
        world.login = () -> sneaky(thrown);
        CompletableFuture<TokenEntry> first = manager.obtain();

        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        world.login = strategy::authenticate;
        assertNextLoginSucceeds();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenListenersThrowThenTheLoginSucceedsAllTheSame(Throwable thrown) {
        manager.addEventListener(event -> sneaky(thrown));
        manager.addListener((previous, installed) -> sneaky(thrown));

        CompletableFuture<TokenEntry> first = manager.obtain();
        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
        CompletableFuture<TokenEntry> second = manager.renew("T1");
        strategy.succeed(token("T2"));
        assertThat(valueOf(second)).isEqualTo("T2");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheWallClockThrowsThenTheLoginEndsAndTheNextOneSucceeds(Throwable thrown) {
        world.wallClock = () -> sneaky(thrown);
        CompletableFuture<TokenEntry> first = manager.obtain();
        strategy.succeed(token("T1"));

        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        world.wallClock = () -> Instant.EPOCH;
        assertNextLoginSucceeds();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheSchedulerThrowsThenTheLoginEndsAndTheNextOneSucceeds(Throwable thrown) {
        scheduler.failWith(thrown);
        CompletableFuture<TokenEntry> first = manager.obtain();
        strategy.fail(unavailable());

        assertThat(reasonOf(first)).isEqualTo(Reason.UNREACHABLE);
        scheduler.failWith(null);
        assertNextLoginSucceeds();
    }

    @Test
    void obtainWhenTheSchedulerRejectsForAWhileThenTheLoginEndsAndTheNextOneSucceeds() {
        scheduler.failWith(new RejectedExecutionException("full"));
        CompletableFuture<TokenEntry> first = manager.obtain();
        strategy.fail(unavailable());

        assertThat(reasonOf(first)).isEqualTo(Reason.UNREACHABLE);
        scheduler.failWith(null);
        assertNextLoginSucceeds();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void awaitWhenTheVersionCannotBeToldThenTheRenewalInTheBackgroundGoesOn(Throwable thrown) {
        CompletableFuture<TokenEntry> first = manager.await();
        scheduler.advance(Duration.ZERO);
        world.version = () -> sneaky(thrown);
        failThreeTimes();
        scheduler.advance(Duration.ofSeconds(10));
        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void awaitWhenTheSchedulerThrowsThenTheNextCallerPlansAgain(Throwable thrown) {
        CompletableFuture<TokenEntry> first;
        scheduler.failWith(thrown);
        try {
            first = manager.await();
        } finally {
            scheduler.failWith(null);
        }

        manager.status();
        scheduler.advance(Duration.ofSeconds(1));
        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void introspectWhenItThrowsThenTheRenewalInTheBackgroundGoesOn(Throwable thrown) {
        world.introspection = token -> sneaky(thrown);
        manager.obtain();
        strategy.succeed(token("T1"));

        assertThat(manager.status().renewalIn()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void introspectWhenThereIsNeverAnAnswerThenTheRenewalInTheBackgroundGoesOn() {
        CompletableFuture<Introspection> late = new CompletableFuture<>();
        world.introspection = token -> late;
        manager.obtain();
        strategy.succeed(token("T1"));
        scheduler.advance(TIMEOUT.multipliedBy(2));

        assertThat(manager.status().renewalIn()).isEqualTo(Duration.ofMinutes(30));
        assertThat(manager.untilQuiet()).isCompleted();
        late.complete(new Introspection(false, null));
        assertThat(strategy.logins()).isEqualTo(1);
    }

    @Test
    void introspectWhenTheAnswerThatItMayNotBeAskedAboutComesLateThenItIsNotAskedAgainAndTheTokenStays() {
        CompletableFuture<Introspection> late = new CompletableFuture<>();
        world.introspection = token -> late;
        manager.obtain();
        strategy.succeed(token("T1"));
        scheduler.advance(TIMEOUT.multipliedBy(2));
        late.complete(new Introspection(false, null));

        scheduler.advance(Duration.ofMinutes(31));

        assertThat(strategy.logins()).isEqualTo(1);
        assertThat(manager.status().usable()).isTrue();
    }

    @Test
    void introspectWhenTheTokenIsIssuedAgainBeforeTheAnswerThatItMayNotBeAskedAboutThenItStays() {
        CompletableFuture<Introspection> first = new CompletableFuture<>();
        world.introspection = token -> first;
        manager.obtain();
        strategy.succeed(token("T1"));
        scheduler.advance(Duration.ofSeconds(1));
        manager.renewNow();
        strategy.succeed(token("T1"));
        first.complete(new Introspection(false, null));

        scheduler.advance(Duration.ofMinutes(31));

        assertThat(strategy.logins()).isEqualTo(2);
        assertThat(manager.status().usable()).isTrue();
    }

    @Test
    void obtainWhenTheTimeoutIsLongerThanAnythingLastsThenTheLoginYieldsItsToken() {
        world.timeout = () -> Duration.ofMillis(Long.MAX_VALUE);
        world.introspection = token -> new CompletableFuture<>();
        CompletableFuture<TokenEntry> first = manager.obtain();

        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void obtainWhenTheTimeoutCannotBeToldThenItFailsAndTheNextOneSucceeds(Throwable thrown) {
        world.timeout = () -> sneaky(thrown);

        CompletableFuture<TokenEntry> first = manager.obtain();

        assertThat(first).isCompletedExceptionally();
        world.timeout = () -> TIMEOUT;
        assertNextLoginSucceeds();
    }

    @Test
    void obtainWhenTheStrategyNeverCompletesThenTheLoginEndsAtItsDeadlineAndTheNextOneSucceeds() {
        CompletableFuture<TokenEntry> first = manager.obtain();
        scheduler.advance(TIMEOUT.multipliedBy(4));
        assertThat(first).isNotDone();
        scheduler.advance(Duration.ofSeconds(4));

        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        assertNextLoginSucceeds();
    }

    @Test
    void obtainWhenNoTimerRunsThenTheNextCallerEndsTheLoginThatIsOverdue() {
        scheduler.failWith(new OutOfMemoryError("unable to create native thread"));
        CompletableFuture<TokenEntry> first = manager.obtain();
        scheduler.advance(LONG);
        assertThat(first).isNotDone();
        scheduler.failWith(null);

        assertThat(reasonOf(manager.obtain())).isEqualTo(Reason.THROTTLED);
        assertThat(reasonOf(first)).isEqualTo(Reason.STRATEGY_FAILED);
        assertNextLoginSucceeds();
    }

    @Test
    void succeedWhenTheLoginWasGivenUpAndThereIsNoTokenThenTheLateOneIsUsed() {
        manager.obtain();
        scheduler.advance(LONG);

        strategy.succeed(token("T1"));

        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        assertThat(manager.status().lastFailure()).isNull();
    }

    @Test
    void succeedWhenTheLoginWasGivenUpAndAnotherIsUnderWayThenTheLateTokenEndsThatOne() {
        CompletableFuture<AccessToken> late = new CompletableFuture<>();
        world.login = () -> late;
        manager.obtain();
        scheduler.advance(LONG);
        world.login = strategy::authenticate;
        CompletableFuture<TokenEntry> second = manager.obtain();

        late.complete(token("T1"));
        strategy.succeed(token("T2"));

        assertThat(valueOf(second)).isEqualTo("T1");
        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
    }

    @Test
    void succeedWhenTheLoginWasGivenUpAndThereIsANewerTokenThenTheLateOneIsIgnored() {
        CompletableFuture<AccessToken> late = new CompletableFuture<>();
        world.login = () -> late;
        manager.obtain();
        scheduler.advance(LONG);
        world.login = strategy::authenticate;
        assertNextLoginSucceeds();

        late.complete(token("late"));

        assertThat(valueOf(manager.obtain())).isEqualTo("next");
    }

    @Test
    void succeedWhenALateTokenHasEndedTheLoginAndIsRejectedThenTheNextLoginYieldsItsOwnToken() {
        CompletableFuture<AccessToken> late = new CompletableFuture<>();
        world.login = () -> late;
        manager.obtain();
        scheduler.advance(LONG);
        CompletableFuture<AccessToken> ended = new CompletableFuture<>();
        world.login = () -> ended;
        manager.obtain();
        late.complete(token("T1"));
        world.login = strategy::authenticate;
        CompletableFuture<TokenEntry> third = manager.renew("T1");

        ended.complete(token("T2"));
        strategy.succeed(token("T3"));

        assertThat(valueOf(third)).isEqualTo("T3");
    }

    @Test
    void succeedWhenTheLoginWasGivenUpAndTheManagerIsClosedThenTheLateTokenIsIgnored() {
        manager.obtain();
        scheduler.advance(LONG);
        manager.close();

        strategy.succeed(token("T1"));

        assertThat(manager.current()).isEmpty();
    }

    @Test
    void succeedWhenTheLateTokenIsTheRejectedOneThenItIsIgnored() {
        manager.obtain();
        strategy.succeed(token("T1"));
        manager.renew("T1");
        scheduler.advance(LONG);

        strategy.succeed(token("T1"));

        assertThat(manager.status().usable()).isFalse();
    }

    @Test
    void statusWhenTheFirstLoginIsStuckThenOverdueAfterOneTimeout() {
        manager.obtain();
        scheduler.advance(TIMEOUT);
        assertThat(manager.status().loginOverdue()).isFalse();

        scheduler.advance(Duration.ofSeconds(1));

        assertThat(manager.status().loginOverdue()).isTrue();
        assertThat(manager.status().loginUnderWayFor()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void statusWhenARenewalTakesLongAndTheTokenWorksThenNotOverdue() {
        manager.obtain();
        strategy.succeed(token("T1"));
        manager.renewNow();
        scheduler.advance(TIMEOUT.multipliedBy(2));

        assertThat(manager.status().loginOverdue()).isFalse();
    }

    @Test
    void installedWhenAListenerNeverComesBackThenTheNextLoginDoesNotWaitForIt() throws InterruptedException {
        CompletableFuture<Void> entered = new CompletableFuture<>();
        CompletableFuture<Void> released = new CompletableFuture<>();
        AtomicInteger told = new AtomicInteger();
        manager.addListener((previous, installed) -> {
            told.incrementAndGet();
            entered.complete(null);
            released.join();
        });
        manager.obtain();
        Thread stuck = new Thread(() -> strategy.succeed(token("T1")));
        stuck.start();
        entered.join();

        CompletableFuture<TokenEntry> second = manager.renew("T1");
        strategy.succeed(token("T2"));

        assertThat(valueOf(second)).isEqualTo("T2");
        released.complete(null);
        stuck.join();
        assertThat(told).hasValue(2);
    }

    private void assertNextLoginSucceeds() {
        scheduler.advance(Duration.ofSeconds(5));
        CompletableFuture<TokenEntry> next = manager.obtain();
        strategy.succeed(token("next"));
        assertThat(valueOf(next)).isEqualTo("next");
    }

    private void failThreeTimes() {
        strategy.fail(unavailable());
        scheduler.advance(Duration.ofMillis(1_100));
        strategy.fail(unavailable());
        scheduler.advance(Duration.ofMillis(2_200));
        strategy.fail(unavailable());
    }

    private TokenManager manager(LoginCandidates candidates) {
        return new TokenManager(
                candidates,
                new TokenPolicy(),
                IdentityGuard.ANY,
                new TokenTime(() -> world.wallClock.get(), scheduler::ticker, Jitter.MOST),
                scheduler);
    }

    private static String valueOf(CompletableFuture<TokenEntry> future) {
        assertThat(future).isCompleted();
        return future.join().token().value();
    }

    private static Reason reasonOf(CompletableFuture<TokenEntry> future) {
        assertThat(future).isCompletedExceptionally();
        return ((LoginUnavailableException) LoginException.of(catchThrowable(future::join))).reason();
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** A source and a strategy that may do anything. */
    private final class World implements LoginCandidates {

        private Supplier<Object> version = () -> "1";
        private Supplier<CompletableFuture<List<LoginCandidate>>> read = this::only;
        private Supplier<CompletableFuture<AccessToken>> login = strategy::authenticate;
        private Supplier<Instant> wallClock = () -> Instant.EPOCH;
        private @Nullable TokenIntrospection introspection;
        private Supplier<Duration> timeout = () -> TIMEOUT;

        private CompletableFuture<List<LoginCandidate>> only() {
            return CompletableFuture.completedFuture(
                    List.of(new LoginCandidate("only", () -> login.get(), introspection)));
        }

        @Override
        public CompletableFuture<List<LoginCandidate>> read() {
            return read.get();
        }

        @Override
        public Object version() {
            return version.get();
        }

        @Override
        public Duration timeout() {
            return timeout.get();
        }
    }
}
