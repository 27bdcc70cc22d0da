package org.camelforce.salesforcecc.auth;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No token for now: Salesforce could not be reached, was busy or said to come back later. */
public final class LoginUnavailableException extends LoginException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** No answer: connection, TLS, time-out. */
        UNREACHABLE,
        /** An answer that is no token response, such as a maintenance page. */
        UNREADABLE_ANSWER,
        /** Salesforce reported a passing fault. */
        TRANSIENT_FAULT,
        /** Too many requests or logins. */
        RATE_EXCEEDED,
        /** A login because of a refused token returned that very token again. */
        SAME_TOKEN_AGAIN,
        /** An earlier attempt failed and the next one is not due yet. */
        PACED,
        /** The login budget is spent for now. */
        BUDGET_SPENT,
        /** The consumer key and secret could not be read from their source. */
        NO_CREDENTIALS,
        /** The strategy failed in its own way. */
        STRATEGY_FAILED,
        /** The component is stopping. */
        STOPPED
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
