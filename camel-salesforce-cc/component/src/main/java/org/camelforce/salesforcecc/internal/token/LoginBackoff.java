package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * When the next login may be tried after failures. The pause doubles from failure to failure: with jitter when
 * Salesforce was unavailable, and never less than a quarter, so that the number of attempts in a minute has a bound;
 * longer while there is a token that still works; and longest after a denied login, unless the same credentials worked
 * a short while ago, which may be a rotation in its grace period. Never before the time that Salesforce itself named,
 * but an hour is the most that is waited: that is the longest limit that Salesforce has for logins. Times are the
 * monotonic ticker's. Immutable: what happens yields another one.
 */
final class LoginBackoff {

    private static final Duration MAX_NAMED = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 20;
    private static final int MIN_SHARE = 4;

    private final TokenPolicy policy;
    // set in a new copy only
    private int failures;
    private long notBefore;
    private long namedUntil;
    private long graceUntil;
    private boolean inGracePeriod;
    private boolean usable;
    private int inVain;
    private long inVainUntil;
    private @Nullable LoginException lastFailure;

    /** Without a failure. */
    LoginBackoff(TokenPolicy policy) {
        this.policy = policy;
    }

    private LoginBackoff(LoginBackoff other) {
        this.policy = other.policy;
        this.failures = other.failures;
        this.notBefore = other.notBefore;
        this.namedUntil = other.namedUntil;
        this.graceUntil = other.graceUntil;
        this.inGracePeriod = other.inGracePeriod;
        this.usable = other.usable;
        this.inVain = other.inVain;
        this.inVainUntil = other.inVainUntil;
        this.lastFailure = other.lastFailure;
    }

    /**
     * @param usableFor until the mandatory window of a token that still works; zero if there is none or it has begun.
     *     No pause reaches into that window.
     */
    LoginBackoff failed(LoginException failure, Duration usableFor, long now, RandomGenerator jitter) {
        LoginBackoff next = new LoginBackoff(this);
        next.fail(failure, usableFor, now, jitter);
        return next;
    }

    private void fail(LoginException failure, Duration usableFor, long now, RandomGenerator jitter) {
        boolean usableToken = !usableFor.isZero();
        if (lastFailure == null && usableToken) {
            workUntil(now);
        }
        if (usable && !usableToken) {
            failures = 0;
        }
        Duration named = named(failure);
        Duration own = failure instanceof LoginDeniedException
                ? doubled(policy.getDeniedBackoff(), deniedMax(now))
                : jittered(
                        usableToken
                                ? capped(usableFor, doubled(policy.getRenewalBackoff(), policy.getRenewalBackoffMax()))
                                : doubled(policy.getLoginBackoff(), policy.getLoginBackoffMax()),
                        jitter);
        namedUntil = now + named.toNanos();
        notBefore = now + (named.compareTo(own) > 0 ? named : own).toNanos();
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        usable = usableToken;
        lastFailure = failure;
    }

    /**
     * A login has succeeded, and its token was rejected in the request that it was made for. The pause grows although
     * logins succeed in between, unless the last one of these lies well back.
     */
    LoginBackoff rejectedAtOnce(LoginException failure, long now, RandomGenerator jitter) {
        LoginBackoff next = new LoginBackoff(this);
        int before = inVainUntil - now > 0 ? inVain : 0;
        next.failures = Math.max(failures, before);
        next.fail(failure, Duration.ZERO, now, jitter);
        next.inVain = next.failures;
        next.inVainUntil = now + policy.getLoginBackoffMax().multipliedBy(2).toNanos();
        return next;
    }

    LoginBackoff succeeded() {
        LoginBackoff next = new LoginBackoff(this);
        next.failures = 0;
        next.lastFailure = null;
        return next;
    }

    /** The token that the last pause relied on works no more: waiting that long is not justified any longer. */
    LoginBackoff tokenLost(long now) {
        LoginBackoff next = new LoginBackoff(this);
        if (lastFailure == null) {
            next.workUntil(now);
        } else if (usable) {
            next.usable = false;
            next.failures = 0;
            next.notBefore = namedUntil - now > 0 ? namedUntil : now;
        }
        return next;
    }

    /** A denial of other credentials says nothing about these. */
    LoginBackoff credentialsChanged(long now) {
        LoginBackoff next = new LoginBackoff(this);
        if (lastFailure instanceof LoginDeniedException
                || lastFailure instanceof LoginUnavailableException unavailable
                        && unavailable.reason() == Reason.NO_CREDENTIALS) {
            next.failures = 0;
            next.notBefore = now;
        }
        return next;
    }

    boolean isBackingOff() {
        return lastFailure != null;
    }

    @Nullable
    LoginException lastFailure() {
        return lastFailure;
    }

    Duration untilNextAttempt(long now) {
        return lastFailure == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, notBefore - now));
    }

    /** The last failure for a caller that may not try now: a rejection as it is, anything else with the time left. */
    LoginException throttled(long now) {
        if (lastFailure instanceof LoginDeniedException) {
            return lastFailure;
        }
        Duration left = untilNextAttempt(now);
        String why = lastFailure == null ? "" : ": " + lastFailure.getMessage();
        return new LoginUnavailableException(
                Reason.THROTTLED,
                "Next login attempt in " + left.toMillis() + " ms; the last attempt failed" + why,
                0,
                left,
                lastFailure);
    }

    private void workUntil(long now) {
        inGracePeriod = true;
        graceUntil = now + policy.getRotationGracePeriod().toNanos();
    }

    private Duration deniedMax(long now) {
        boolean inGrace = inGracePeriod && graceUntil - now > 0;
        return inGrace
                ? capped(policy.getRotationBackoffMax(), policy.getDeniedBackoffMax())
                : policy.getDeniedBackoffMax();
    }

    private static Duration jittered(Duration max, RandomGenerator jitter) {
        long min = max.toNanos() / MIN_SHARE;
        return Duration.ofNanos(min + jitter.nextLong(1 + max.toNanos() - min));
    }

    private Duration doubled(Duration first, Duration max) {
        return capped(max, first.multipliedBy(1L << failures));
    }

    private static Duration named(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                ? capped(MAX_NAMED, unavailable.retryAfter().orElse(Duration.ZERO))
                : Duration.ZERO;
    }

    private static Duration capped(Duration max, Duration delay) {
        return delay.compareTo(max) > 0 ? max : delay;
    }
}
