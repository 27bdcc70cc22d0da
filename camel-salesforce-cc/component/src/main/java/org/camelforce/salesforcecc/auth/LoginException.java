package org.camelforce.salesforcecc.auth;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * A login that yielded no token. Routes that handle {@link SalesforceException} handle it too. Neither its message nor
 * its cause contains a token or secret.
 */
public abstract sealed class LoginException extends SalesforceException
        permits LoginDeniedException, LoginUnavailableException {

    private static final long serialVersionUID = 1L;

    LoginException(String message, int statusCode, @Nullable Throwable cause) {
        super(OutsideText.oneLine(message), statusCode, cause);
    }

    /**
     * Finds the login failure in what a future of a login failed with.
     *
     * @param failure possibly wrapped by the future
     * @return the login failure itself; {@link LoginUnavailableException} for a caller's time-out and for everything
     *     else that a strategy may throw
     */
    public static LoginException of(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause != null && (failure instanceof CompletionException || failure instanceof ExecutionException)) {
            return of(cause);
        }
        if (failure instanceof LoginException login) {
            return login;
        }
        return failure instanceof TimeoutException
                ? new LoginUnavailableException(
                        Reason.UNREACHABLE, "The login takes longer than its caller waits", 0, null, null)
                : new LoginUnavailableException(
                        Reason.STRATEGY_FAILED, "The authentication strategy failed: " + failure, 0, null, failure);
    }
}
