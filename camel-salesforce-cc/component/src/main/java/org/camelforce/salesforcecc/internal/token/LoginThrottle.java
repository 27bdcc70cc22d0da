package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Whether a login may be made now: as the backoff after failures and the login budget allow. Immutable: what happens
 * yields another one.
 *
 * @param backoff the pause after failures
 * @param maxAttempts how often one login is tried after a success
 */
record LoginThrottle(LoginBackoff backoff, int maxAttempts) {

    LoginThrottle(TokenPolicy policy) {
        this(new LoginBackoff(policy), policy.getMaxLoginAttempts());
    }

    /** Why no login may be made now; null if one may. */
    @Nullable
    LoginException objection(Moment at) {
        if (!backoff.untilNextAttempt(at.now()).isZero()) {
            return backoff.throttled(at.now());
        }
        return at.budget().logins() == 0 ? LoginBudget.throttled(at.budget().untilNext()) : null;
    }

    Duration untilNext(Moment at) {
        Duration backedOff = backoff.untilNextAttempt(at.now());
        Duration budgeted = at.budget().untilNext();
        return backedOff.compareTo(budgeted) > 0 ? backedOff : budgeted;
    }

    /** How often the next login may be tried. */
    int attempts() {
        return backoff.isBackingOff() ? 1 : maxAttempts;
    }

    @Nullable
    LoginException lastFailure() {
        return backoff.lastFailure();
    }

    boolean isDenied() {
        return backoff.lastFailure() instanceof LoginDeniedException;
    }

    LoginThrottle succeeded() {
        return with(backoff.succeeded());
    }

    /** @param usableFor see {@link LoginBackoff#failed} */
    LoginThrottle failed(LoginException failure, Duration usableFor, Moment at) {
        return with(backoff.failed(failure, usableFor, at.now(), at.jitter()));
    }

    /**
     * A login because of a rejection that returns the rejected token is a failed renewal, or it would go on for ever.
     */
    LoginThrottle sameTokenAgain(TokenEntry entry, Moment at) {
        return failed(
                new LoginUnavailableException(
                        Reason.SAME_TOKEN_AGAIN,
                        "Salesforce rejected the access token " + entry.fingerprint()
                                + " and returned the same one at the next login. The session might be locked to another IP"
                                + " address (Setup > Session Settings, field Lock sessions to the IP address from which they"
                                + " originated) or blocked by API Access Control",
                        401,
                        null,
                        null),
                Duration.ZERO,
                at);
    }

    /** Whether the last login was one of those. */
    boolean isSameTokenAgain() {
        return backoff.lastFailure() instanceof LoginUnavailableException failure
                && failure.reason() == Reason.SAME_TOKEN_AGAIN;
    }

    /** The login before counts as failed: the request that it was made for got another 401. */
    LoginThrottle rejectedAtOnce(TokenEntry entry, Moment at) {
        return with(backoff.rejectedAtOnce(
                new LoginUnavailableException(
                        Reason.REJECTED_AT_ONCE,
                        "Salesforce rejected the access token " + entry.fingerprint()
                                + " in the request that it was obtained for. Look in Setup > Session Settings, field Lock"
                                + " sessions to the IP address from which they originated, in Setup > API Access Control,"
                                + " and in Setup > Login History for other clients of the app that end its sessions",
                        401,
                        null,
                        null),
                at.now(),
                at.jitter()));
    }

    LoginThrottle tokenLost(Moment at) {
        return with(backoff.tokenLost(at.now()));
    }

    LoginThrottle credentialsChanged(Moment at) {
        return with(backoff.credentialsChanged(at.now()));
    }

    private LoginThrottle with(LoginBackoff next) {
        return new LoginThrottle(next, maxAttempts);
    }
}
