package org.camelforce.salesforcecc.auth;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No token for now: Salesforce could not be reached, was busy or said to come back later.
 *
 * @serial exclude
 */
public final class LoginUnavailableException extends LoginException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** No answer: connection, TLS, time-out. */
        UNREACHABLE(
                "Setup > My Domain against option loginUrl; network, proxy and firewall between here and Salesforce. The"
                        + " doctor command examines them one by one"),
        /** An answer that is no token response, such as a maintenance page. */
        UNREADABLE_ANSWER(
                "Nothing if Salesforce is under maintenance: it is tried again. Otherwise, option loginUrl, and a proxy that"
                        + " answers in Salesforce's place"),
        /** Salesforce reported a passing fault. */
        TRANSIENT_FAULT("Nothing: it is tried again. Salesforce's status page lists incidents"),
        /** Too many requests or logins. */
        RATE_EXCEEDED(
                "Setup > Login History shows where the logins of the Run As user come from; Salesforce allows 3,600 in an"
                        + " hour"),
        /** A login because of a rejected token returned that very token again. */
        SAME_TOKEN_AGAIN("Setup > Session Settings, field Lock sessions to the IP address from which they originated"),
        /** A token was rejected in the very request that it was obtained for. */
        REJECTED_AT_ONCE(
                "Setup > Session Settings, field Lock sessions to the IP address from which they originated; Setup > API"
                        + " Access Control; Setup > Login History for other clients of the app that end its sessions"),
        /** An earlier attempt failed and the next one is not due yet. */
        THROTTLED("See the last failure"),
        /** The login budget is spent for now. */
        BUDGET_SPENT(
                "The log shows why so many logins were needed; options tokenPolicy.loginBurst and tokenPolicy.loginsPerHour"),
        /** The consumer key and secret could not be read from their source. */
        NO_CREDENTIALS("Options credentialsLocation and credentialsSource, and whether this process can read there"),
        /** The strategy failed in its own way. */
        STRATEGY_FAILED("Option authenticationStrategy: the bean behind it"),
        /** The component is stopping. */
        STOPPED("Nothing");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }

        /** @return where to look, in Salesforce's setup or in the options, and what to change */
        public String remedy() {
            return remedy;
        }
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    /**
     * @param reason what stood in the way
     * @param message what happened, without token or secret
     * @param statusCode HTTP status of the answer, 0 if there was none
     * @param retryAfter when it makes sense to try again, counted from now; null if unknown
     * @param cause the failure underneath, or null
     */
    public LoginUnavailableException(
            Reason reason, String message, int statusCode, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, statusCode, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** @return what stood in the way */
    public Reason reason() {
        return reason;
    }

    /**
     * @return when it makes sense to try again, counted from the failure; empty if unknown. The component waits an hour
     *     at most, whatever was named.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
