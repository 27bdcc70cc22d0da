package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts of one login: a passing failure is tried again after a delay that doubles, give or take 10 %. A denied
 * login is final at once, and so is a failure for which a time was named.
 */
final class LoginRetry {

    private static final Logger LOG = LoggerFactory.getLogger(LoginRetry.class);
    private static final double SPREAD = 0.1;

    private final CredentialFallback round;
    private final ScheduledExecutorService scheduler;
    private final RandomGenerator jitter;
    private final long firstDelayMillis;

    LoginRetry(CredentialFallback round, TokenPolicy policy, TokenTime time, ScheduledExecutorService scheduler) {
        this.round = round;
        this.scheduler = scheduler;
        this.jitter = time.jitter();
        this.firstDelayMillis = policy.getLoginRetryDelay().toMillis();
    }

    /**
     * How long that many attempts take at most: for each a request and the pause before the next one, and the reading
     * of the credentials on top.
     */
    static Duration limit(int attempts, Duration timeout, TokenPolicy policy) {
        Duration limit = timeout.multipliedBy(attempts + 1L);
        long delayMillis = policy.getLoginRetryDelay().toMillis();
        for (int pause = 1; pause < attempts; pause++) {
            limit = limit.plusMillis(Math.round(delayMillis * (1 + SPREAD)));
            delayMillis *= 2;
        }
        return limit;
    }

    /**
     * The returned future fails with a LoginException only.
     *
     * @param isOver whether nobody waits any more: no further attempt is made then, but the one under way may still
     *     yield a token
     */
    CompletableFuture<CredentialFallback.Login> run(int attempts, BooleanSupplier isOver) {
        CompletableFuture<CredentialFallback.Login> outcome = new CompletableFuture<>();
        new Series(outcome, isOver).attempt(attempts, firstDelayMillis);
        return outcome;
    }

    private final class Series {

        private final CompletableFuture<CredentialFallback.Login> outcome;
        private final BooleanSupplier isOver;

        private Series(CompletableFuture<CredentialFallback.Login> outcome, BooleanSupplier isOver) {
            this.outcome = outcome;
            this.isOver = isOver;
        }

        private void attempt(int attemptsLeft, long delayMillis) {
            if (isOver.getAsBoolean()) {
                return;
            }
            UserCall.guarded(round::run).whenComplete((login, failure) -> {
                if (failure == null) {
                    outcome.complete(login);
                } else {
                    failed(LoginException.of(failure), attemptsLeft, delayMillis);
                }
            });
        }

        /** Whatever a scheduler throws, the outcome is the failure that the attempt had. */
        private void failed(LoginException failure, int attemptsLeft, long delayMillis) {
            if (attemptsLeft > 1 && passesSoon(failure)) {
                try {
                    long spread = Math.round(delayMillis * SPREAD);
                    long delay = delayMillis - spread + jitter.nextLong(2 * spread + 1);
                    LOG.debug("The login is tried again in {} ms: {}", delay, failure.getMessage());
                    scheduler.schedule(() -> attempt(attemptsLeft - 1, delayMillis * 2), delay, TimeUnit.MILLISECONDS);
                    return;
                } catch (Throwable e) {
                    failure.addSuppressed(e);
                }
            }
            outcome.completeExceptionally(failure);
        }
    }

    private static boolean passesSoon(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                && unavailable.retryAfter().isEmpty()
                && !(unavailable.getCause() instanceof TimeoutException)
                && unavailable.reason() != Reason.STRATEGY_FAILED;
    }
}
