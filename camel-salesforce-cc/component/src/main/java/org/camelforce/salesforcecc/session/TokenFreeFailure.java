package org.camelforce.salesforcecc.session;

import java.util.List;
import java.util.Objects;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens out of what an exception says. Upstream makes the answer of a request that failed part of the
 * exception's text, and a proxy or gateway in between may show there what it was sent.
 */
final class TokenFreeFailure {

    private static final String HIDDEN = "[hidden]";
    private static final int MOST_CAUSES = 20;

    private final @Nullable String token;

    /** @param token the one in use, or null if there is none */
    TokenFreeFailure(@Nullable String token) {
        this.token = token;
    }

    /**
     * @param failure of an exchange
     * @return the same exception if it shows no token, otherwise one that has the same status, errors and stack trace
     */
    Exception of(Exception failure) {
        return (Exception) without(failure, 0);
    }

    private Throwable without(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        Throwable shownCause = cause == null || depth >= MOST_CAUSES ? cause : without(cause, depth + 1);
        String said = failure.getMessage();
        String shown = without(said);
        boolean unsound = failure instanceof SalesforceException salesforce
                && salesforce.getErrors().stream().anyMatch(error -> !isSound(error));
        if (Objects.equals(said, shown) && cause == shownCause && !unsound) {
            return failure;
        }
        SalesforceException copy = failure instanceof SalesforceException salesforce
                ? new SalesforceException(
                        salesforce.getErrors().stream().map(this::without).toList(),
                        salesforce.getStatusCode(),
                        shown,
                        salesforce.getResponseContent(),
                        shownCause)
                : new SalesforceException(failure.getClass().getName() + ": " + shown, shownCause);
        copy.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            copy.addSuppressed(depth >= MOST_CAUSES ? suppressed : without(suppressed, depth + 1));
        }
        return copy;
    }

    private RestError without(RestError error) {
        List<String> fields = error.getFields();
        return new RestError(
                without(error.getErrorCode()),
                without(error.getMessage()),
                fields == null ? null : fields.stream().map(this::without).toList());
    }

    private boolean isSound(RestError error) {
        return error.equals(without(error));
    }

    private @Nullable String without(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return OutsideText.withoutTokens(token == null ? text : text.replace(token, HIDDEN));
    }
}
