package org.camelforce.salesforcecc.token;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;

/**
 * The attempts inside one flight: a passing failure is tried again after 1 s, then 2 s, each give or take 10 %. A
 * refusal is final at once, and so is a failure for which Salesforce named a time.
 */
final class LoginAttempts {

    private static final long FIRST_DELAY_MILLIS = 1_000;
    private static final double SPREAD = 0.1;

    private final AuthenticationStrategy strategy;
    private final ScheduledExecutorService scheduler;
    private final RandomGenerator jitter;

    LoginAttempts(AuthenticationStrategy strategy, ScheduledExecutorService scheduler, RandomGenerator jitter) {
        this.strategy = strategy;
        this.scheduler = scheduler;
        this.jitter = jitter;
    }

    /** The returned future fails with a LoginException only; completing it ends the attempts. */
    CompletableFuture<AccessToken> run(int attempts) {
        CompletableFuture<AccessToken> outcome = new CompletableFuture<>();
        attempt(outcome, attempts, FIRST_DELAY_MILLIS);
        return outcome;
    }

    private void attempt(CompletableFuture<AccessToken> outcome, int attemptsLeft, long delayMillis) {
        if (outcome.isDone()) {
            return;
        }
        authenticate().whenComplete((token, failure) -> {
            if (failure == null) {
                outcome.complete(token);
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
            CompletableFuture<AccessToken> outcome, int attemptsLeft, long delayMillis, LoginException failure) {
        long spread = Math.round(delayMillis * SPREAD);
        long delay = delayMillis - spread + jitter.nextLong(2 * spread + 1);
        try {
            scheduler.schedule(() -> attempt(outcome, attemptsLeft, delayMillis * 2), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            outcome.completeExceptionally(failure);
        }
    }

    /** A strategy is the user's code: whatever it does, the flight must end. */
    private CompletableFuture<AccessToken> authenticate() {
        try {
            return strategy.authenticate().thenApply(token -> Objects.requireNonNull(token, "no token"));
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean passesSoon(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                && unavailable.retryAfter().isEmpty()
                && unavailable.reason() != Reason.STRATEGY_FAILED;
    }
}
