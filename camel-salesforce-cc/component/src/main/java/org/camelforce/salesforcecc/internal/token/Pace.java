package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * When the next login may be tried after failures. The pause doubles from failure to failure: with jitter when
 * Salesforce was unavailable, and never less than a quarter, so that the number of attempts in a minute has a bound;
 * longer while there is a token that still works; and longest after a refusal, unless the same credentials worked a
 * short while ago, which may be a rotation that settles. Never before the time that Salesforce itself named, but an
 * hour is the most that is waited: that is the longest limit that Salesforce has for logins. Measured with the
 * monotonic ticker. Not thread-safe; guarded by its owner.
 */
final class Pace {

    private static final Duration NAMED_MOST = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 20;
    private static final int LEAST_SHARE = 4;

    private final TokenPolicy policy;
    private final TokenTime time;
    private int failures;
    private long notBefore;
    private long namedUntil;
    private long settlingUntil;
    private boolean settling;
    private boolean usable;
    private int inVain;
    private long inVainUntil;
    private @Nullable LoginException lastFailure;

    Pace(TokenPolicy policy, TokenTime time) {
        this.policy = policy;
        this.time = time;
    }

    /**
     * @param usableFor until the mandatory window of a token that still works; zero if there is none or it has begun.
     *     No pause reaches into that window.
     */
    void failed(LoginException failure, Duration usableFor) {
        boolean usableToken = !usableFor.isZero();
        long now = now();
        if (lastFailure == null && usableToken) {
            workedUntilNow();
        }
        if (usable && !usableToken) {
            failures = 0;
        }
        Duration named = named(failure);
        Duration own = failure instanceof LoginRejectedException
                ? doubled(policy.getRejectedPace(), rejectedMost())
                : jittered(
                        usableToken
                                ? atMost(usableFor, doubled(policy.getUsablePace(), policy.getUsablePaceMost()))
                                : doubled(policy.getUnusablePace(), policy.getUnusablePaceMost()));
        namedUntil = now + named.toNanos();
        notBefore = now + (named.compareTo(own) > 0 ? named : own).toNanos();
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        usable = usableToken;
        lastFailure = failure;
    }

    /**
     * A login has succeeded, and its token was refused in the request that it was made for. The pause grows although
     * logins succeed in between, unless the last one of these lies well back.
     */
    void refusedAtOnce(LoginException failure) {
        inVain = inVainUntil - now() > 0 ? inVain : 0;
        failures = Math.max(failures, inVain);
        failed(failure, Duration.ZERO);
        inVain = failures;
        inVainUntil = now() + policy.getUnusablePaceMost().multipliedBy(2).toNanos();
    }

    void succeeded() {
        failures = 0;
        lastFailure = null;
    }

    /** The token that the last pause relied on works no more: waiting that long is not justified any longer. */
    void tokenLost() {
        if (lastFailure == null) {
            workedUntilNow();
        } else if (usable) {
            usable = false;
            failures = 0;
            long now = now();
            notBefore = namedUntil - now > 0 ? namedUntil : now;
        }
    }

    /** A refusal of other credentials says nothing about these. */
    void credentialsChanged() {
        if (lastFailure instanceof LoginRejectedException
                || lastFailure instanceof LoginUnavailableException unavailable
                        && unavailable.reason() == Reason.NO_CREDENTIALS) {
            failures = 0;
            notBefore = now();
        }
    }

    boolean isPaced() {
        return lastFailure != null;
    }

    @Nullable
    LoginException lastFailure() {
        return lastFailure;
    }

    Duration untilNextAttempt() {
        return lastFailure == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, notBefore - now()));
    }

    /** The last failure for a caller that may not try now: a rejection as it is, anything else with the time left. */
    LoginException refusal() {
        if (lastFailure instanceof LoginRejectedException) {
            return lastFailure;
        }
        Duration left = untilNextAttempt();
        String why = lastFailure == null ? "" : ": " + lastFailure.getMessage();
        return new LoginUnavailableException(
                Reason.PACED,
                "No login before " + left.toMillis() + " ms from now, because the last one failed" + why,
                0,
                left,
                lastFailure);
    }

    private void workedUntilNow() {
        settling = true;
        settlingUntil = now() + policy.getSettlingTime().toNanos();
    }

    private Duration rejectedMost() {
        boolean maySettle = settling && settlingUntil - now() > 0;
        return maySettle
                ? atMost(policy.getSettlingPaceMost(), policy.getRejectedPaceMost())
                : policy.getRejectedPaceMost();
    }

    private Duration jittered(Duration most) {
        long least = most.toNanos() / LEAST_SHARE;
        return Duration.ofNanos(least + time.jitter().nextLong(1 + most.toNanos() - least));
    }

    private Duration doubled(Duration first, Duration most) {
        return atMost(most, first.multipliedBy(1L << failures));
    }

    private long now() {
        return time.ticker().getAsLong();
    }

    private static Duration named(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                ? atMost(NAMED_MOST, unavailable.retryAfter().orElse(Duration.ZERO))
                : Duration.ZERO;
    }

    private static Duration atMost(Duration most, Duration delay) {
        return delay.compareTo(most) > 0 ? most : delay;
    }
}
