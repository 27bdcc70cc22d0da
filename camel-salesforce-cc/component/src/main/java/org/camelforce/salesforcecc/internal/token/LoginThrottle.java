package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** Whether a login may be made now: as the backoff after failures and the login budget allow. Guarded by its owner. */
final class LoginThrottle {

    private final TokenPolicy policy;
    private final LoginBackoff backoff;
    private final LoginBudget budget;

    LoginThrottle(TokenPolicy policy, TokenTime time, LoginBudget budget) {
        this.policy = policy;
        this.backoff = new LoginBackoff(policy, time);
        this.budget = budget;
    }

    /** Why no login may be made now; null if one may. */
    @Nullable
    LoginException objection() {
        if (!backoff.untilNextAttempt().isZero()) {
            return backoff.throttled();
        }
        return budget.left() == 0 ? budget.throttled() : null;
    }

    Duration untilNext() {
        Duration backedOff = backoff.untilNextAttempt();
        Duration budgeted = budget.untilNext();
        return backedOff.compareTo(budgeted) > 0 ? backedOff : budgeted;
    }

    /** How often the next login may be tried. */
    int attempts() {
        return backoff.isBackingOff() ? 1 : policy.getMaxLoginAttempts();
    }

    int loginsLeft() {
        return budget.left();
    }

    @Nullable
    LoginException lastFailure() {
        return backoff.lastFailure();
    }

    boolean isDenied() {
        return backoff.lastFailure() instanceof LoginDeniedException;
    }

    void succeeded() {
        backoff.succeeded();
    }

    /** @param usableFor see {@link LoginBackoff#failed} */
    void failed(LoginException failure, Duration usableFor) {
        backoff.failed(failure, usableFor);
    }

    /**
     * A login because of a rejection that returns the rejected token is a failed renewal, or it would go on for ever.
     */
    void sameTokenAgain(TokenEntry entry) {
        backoff.failed(
                new LoginUnavailableException(
                        Reason.SAME_TOKEN_AGAIN,
                        "Salesforce rejected the access token " + entry.fingerprint()
                                + " and returned the same one at the next login. The session may be locked to another IP"
                                + " address (Setup > Session Settings, field Lock sessions to the IP address from which they"
                                + " originated) or blocked by API Access Control",
                        401,
                        null,
                        null),
                Duration.ZERO);
    }

    /** Whether the last login was one of those. */
    boolean isSameTokenAgain() {
        return backoff.lastFailure() instanceof LoginUnavailableException failure
                && failure.reason() == Reason.SAME_TOKEN_AGAIN;
    }

    /** The login before counts as failed: the request that it was made for got another 401. */
    void rejectedAtOnce(TokenEntry entry) {
        backoff.rejectedAtOnce(new LoginUnavailableException(
                Reason.REJECTED_AT_ONCE,
                "Salesforce rejected the access token " + entry.fingerprint()
                        + " in the request that it was obtained for. Look in Setup > Session Settings, field Lock sessions"
                        + " to the IP address from which they originated, in Setup > API Access Control, and in Setup >"
                        + " Login History for other clients of the app that end its sessions",
                401,
                null,
                null));
    }

    void tokenLost() {
        backoff.tokenLost();
    }

    void credentialsChanged() {
        backoff.credentialsChanged();
    }
}
