package org.camelforce.salesforcecc.internal.producer;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.NoAnswerException;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a failed request may have done, and whether it makes sense to send it again. Pure.
 *
 * <p>A record that is locked and a request beyond the number of concurrent ones have not been executed (Salesforce
 * Help, "Concurrent API Request Limit"; SOAP API Developer Guide, "StatusCode"). A request that got 502, 503 or 504, or
 * no answer at all, may have been: it is repeated if that does no harm.
 */
final class FailureRules {

    private static final Set<String> NOT_EXECUTED_AND_PASSING = Set.of("UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE");
    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";
    private static final String CONCURRENT = "ConcurrentRequests";
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    private static final int FIRST_SERVER_ERROR = 500;
    private static final List<String> REQUEST_IDS = List.of("X-SFDC-Request-Id", "X-Request-Id");

    private FailureRules() {}

    /**
     * @param answer that says that the request failed, or that cannot be read
     * @param failure what the exchange fails with
     * @return what is known of it
     */
    static RequestFailure of(ApiAnswer answer, SalesforceException failure) {
        List<RestError> errors = failure.getErrors() == null ? List.of() : failure.getErrors();
        Verdict verdict = answered(isHarmlessTwice(answer.request()), answer.status(), errors);
        return new RequestFailure(
                answer.request().name(),
                answer.request().sObjectName(),
                answer.status(),
                errors.stream()
                        .map(RestError::getErrorCode)
                        .filter(Objects::nonNull)
                        .toList(),
                requestId(answer),
                answer.isSuccess() || verdict.executed(),
                verdict.retryable());
    }

    /**
     * @param request that has no answer
     * @param failure why
     * @return what is known of it
     */
    static RequestFailure of(ApiRequest request, Throwable failure) {
        boolean isSent = failure instanceof NoAnswerException unanswered && unanswered.isSent();
        Verdict verdict = unanswered(isHarmlessTwice(request), isSent);
        boolean mayPass = failure instanceof NoAnswerException || failure instanceof LoginUnavailableException;
        return new RequestFailure(
                request.name(),
                request.sObjectName(),
                0,
                List.of(),
                null,
                verdict.executed(),
                mayPass && verdict.retryable());
    }

    /**
     * @param operation its name
     * @return what is known of a request that was not sent, because something is missing or must not be
     */
    static RequestFailure notSent(String operation) {
        return new RequestFailure(operation, null, 0, List.of(), null, false, false);
    }

    /** RFC 9110, section 9.2.2; a PATCH sets fields to values, whatever they are (REST API Developer Guide). */
    private static boolean isHarmlessTwice(ApiRequest request) {
        return !request.method().equals("POST");
    }

    /**
     * What follows.
     *
     * @param executed whether the request may have been executed
     * @param retryable whether to send it again makes sense
     */
    record Verdict(boolean executed, boolean retryable) {}

    /**
     * @param isHarmlessTwice whether the request does no more if it is executed twice
     * @param status the HTTP status of the answer
     * @param errors what the answer says, null if nothing
     * @return what follows
     */
    static Verdict answered(boolean isHarmlessTwice, int status, @Nullable List<RestError> errors) {
        if (errors != null && errors.stream().anyMatch(FailureRules::isPassing)) {
            return new Verdict(false, true);
        }
        boolean executed = status >= FIRST_SERVER_ERROR;
        return new Verdict(executed, PASSING.contains(status) && isHarmlessTwice);
    }

    /**
     * @param isHarmlessTwice whether the request does no more if it is executed twice
     * @param isSent whether it has left
     * @return what follows from no answer
     */
    static Verdict unanswered(boolean isHarmlessTwice, boolean isSent) {
        return new Verdict(isSent, !isSent || isHarmlessTwice);
    }

    private static @Nullable String requestId(ApiAnswer answer) {
        return REQUEST_IDS.stream()
                .map(answer::header)
                .filter(Objects::nonNull)
                .map(OutsideText::said)
                .findFirst()
                .orElse(null);
    }

    /** Beyond the limit of a day, waiting for some seconds does not help. */
    private static boolean isPassing(RestError error) {
        return NOT_EXECUTED_AND_PASSING.contains(String.valueOf(error.getErrorCode()))
                || LIMIT.equals(error.getErrorCode())
                        && String.valueOf(error.getMessage()).contains(CONCURRENT);
    }
}
