package org.camelforce.salesforcecc.internal.producer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.request.AnswerTooLargeException;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.NoAnswerException;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.internal.request.UnreadableBodyException;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a failed request may have done, and whether it makes sense to send it again. Pure.
 *
 * <p>A record that is locked and a request beyond the number of concurrent ones have not been executed (Salesforce
 * Help, "Concurrent API Request Limit"; SOAP API Developer Guide, "StatusCode"), nor has a request that got 429 (RFC
 * 6585, section 4). A request that got 502, 503 or 504, or no answer at all, may have been: it is repeated if that does
 * no harm.
 */
final class FailureRules {

    private static final Map<String, RetryReason> NOT_EXECUTED_AND_PASSING =
            Map.of("UNABLE_TO_LOCK_ROW", RetryReason.RECORD_LOCKED, "SERVER_UNAVAILABLE", RetryReason.UNAVAILABLE);
    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";
    private static final String CONCURRENT = "ConcurrentRequests";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String DATA = "/services/data/";
    private static final List<String> REQUEST_IDS = List.of("X-SFDC-Request-Id", "X-Request-Id");

    private FailureRules() {}

    /**
     * @param answer that says that the request failed, or that cannot be read
     * @param failure what the exchange fails with
     * @param executedBefore whether an attempt before this answer may have been executed
     * @return what is known of it
     */
    static RequestFailure of(ApiAnswer answer, SalesforceException failure, boolean executedBefore) {
        Verdict verdict = verdict(answer, failure);
        return new RequestFailure(
                answer.request().name(),
                answer.request().sObjectName(),
                answer.status(),
                errors(failure).stream()
                        .map(RestError::getErrorCode)
                        .filter(Objects::nonNull)
                        .toList(),
                requestId(answer),
                executedBefore || verdict.executed(),
                verdict.retryable());
    }

    /**
     * @param request that has no answer
     * @param failure why
     * @param executedBefore whether an attempt before this failure may have been executed
     * @return what is known of it
     */
    static RequestFailure of(ApiRequest request, Throwable failure, boolean executedBefore) {
        Verdict verdict = verdict(request, failure);
        return new RequestFailure(
                request.name(),
                request.sObjectName(),
                0,
                List.of(),
                null,
                executedBefore || verdict.executed(),
                verdict.retryable());
    }

    /**
     * @param operation its name
     * @return what is known of a request that was not sent, because something is missing or must not be
     */
    static RequestFailure notSent(String operation) {
        return new RequestFailure(operation, null, 0, List.of(), null, false, false);
    }

    /**
     * @param answer that says that the request failed, or that cannot be read
     * @param failure what the exchange fails with
     * @return what follows; errors within an answer of success are those of parts of the request, and the rest is done
     */
    static Verdict verdict(ApiAnswer answer, SalesforceException failure) {
        return answer.isSuccess()
                ? new Verdict(true, null)
                : answered(isHarmlessTwice(answer.request()), answer.status(), errors(failure));
    }

    /**
     * @param request that has no answer
     * @param failure why
     * @return what follows
     */
    static Verdict verdict(ApiRequest request, Throwable failure) {
        if (failure instanceof LoginUnavailableException) {
            return new Verdict(false, RetryReason.NO_LOGIN);
        }
        if (!(failure instanceof NoAnswerException unanswered)) {
            return new Verdict(false, null);
        }
        return isSameAgain(unanswered.getCause())
                ? new Verdict(unanswered.isSent(), null)
                : unanswered(isHarmlessTwice(request), unanswered.isSent());
    }

    /**
     * RFC 9110, section 9.2.2. A PATCH of Salesforce's own sets fields to values, whatever they are (REST API Developer
     * Guide); one of an Apex class does what the class has in mind, and a site may have it at another path.
     */
    private static boolean isHarmlessTwice(ApiRequest request) {
        return !request.method().equals("POST")
                && !(request.method().equals("PATCH") && !request.target().startsWith(DATA));
    }

    /** An answer that is too large comes again, and so does what the HTTP client does not take or cannot read. */
    private static boolean isSameAgain(@Nullable Throwable cause) {
        return cause instanceof AnswerTooLargeException
                || cause instanceof UnreadableBodyException
                || cause instanceof IllegalArgumentException;
    }

    /**
     * What follows.
     *
     * @param executed whether the request may have been executed
     * @param reason why to send it again makes sense, null if it does not
     */
    record Verdict(boolean executed, @Nullable RetryReason reason) {

        /** Whether to send it again makes sense. */
        boolean retryable() {
            return reason != null;
        }
    }

    /**
     * @param isHarmlessTwice whether the request does no more if it is executed twice
     * @param status the HTTP status of the answer
     * @param errors what the answer says
     * @return what follows
     */
    static Verdict answered(boolean isHarmlessTwice, int status, List<RestError> errors) {
        RetryReason passing = errors.stream()
                .map(FailureRules::passing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (passing != null) {
            return new Verdict(false, passing);
        }
        // beyond the limit of a day, waiting for some seconds does not help
        if (errors.stream().anyMatch(error -> LIMIT.equals(error.getErrorCode()))) {
            return new Verdict(false, null);
        }
        if (status == TOO_MANY_REQUESTS) {
            return new Verdict(false, RetryReason.REQUEST_LIMIT);
        }
        return new Verdict(
                status >= FIRST_SERVER_ERROR,
                PASSING.contains(status) && isHarmlessTwice ? RetryReason.UNAVAILABLE : null);
    }

    /**
     * @param isHarmlessTwice whether the request does no more if it is executed twice
     * @param isSent whether it has left
     * @return what follows from no answer
     */
    static Verdict unanswered(boolean isHarmlessTwice, boolean isSent) {
        return new Verdict(isSent, !isSent || isHarmlessTwice ? RetryReason.NO_ANSWER : null);
    }

    private static List<RestError> errors(SalesforceException failure) {
        return failure.getErrors() == null ? List.of() : failure.getErrors();
    }

    private static @Nullable String requestId(ApiAnswer answer) {
        return REQUEST_IDS.stream()
                .map(answer::header)
                .filter(Objects::nonNull)
                .map(OutsideText::said)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable RetryReason passing(RestError error) {
        String code = String.valueOf(error.getErrorCode());
        return LIMIT.equals(code) && String.valueOf(error.getMessage()).contains(CONCURRENT)
                ? RetryReason.REQUEST_LIMIT
                : NOT_EXECUTED_AND_PASSING.get(code);
    }
}
