package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;

/**
 * One login that is under way, from the decision to its end, with those who wait for it. It ends once: with a token,
 * with a failure, or because its time is up. Safe for use by several threads.
 */
final class InFlightLogin {

    private final CompletableFuture<TokenEntry> outcome = new CompletableFuture<>();
    private final LoginReason reason;
    private final long began;
    private final Duration limit;
    private volatile boolean timeUp;

    /**
     * @param reason why the login is made
     * @param began the ticker's time
     * @param limit how long it may take
     */
    InFlightLogin(LoginReason reason, long began, Duration limit) {
        this.reason = reason;
        this.began = began;
        this.limit = limit;
    }

    LoginReason reason() {
        return reason;
    }

    /** A future of its own for every caller. */
    CompletableFuture<TokenEntry> result() {
        return outcome.copy();
    }

    Duration age(long now) {
        return Duration.ofNanos(Math.max(0, now - began));
    }

    /** Until its time is up, zero if it is. */
    Duration left(long now) {
        Duration left = limit.minus(age(now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean isOverdue(long now) {
        return left(now).isZero();
    }

    /** Whether it was given up because its time was up, and may still yield a token. */
    boolean isTimeUp() {
        return timeUp;
    }

    /** Whether nobody waits for it any more. */
    boolean isOver() {
        return outcome.isDone();
    }

    void succeed(TokenEntry entry) {
        outcome.complete(entry);
    }

    void fail(LoginException failure) {
        outcome.completeExceptionally(failure);
    }

    /** Says that nobody waits any longer. The caller ends it with the failure that this returns. */
    LoginUnavailableException giveUp() {
        timeUp = true;
        return new LoginUnavailableException(
                Reason.STRATEGY_FAILED,
                "The login has not ended within " + limit.toSeconds()
                        + " s, although no attempt may take that long. Check"
                        + " the beans of options authenticationStrategy and credentialsSource: they must complete what they"
                        + " return, and must not block",
                0,
                null,
                null);
    }
}
