package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camelforce.salesforcecc.internal.token.Tokens.ORG;
import static org.camelforce.salesforcecc.internal.token.Tokens.rejected;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;
import static org.camelforce.salesforcecc.internal.token.Tokens.unavailable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.junit.jupiter.api.Test;

class TokenManagerTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TICK = Duration.ofNanos(1);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final HandStrategy strategy = new HandStrategy();
    private Instant wallClock = Instant.parse("2026-01-01T00:00:00Z");
    private final TokenManager manager = manager(strategy);

    @Test
    void r1ObtainWhenLoggedInThenEntryWithTimeAndWithoutTokenInItsText() {
        install("T1");

        TokenEntry entry = manager.current().orElseThrow();
        assertThat(entry.holds("T1")).isTrue();
        assertThat(entry.obtainedAt()).isEqualTo(wallClock);
        assertThat(entry.toString()).doesNotContain("T1");
    }

    @Test
    void r1ObtainWhenThereIsATokenThenNoLogin() {
        install("T1");

        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        assertThat(strategy.logins()).isEqualTo(1);
    }

    @Test
    void renewNowWhenTheTokenIsGoodThenALoginByOrderAndTheTokenServesMeanwhile() {
        install("T1");

        CompletableFuture<TokenEntry> renewed = manager.renewNow();
        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        strategy.succeed(token("T2"));

        assertThat(valueOf(renewed)).isEqualTo("T2");
        assertThat(manager.status().lastReason()).isEqualTo(LoginReason.MANUAL);
    }

    @Test
    void renewNowWhenALoginIsUnderWayThenJoined() {
        install("T1");
        CompletableFuture<TokenEntry> rejected = manager.renew("T1");

        CompletableFuture<TokenEntry> ordered = manager.renewNow();
        strategy.succeed(token("T2"));

        assertThat(List.of(valueOf(rejected), valueOf(ordered))).containsExactly("T2", "T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void r12RenewNowWhenTheBudgetIsSpentThenThrottledAndTheTokenStays() {
        install("T1");
        for (int login = 2; manager.status().loginsLeft() > 0; login++) {
            manager.renewNow();
            strategy.succeed(token("T" + login));
        }
        String last = valueOf(manager.obtain());

        assertThat(reasonOf(manager.renewNow())).isEqualTo(Reason.BUDGET_SPENT);
        assertThat(valueOf(manager.obtain())).isEqualTo(last);
    }

    @Test
    void renewNowWhenClosedThenFails() {
        manager.close();

        assertThat(reasonOf(manager.renewNow())).isEqualTo(Reason.STOPPED);
    }

    @Test
    void forgetWhenThereIsATokenThenTheNextCallerLogsIn() {
        install("T1");

        manager.forget();
        CompletableFuture<TokenEntry> next = manager.obtain();
        strategy.succeed(token("T2"));

        assertThat(valueOf(next)).isEqualTo("T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void forgetWhenTheSameTokenComesAgainThenItIsGood() {
        install("T1");

        manager.forget();
        CompletableFuture<TokenEntry> next = manager.obtain();
        strategy.succeed(token("T1"));

        assertThat(valueOf(next)).isEqualTo("T1");
        assertThat(manager.status().lastFailure()).isNull();
    }

    @Test
    void r18ForgetWhenTheNextLoginIsToAnotherOrgThenDenied() {
        install("T1");

        manager.forget();
        CompletableFuture<TokenEntry> next = manager.obtain();
        strategy.succeed(token("T2", "00D000000000009AAA", "005000000000001AAA"));

        assertThat(catchThrowable(next::join)).hasCauseInstanceOf(LoginDeniedException.class);
    }

    @Test
    void r15TakeWhenALoginBeginsThenToldBeforeItsOutcome() {
        List<TokenEvent> events = new ArrayList<>();
        manager.addEventListener(events::add);

        install("T1");

        assertThat(events.get(0)).isEqualTo(new TokenEvent.LoginStarted(LoginReason.INITIAL));
        assertThat(events.get(1)).isInstanceOf(TokenEvent.LoginSucceeded.class);
    }

    @Test
    void r5RenewWhenTokenIsTheCurrentOneThenLogin() {
        install("T1");

        assertThat(valueOf(renew("T1", "T2"))).isEqualTo("T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void r5RenewWhenTokenAlreadyReplacedThenCurrentWithoutLogin() {
        install("T1");
        renew("T1", "T2");

        assertThat(valueOf(manager.renew("T1"))).isEqualTo("T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void r5RenewWhenLoginUnderWayThenJoined() {
        install("T1");
        CompletableFuture<TokenEntry> first = manager.renew("T1");
        CompletableFuture<TokenEntry> second = manager.renew("T1");

        strategy.succeed(token("T2"));

        assertThat(List.of(valueOf(first), valueOf(second))).containsExactly("T2", "T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void r6RenewWhenSameTokenAgainThenOneReplayThenThrottledWithATypedError() {
        install("T1");
        assertThat(valueOf(renew("T1", "T1"))).isEqualTo("T1");

        LoginUnavailableException failure = unavailability(manager.renew("T1"));

        assertThat(failure.reason()).isEqualTo(Reason.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(((LoginUnavailableException) failure.getCause()).reason()).isEqualTo(Reason.SAME_TOKEN_AGAIN);
        assertThat(failure.getMessage()).contains("Setup > Session Settings").doesNotContain("T1");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void r6RenewWhenTheBackgroundIsFasterThanItsCallerThenTheCallerReplaysAllTheSame() {
        install("T1");
        manager.addEventListener(event -> {
            if (event instanceof TokenEvent.TokenRejected) {
                scheduler.advance(Duration.ZERO);
                if (strategy.logins() == 2) {
                    strategy.succeed(token("T1"));
                }
            }
        });

        CompletableFuture<TokenEntry> renewal = manager.renew("T1");
        strategy.succeed(token("T1"));

        assertThat(valueOf(renewal)).isEqualTo("T1");
    }

    @Test
    void r6RenewWhenSameTokenAgainAndAgainThenTheBackoffGrows() {
        install("T1");
        renew("T1", "T1");
        scheduler.advance(Duration.ofSeconds(1));
        renew("T1", "T1");

        assertThat(strategy.logins()).isEqualTo(3);
        assertThat(unavailability(manager.renew("T1")).retryAfter()).contains(Duration.ofSeconds(2));
    }

    @Test
    void r6RenewWhenAnotherTokenComesAtLastThenTheBackoffIsReset() {
        install("T1");
        renew("T1", "T1");
        scheduler.advance(Duration.ofSeconds(1));
        renew("T1", "T2");

        assertThat(valueOf(renew("T2", "T3"))).isEqualTo("T3");
    }

    @Test
    void r6RenewWhenSameTokenAgainThenTheEntryIsDatedAgain() {
        install("T1");
        wallClock = wallClock.plusSeconds(60);
        renew("T1", "T1");

        assertThat(manager.current().orElseThrow().obtainedAt()).isEqualTo(wallClock);
    }

    @Test
    void r9ObtainWhen64CallersThenOneLogin() {
        List<CompletableFuture<TokenEntry>> callers =
                Stream.generate(manager::obtain).limit(64).toList();
        strategy.succeed(token("T1"));

        assertThat(callers).allSatisfy(caller -> assertThat(valueOf(caller)).isEqualTo("T1"));
        assertThat(strategy.logins()).isEqualTo(1);
    }

    @Test
    void r9CancelWhenOneWaiterGivesUpThenLoginGoesOn() {
        CompletableFuture<TokenEntry> starter = manager.obtain();
        CompletableFuture<TokenEntry> joiner = manager.obtain();
        CompletableFuture<TokenEntry> other = manager.obtain();

        starter.cancel(true);
        other.cancel(true);
        strategy.succeed(token("T1"));

        assertThat(valueOf(joiner)).isEqualTo("T1");
    }

    @Test
    void r9InstallWhenLoginSucceedsThenListenersAreCalledBeforeWaitersWake() {
        List<String> order = new ArrayList<>();
        manager.addListener((previous, installed) -> order.add("listener sees " + valueOf(manager.obtain())));
        manager.obtain().thenRun(() -> order.add("waiter"));
        manager.await().thenRun(() -> order.add("waiter"));

        strategy.succeed(token("T1"));

        assertThat(order).containsExactly("listener sees T1", "waiter", "waiter");
    }

    @Test
    void r10RetryWhenUnavailableThenThreeAttemptsThenTheFailureAndPace() {
        CompletableFuture<TokenEntry> waiter = manager.obtain();
        failThreeTimes();

        assertThat(scheduler.delays())
                .filteredOn(delay -> delay.compareTo(Duration.ofMinutes(1)) < 0)
                .containsExactly(Duration.ofMillis(1_100), Duration.ofMillis(2_200));
        assertThat(unavailability(waiter).reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(unavailability(manager.obtain()).reason()).isEqualTo(Reason.THROTTLED);
        assertThat(strategy.logins()).isEqualTo(3);
    }

    @Test
    void r10RetryWhenTheSecondAttemptSucceedsThenWaitersGetTheToken() {
        CompletableFuture<TokenEntry> waiter = manager.obtain();
        strategy.fail(unavailable());
        scheduler.advance(Duration.ofSeconds(2));
        strategy.succeed(token("T1"));

        assertThat(valueOf(waiter)).isEqualTo("T1");
    }

    @Test
    void r10RetryWhenThrottledThenOneAttemptPerStep() {
        manager.obtain();
        failThreeTimes();
        scheduler.advance(Duration.ofSeconds(1));
        CompletableFuture<TokenEntry> waiter = manager.obtain();
        strategy.fail(unavailable());

        assertThat(waiter).isCompletedExceptionally();
        assertThat(scheduler.waiting()).isZero();
        assertThat(strategy.logins()).isEqualTo(4);
    }

    @Test
    void r10RetryWhenRejectedThenNotRetriedAndTheSameRejectionForFiveSeconds() {
        CompletableFuture<TokenEntry> waiter = manager.obtain();
        LoginDeniedException rejection = rejected();
        strategy.fail(rejection);

        assertThat(failure(waiter)).isSameAs(rejection);
        assertThat(scheduler.waiting()).isZero();
        scheduler.advance(Duration.ofSeconds(5).minus(TICK));
        assertThat(failure(manager.obtain())).isSameAs(rejection);
        assertThat(strategy.logins()).isEqualTo(1);
        scheduler.advance(TICK);
        assertThat(manager.obtain()).isNotDone();
    }

    @Test
    void r10RetryWhenLoginRateExceededThenNoLoginForAnHour() {
        manager.obtain();
        strategy.fail(unavailable(Reason.RATE_EXCEEDED, HOUR));

        scheduler.advance(HOUR.minus(TICK));
        assertThat(unavailability(manager.obtain()).retryAfter()).contains(TICK);
        assertThat(strategy.logins()).isEqualTo(1);
        scheduler.advance(TICK);
        assertThat(manager.obtain()).isNotDone();
    }

    @Test
    void r10RenewWhenUnavailableThenTheOldTokenStaysInUse() {
        install("T1");
        manager.renew("T1");
        failThreeTimes();

        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        assertThat(unavailability(manager.renew("T1")).reason()).isEqualTo(Reason.THROTTLED);
    }

    @Test
    void r10AuthenticateWhenStrategyThrowsThenTypedFailureWithoutRetryInTheLogin() {
        assertStrategyFailed(() -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void r10AuthenticateWhenStrategyCannotBeLinkedThenTypedFailure() {
        assertStrategyFailed(() -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });
    }

    @Test
    void r10AuthenticateWhenStrategyReturnsNoFutureThenTypedFailure() {
        assertStrategyFailed(() -> null);
    }

    @Test
    void r10AuthenticateWhenStrategyReturnsNoTokenThenTypedFailure() {
        assertStrategyFailed(() -> CompletableFuture.completedFuture(null));
    }

    @Test
    void r13BackoffWhenTheWallClockJumpsThenUnchanged() {
        manager.obtain();
        strategy.fail(rejected());

        wallClock = wallClock.plus(Duration.ofDays(365));
        assertThat(manager.obtain()).isCompletedExceptionally();
        wallClock = wallClock.minus(Duration.ofDays(3650));
        scheduler.advance(Duration.ofSeconds(5));
        assertThat(manager.obtain()).isNotDone();
    }

    @Test
    void r14InstallWhenTokenIsReplacedThenListenersGetOldAndNewUntilTheyAreRemoved() {
        List<String> heard = new ArrayList<>();
        TokenListener listener = (previous, installed) ->
                heard.add((previous == null ? "none" : previous.token().value())
                        + " -> "
                        + installed.token().value());
        manager.addListener(listener);

        install("T1");
        renew("T1", "T2");
        manager.removeListener(listener);
        renew("T2", "T3");

        assertThat(heard).containsExactly("none -> T1", "T1 -> T2");
    }

    @Test
    void r14InstallWhenAListenerFailsThenTheOthersAreCalledAndWaitersWake() {
        List<TokenEntry> heard = new ArrayList<>();
        manager.addListener((previous, installed) -> {
            throw new IllegalStateException("broken");
        });
        manager.addListener((previous, installed) -> heard.add(installed));

        assertThat(valueOf(install("T1"))).isEqualTo("T1");
        assertThat(heard).hasSize(1);
    }

    @Test
    void r14InstallWhenAListenerCannotBeLinkedThenWaitersWakeAllTheSame() {
        manager.addListener((previous, installed) -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });

        assertThat(valueOf(install("T1"))).isEqualTo("T1");
    }

    @Test
    void r18RenewWhenTokenIsOfAnotherOrgThenDeniedAndTheOldOneKept() {
        install("T1");
        CompletableFuture<TokenEntry> renewal = manager.renew("T1");
        List<TokenEntry> heard = new ArrayList<>();
        manager.addListener((previous, installed) -> heard.add(installed));

        strategy.succeed(token("T2", "00D000000000002AAA", "005000000000001AAA"));

        LoginDeniedException failure = (LoginDeniedException) failure(renewal);
        assertThat(failure.reason()).isEqualTo(DenialReason.DIFFERENT_ORG);
        assertThat(failure).hasMessageContaining(ORG).hasMessageContaining("00D000000000002AAA");
        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        assertThat(heard).isEmpty();
    }

    @Test
    void r18RenewWhenOrgIdIsInItsShortFormThenTheSameOrg() {
        install("T1");
        CompletableFuture<TokenEntry> renewal = manager.renew("T1");
        strategy.succeed(token("T2", ORG.substring(0, 15), "005000000000001AAA"));

        assertThat(valueOf(renewal)).isEqualTo("T2");
    }

    @Test
    void r18RenewWhenRunAsUserHasChangedThenGoesOnWithTheNewOne() {
        install("T1");
        manager.renew("T1");
        strategy.succeed(token("T2", ORG, "005000000000002AAA"));

        assertThat(manager.current().orElseThrow().token().userId()).isEqualTo("005000000000002AAA");
    }

    @Test
    void awaitWhenLoginsFailThenTriedInTheBackgroundUntilOneSucceeds() {
        CompletableFuture<TokenEntry> first = manager.await();
        scheduler.advance(Duration.ZERO);
        failThreeTimes();
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            int before = strategy.logins();
            scheduler.advance(Duration.ofSeconds(seconds).minus(TICK));
            assertThat(strategy.logins()).isEqualTo(before);
            scheduler.advance(TICK);
            assertThat(strategy.logins()).isEqualTo(before + 1);
            strategy.fail(unavailable());
        }
        assertThat(first).isNotDone();
        scheduler.advance(Duration.ofSeconds(60));
        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void awaitWhenALoginIsUnderWayThenFollowedUp() {
        manager.obtain();
        CompletableFuture<TokenEntry> first = manager.await();
        strategy.fail(rejected());
        scheduler.advance(Duration.ofSeconds(5));
        strategy.succeed(token("T1"));

        assertThat(valueOf(first)).isEqualTo("T1");
    }

    @Test
    void awaitWhenCalledByManyThenStillOneLoginPerStep() {
        Stream.generate(manager::await).limit(10).forEach(future -> assertThat(future)
                .isNotDone());
        scheduler.advance(Duration.ZERO);
        failThreeTimes();
        scheduler.advance(Duration.ofSeconds(1));
        strategy.fail(unavailable());

        assertThat(strategy.logins()).isEqualTo(4);
        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void awaitWhenTheStrategyFailsAtOnceAgainAndAgainThenStillOneRetryWaits() {
        TokenManager failing = manager(() -> CompletableFuture.failedFuture(unavailable()));
        failing.await();
        for (int round = 0; round < 10; round++) {
            scheduler.advance(Duration.ofMinutes(1));
        }

        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void closeWhenSomeoneAwaitsTheFirstTokenThenItFails() {
        CompletableFuture<TokenEntry> first = manager.await();

        manager.close();

        assertThat(first).isCompletedExceptionally();
    }

    @Test
    void awaitWhenThereIsATokenThenItAtOnce() {
        install("T1");

        assertThat(valueOf(manager.await())).isEqualTo("T1");
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void closeWhenALoginIsUnderWayThenItsWaitersFailAndItsTokenIsIgnored() {
        CompletableFuture<TokenEntry> waiter = manager.obtain();

        manager.close();
        strategy.succeed(token("T1"));

        assertThat(unavailability(waiter).reason()).isEqualTo(Reason.STOPPED);
        assertThat(manager.current()).isEmpty();
    }

    @Test
    void closeWhenARetryIsWaitingThenNotMade() {
        manager.obtain();
        strategy.fail(unavailable());

        manager.close();
        scheduler.advance(HOUR);

        assertThat(strategy.logins()).isEqualTo(1);
    }

    @Test
    void closeWhenALoginInTheBackgroundIsWaitingThenNotMade() {
        manager.await();
        scheduler.advance(Duration.ZERO);
        failThreeTimes();

        manager.close();
        scheduler.advance(HOUR);

        assertThat(strategy.logins()).isEqualTo(3);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void closeWhenClosedThenNoFurtherLoginButTheTokenIsStillKnown() {
        install("T1");

        manager.close();

        assertThat(valueOf(manager.obtain())).isEqualTo("T1");
        assertThat(unavailability(manager.renew("T1")).reason()).isEqualTo(Reason.STOPPED);
        assertThat(strategy.logins()).isEqualTo(1);
    }

    private TokenManager manager(AuthenticationStrategy logins) {
        return TokenManagers.of(logins, () -> wallClock, scheduler);
    }

    private void assertStrategyFailed(AuthenticationStrategy broken) {
        assertThat(unavailability(manager(broken).obtain()).reason()).isEqualTo(Reason.STRATEGY_FAILED);
        assertThat(scheduler.waiting()).isZero();
    }

    private CompletableFuture<TokenEntry> install(String value) {
        CompletableFuture<TokenEntry> login = manager.obtain();
        strategy.succeed(token(value));
        return login;
    }

    private CompletableFuture<TokenEntry> renew(String refused, String value) {
        CompletableFuture<TokenEntry> renewal = manager.renew(refused);
        assertThat(renewal).isNotDone();
        strategy.succeed(token(value));
        return renewal;
    }

    private void failThreeTimes() {
        strategy.fail(unavailable());
        scheduler.advance(Duration.ofMillis(1_100));
        strategy.fail(unavailable());
        scheduler.advance(Duration.ofMillis(2_200));
        strategy.fail(unavailable());
    }

    private static Reason reasonOf(CompletableFuture<TokenEntry> future) {
        return ((LoginUnavailableException) LoginException.of(catchThrowable(future::join))).reason();
    }

    private static String valueOf(CompletableFuture<TokenEntry> future) {
        assertThat(future).isCompleted();
        return future.join().token().value();
    }

    private static LoginException failure(CompletableFuture<TokenEntry> future) {
        assertThat(future).isCompletedExceptionally();
        return LoginException.of(catchThrowable(future::join));
    }

    private static LoginUnavailableException unavailability(CompletableFuture<TokenEntry> future) {
        return (LoginUnavailableException) failure(future);
    }
}
