package org.camelforce.salesforcecc.internal.producer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.SalesforceMultipleChoicesException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens out of what an exception says. Upstream makes the answer of a request that failed part of the
 * exception's text, and a proxy or gateway in between may show there what it was sent.
 */
public final class TokenFreeFailure {

    private final @Nullable String token;

    /** @param token the one in use, or null if there is none */
    public TokenFreeFailure(@Nullable String token) {
        this.token = token;
    }

    /**
     * @param failure of an exchange
     * @return the same exception if it, its causes and its suppressed exceptions show no token, otherwise one that has
     *     the same status, errors and stack trace
     */
    public Exception of(Exception failure) {
        return (Exception) without(failure, identitySet());
    }

    /** @param above what is being copied already: exceptions may name each other */
    private Throwable without(Throwable failure, Set<Throwable> above) {
        if (!showsAny(failure)) {
            return failure;
        }
        above.add(failure);
        Throwable cause = failure.getCause();
        Throwable shownCause = cause == null || above.contains(cause) ? null : without(cause, above);
        String shown = without(failure.getMessage());
        SalesforceException copy = failure instanceof SalesforceException salesforce
                ? copy(salesforce, shown, shownCause)
                : new SalesforceException(failure.getClass().getName() + ": " + shown, shownCause);
        copy.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!above.contains(suppressed)) {
                copy.addSuppressed(without(suppressed, above));
            }
        }
        above.remove(failure);
        return copy;
    }

    /** Routes tell some failures by their class. */
    private SalesforceException copy(
            SalesforceException failure, @Nullable String shown, @Nullable Throwable shownCause) {
        List<RestError> errors = failure.getErrors().stream().map(this::without).toList();
        if (failure instanceof NoSuchSObjectException) {
            return new NoSuchSObjectException(errors);
        }
        if (failure instanceof SalesforceMultipleChoicesException choices) {
            return new SalesforceMultipleChoicesException(
                    shown,
                    failure.getStatusCode(),
                    choices.getChoices().stream().map(this::without).toList());
        }
        if (failure instanceof RequestRefusedException) {
            return new RequestRefusedException(String.valueOf(shown));
        }
        return new SalesforceException(
                errors, failure.getStatusCode(), shown, without(failure.getResponseContent()), shownCause);
    }

    private @Nullable InputStream without(@Nullable InputStream content) {
        if (!(content instanceof AnswerBody body)) {
            return content;
        }
        String shown = String.valueOf(without(body.wholeText(StandardCharsets.UTF_8)));
        return new AnswerBody(shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a printed stack trace of the exception has a token. */
    private boolean showsAny(Throwable failure) {
        Set<Throwable> seen = identitySet();
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable shown = next.remove();
            if (seen.add(shown)) {
                if (shows(shown)) {
                    return true;
                }
                if (shown.getCause() != null) {
                    next.add(shown.getCause());
                }
                next.addAll(List.of(shown.getSuppressed()));
            }
        }
        return false;
    }

    private boolean shows(Throwable failure) {
        String said = failure.getMessage();
        return !Objects.equals(said, without(said))
                || failure instanceof SalesforceException salesforce
                        && salesforce.getErrors().stream().anyMatch(error -> shows(error))
                || failure instanceof SalesforceMultipleChoicesException choices
                        && choices.getChoices().stream().anyMatch(choice -> !Objects.equals(choice, without(choice)));
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private RestError without(RestError error) {
        List<String> fields = error.getFields();
        return new RestError(
                without(error.getErrorCode()),
                without(error.getMessage()),
                fields == null ? null : fields.stream().map(this::without).toList());
    }

    private boolean shows(RestError error) {
        return !error.equals(without(error));
    }

    private @Nullable String without(@Nullable String text) {
        return text == null ? null : OutsideText.withoutTokens(OutsideText.without(text, token));
    }
}
