package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * When the next login may be tried after failures: 1 s doubling up to 60 s with full jitter when Salesforce was
 * unavailable, 5 s doubling up to 5 min when it refused, and never before the time that Salesforce itself named, but an
 * hour is the most that is waited: that is the longest limit that Salesforce has for logins. Measured with the
 * monotonic ticker. Not thread-safe; guarded by its owner.
 */
final class Pace {

    private static final Duration UNAVAILABLE_FIRST = Duration.ofSeconds(1);
    private static final Duration UNAVAILABLE_MOST = Duration.ofSeconds(60);
    private static final Duration REJECTED_FIRST = Duration.ofSeconds(5);
    private static final Duration REJECTED_MOST = Duration.ofMinutes(5);
    private static final Duration NAMED_MOST = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 20;

    private final TokenTime time;
    private int failures;
    private long notBefore;
    private @Nullable LoginException lastFailure;

    Pace(TokenTime time) {
        this.time = time;
    }

    void failed(LoginException failure) {
        notBefore = time.ticker().getAsLong() + delayAfter(failure).toNanos();
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        lastFailure = failure;
    }

    void succeeded() {
        failures = 0;
        lastFailure = null;
    }

    boolean isPaced() {
        return lastFailure != null;
    }

    Duration untilNextAttempt() {
        return lastFailure == null
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, notBefore - time.ticker().getAsLong()));
    }

    /** The last failure for a caller that may not try now: a rejection as it is, anything else with the time left. */
    LoginException refusal() {
        if (lastFailure instanceof LoginRejectedException) {
            return lastFailure;
        }
        Duration left = untilNextAttempt();
        String why = lastFailure == null ? "" : ": " + lastFailure.getMessage();
        return new LoginUnavailableException(
                LoginUnavailableException.Reason.PACED,
                "No login before " + left.toMillis() + " ms from now, because the last one failed" + why,
                0,
                left,
                lastFailure);
    }

    private Duration delayAfter(LoginException failure) {
        if (failure instanceof LoginUnavailableException unavailable) {
            Duration named = atMost(NAMED_MOST, unavailable.retryAfter().orElse(Duration.ZERO));
            Duration jittered = Duration.ofNanos(time.jitter()
                    .nextLong(1 + doubled(UNAVAILABLE_FIRST, UNAVAILABLE_MOST).toNanos()));
            return named.compareTo(jittered) > 0 ? named : jittered;
        }
        return doubled(REJECTED_FIRST, REJECTED_MOST);
    }

    private Duration doubled(Duration first, Duration most) {
        return atMost(most, first.multipliedBy(1L << failures));
    }

    private static Duration atMost(Duration most, Duration delay) {
        return delay.compareTo(most) > 0 ? most : delay;
    }
}
