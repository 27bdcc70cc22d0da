package org.camelforce.salesforcecc.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;

/**
 * The attempts inside one flight: a passing failure is tried again after a delay that doubles, give or take 10 %. A
 * refusal is final at once, and so is a failure for which a time was named.
 */
final class LoginAttempts {

    private static final double SPREAD = 0.1;

    private final LoginRound round;
    private final ScheduledExecutorService scheduler;
    private final RandomGenerator jitter;
    private final long firstDelayMillis;

    LoginAttempts(LoginRound round, TokenPolicy policy, TokenTime time, ScheduledExecutorService scheduler) {
        this.round = round;
        this.scheduler = scheduler;
        this.jitter = time.jitter();
        this.firstDelayMillis = policy.getAttemptDelay().toMillis();
    }

    /** The returned future fails with a LoginException only; completing it ends the attempts. */
    CompletableFuture<LoginRound.Login> run(int attempts) {
        CompletableFuture<LoginRound.Login> outcome = new CompletableFuture<>();
        attempt(outcome, attempts, firstDelayMillis);
        return outcome;
    }

    private void attempt(CompletableFuture<LoginRound.Login> outcome, int attemptsLeft, long delayMillis) {
        if (outcome.isDone()) {
            return;
        }
        round.run().whenComplete((login, failure) -> {
            if (failure == null) {
                outcome.complete(login);
                return;
            }
            LoginException typed = LoginException.of(failure);
            if (attemptsLeft > 1 && passesSoon(typed)) {
                later(outcome, attemptsLeft - 1, delayMillis, typed);
            } else {
                outcome.completeExceptionally(typed);
            }
        });
    }

    private void later(
            CompletableFuture<LoginRound.Login> outcome, int attemptsLeft, long delayMillis, LoginException failure) {
        long spread = Math.round(delayMillis * SPREAD);
        long delay = delayMillis - spread + jitter.nextLong(2 * spread + 1);
        try {
            scheduler.schedule(() -> attempt(outcome, attemptsLeft, delayMillis * 2), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            outcome.completeExceptionally(failure);
        }
    }

    private static boolean passesSoon(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                && unavailable.retryAfter().isEmpty()
                && unavailable.reason() != Reason.STRATEGY_FAILED;
    }
}
