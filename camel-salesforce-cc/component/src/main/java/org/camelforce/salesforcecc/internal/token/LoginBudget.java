package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;

/**
 * A token bucket of logins, because Salesforce's limit of 3,600 logins per user and hour is shared by all nodes (SOAP
 * API Developer Guide, "login()"). What Salesforce answered spends it, an attempt that reached nobody does not.
 * Measured with the monotonic ticker. Safe for use by several threads.
 */
final class LoginBudget {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final TokenTime time;
    private final long burst;
    private final long nanosPerLogin;

    /** Unspent time: {@code nanosPerLogin} of it is one login. */
    private long saved;

    private long countedAt;

    /**
     * What there is at one moment.
     *
     * @param logins how many may be made
     * @param untilNext until one may be made, zero if one may
     */
    record Left(int logins, Duration untilNext) {}

    LoginBudget(TokenPolicy policy, TokenTime time) {
        this.time = time;
        this.nanosPerLogin = HOUR / policy.getLoginsPerHour();
        this.burst = policy.getLoginBurst() * nanosPerLogin;
        this.saved = burst;
        this.countedAt = time.ticker().getAsLong();
    }

    /** How many logins may be made now. */
    synchronized int left() {
        count();
        return (int) (saved / nanosPerLogin);
    }

    synchronized Left now() {
        return new Left(left(), untilNext());
    }

    synchronized Duration untilNext() {
        count();
        return Duration.ofNanos(Math.max(0, nanosPerLogin - saved));
    }

    synchronized void spend() {
        count();
        saved = Math.max(0, saved - nanosPerLogin);
    }

    /** A status of the 5xx family is an outage, not an answer to the login. */
    void spend(LoginException failure) {
        int status = failure.getStatusCode();
        if (failure instanceof LoginDeniedException || status >= 200 && status < 500) {
            spend();
        }
    }

    LoginUnavailableException throttled() {
        return throttled(untilNext());
    }

    static LoginUnavailableException throttled(Duration left) {
        return new LoginUnavailableException(
                Reason.BUDGET_SPENT,
                "The login budget is spent; the next login is allowed in " + left.toMillis()
                        + " ms. Look in Setup > Login History why there are so many logins; options"
                        + " tokenPolicy.loginBurst and tokenPolicy.loginsPerHour set the budget",
                0,
                left,
                null);
    }

    private void count() {
        long now = time.ticker().getAsLong();
        saved = Math.min(burst, saved + Math.max(0, now - countedAt));
        countedAt = now;
    }
}
