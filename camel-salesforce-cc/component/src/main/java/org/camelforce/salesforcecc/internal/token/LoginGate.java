package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** Whether a login may be made now: as the pace after failures and the login budget allow. Guarded by its owner. */
final class LoginGate {

    private final TokenPolicy policy;
    private final Pace pace;
    private final LoginBudget budget;

    LoginGate(TokenPolicy policy, TokenTime time, LoginBudget budget) {
        this.policy = policy;
        this.pace = new Pace(policy, time);
        this.budget = budget;
    }

    /** Why no login may be made now; null if one may. */
    @Nullable
    LoginException objection() {
        if (!pace.untilNextAttempt().isZero()) {
            return pace.refusal();
        }
        return budget.left() == 0 ? budget.refusal() : null;
    }

    Duration untilNext() {
        Duration paced = pace.untilNextAttempt();
        Duration budgeted = budget.untilNext();
        return paced.compareTo(budgeted) > 0 ? paced : budgeted;
    }

    /** How often the next login may be tried. */
    int attempts() {
        return pace.isPaced() ? 1 : policy.getAttempts();
    }

    int loginsLeft() {
        return budget.left();
    }

    @Nullable
    LoginException lastFailure() {
        return pace.lastFailure();
    }

    boolean isRefused() {
        return pace.lastFailure() instanceof LoginRejectedException;
    }

    void succeeded() {
        pace.succeeded();
    }

    /** @param usableFor see {@link Pace#failed} */
    void failed(LoginException failure, Duration usableFor) {
        pace.failed(failure, usableFor);
    }

    /**
     * A login because of a rejection that returns the rejected token is a failed renewal, or it would go on for ever.
     */
    void sameTokenAgain(TokenEntry entry) {
        pace.failed(
                new LoginUnavailableException(
                        Reason.SAME_TOKEN_AGAIN,
                        "Salesforce refused the access token " + entry.fingerprint()
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
        return pace.lastFailure() instanceof LoginUnavailableException failure
                && failure.reason() == Reason.SAME_TOKEN_AGAIN;
    }

    /** The login before is to have been made in vain: the request that it was made for was refused again. */
    void refusedAtOnce(TokenEntry entry) {
        pace.refusedAtOnce(new LoginUnavailableException(
                Reason.REFUSED_AT_ONCE,
                "Salesforce refused the access token " + entry.fingerprint()
                        + " in the request that it was obtained for. Look in Setup > Session Settings, field Lock sessions"
                        + " to the IP address from which they originated, in Setup > API Access Control, and in Setup >"
                        + " Login History for other clients of the app that end its sessions",
                401,
                null,
                null));
    }

    void tokenLost() {
        pace.tokenLost();
    }

    void credentialsChanged() {
        pace.credentialsChanged();
    }
}
