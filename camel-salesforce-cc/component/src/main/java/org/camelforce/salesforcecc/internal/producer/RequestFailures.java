package org.camelforce.salesforcecc.internal.producer;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.connection.ConnectionRemedy;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.NoAnswerException;
import org.camelforce.salesforcecc.internal.request.UnreadableBodyException;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/** What an exchange fails with when a request has no answer. */
final class RequestFailures {

    private RequestFailures() {}

    /**
     * @param operation its name
     * @param failure why there is no answer
     * @return the same if it is Salesforce's, or one of the login; otherwise one that names the operation
     */
    static SalesforceException of(String operation, Throwable failure) {
        if (failure instanceof SalesforceException salesforce) {
            return salesforce;
        }
        Throwable cause = failure instanceof NoAnswerException || failure instanceof UncheckedIOException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
        if (cause instanceof UnreadableBodyException) {
            return new SalesforceException(
                    "The request of " + operation + " was not sent: the body cannot be read: " + cause.getMessage(),
                    0,
                    failure);
        }
        return new SalesforceException(
                "The request of " + operation + " has no answer" + attempts(failure) + ": " + reason(cause)
                        + remedy(cause),
                0,
                failure);
    }

    private static String attempts(Throwable failure) {
        return failure instanceof NoAnswerException unanswered && unanswered.attempts() > 1
                ? " after " + unanswered.attempts() + " attempts"
                : "";
    }

    /** Jetty describes the connection and the request where it has ended without an answer. */
    private static String reason(Throwable failure) {
        return failure instanceof EOFException
                ? "the connection was closed before the whole answer had come"
                : OutsideText.withoutTokens(String.valueOf(failure.getMessage()));
    }

    /** What the user can do about it, as a sentence of its own; empty if it is not known. */
    private static String remedy(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        if (failure instanceof TimeoutException) {
            String option = said.startsWith("Idle") ? "httpClientIdleTimeout" : "httpRequestTimeout";
            return ". Set option " + option + " to a larger number of milliseconds";
        }
        String remedy = failure instanceof IllegalArgumentException && said.startsWith("Request header")
                ? RequestErrors.WAY_OUT_OF_LONG_URLS
                : ConnectionRemedy.of(failure);
        return remedy.isEmpty() ? "" : ". " + remedy;
    }

    /**
     * A proxy or an application may show in its answer what it was sent.
     *
     * @param sender has the token
     * @param failure of an exchange
     * @return the same without the token
     */
    static SalesforceException withoutToken(ApiClient sender, SalesforceException failure) {
        return (SalesforceException) new TokenFreeFailure(tokenOf(sender)).of(failure);
    }

    /**
     * @param sender has the token
     * @param text of an answer
     * @return the same without the token
     */
    static @Nullable String withoutToken(ApiClient sender, @Nullable String text) {
        return text == null ? null : OutsideText.without(text, tokenOf(sender));
    }

    private static @Nullable String tokenOf(ApiClient sender) {
        return sender.tokenInUse().map(AccessToken::value).orElse(null);
    }

    /**
     * @param operation its name
     * @param failure what was thrown while an answer was read
     * @return an exception that says so
     */
    static SalesforceException unreadable(String operation, Throwable failure) {
        return new SalesforceException(
                "The answer of Salesforce to the request of " + operation + " cannot be read: " + failure, failure);
    }
}
