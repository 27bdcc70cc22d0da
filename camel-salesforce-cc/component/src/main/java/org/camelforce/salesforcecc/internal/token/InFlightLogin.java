package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.LoginReason;

/**
 * One login that is under way. It ends once: with a token, with a failure, or because its time is up.
 *
 * @param number tells it from all others of its manager
 * @param reason why the login is made
 * @param began the ticker's time
 * @param limit how long it may take
 */
record InFlightLogin(long number, LoginReason reason, long began, Duration limit) {

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

    /** What it fails with when its time is up. It may still yield a token. */
    LoginUnavailableException timeUp() {
        return new LoginUnavailableException(
                Reason.STRATEGY_FAILED,
                "The login has not ended within " + limit.toSeconds()
                        + " s, although no attempt can take that long. Check"
                        + " the beans of options authenticationStrategy and credentialsSource: they must complete what they"
                        + " return, and must not block",
                0,
                null,
                null);
    }
}
