package org.camelforce.salesforcecc.internal.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.internal.producer.FailureRules.Verdict;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureRulesTest {

    private static final ApiRequest POST =
            new ApiRequest.Builder("createSObject", "POST", "/services/data/v62.0/sobjects/Account").build();

    @ParameterizedTest
    @CsvSource({
        "400, UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record, false, false, RECORD_LOCKED",
        "403, REQUEST_LIMIT_EXCEEDED, ConcurrentRequests (Concurrent API Requests) Limit exceeded., false, false,"
                + " REQUEST_LIMIT",
        "403, REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., true, false,",
        "429, REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., true, false,",
        "503, REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., true, false,",
        "429, UNKNOWN, too many requests, false, false, REQUEST_LIMIT",
        "503, SERVER_UNAVAILABLE, too many requests, false, false, UNAVAILABLE",
        "503, UNKNOWN, maintenance, false, true,",
        "503, UNKNOWN, maintenance, true, true, UNAVAILABLE",
        "502, UNKNOWN, bad gateway, true, true, UNAVAILABLE",
        "504, UNKNOWN, gateway timeout, true, true, UNAVAILABLE",
        "500, UNKNOWN_EXCEPTION, ErrorId: 1, true, true,",
        "400, MALFORMED_QUERY, unexpected token, true, false,",
        "404, NOT_FOUND, no such resource, true, false,"
    })
    void f22AnsweredWhenErrorThenWhetherItWasExecutedAndWhyARetryMakesSense(
            int status, String code, String message, boolean harmless, boolean executed, @Nullable RetryReason reason) {
        assertThat(FailureRules.answered(harmless, status, List.of(new RestError(code, message))))
                .isEqualTo(new Verdict(executed, reason));
    }

    @ParameterizedTest
    @CsvSource({"false, false, false, NO_ANSWER", "false, true, true,", "true, true, true, NO_ANSWER"})
    void unansweredWhenItHasLeftThenRetryableOnlyIfHarmlessTwice(
            boolean harmless, boolean sent, boolean executed, @Nullable RetryReason reason) {
        assertThat(FailureRules.unanswered(harmless, sent)).isEqualTo(new Verdict(executed, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /services/data/v62.0/limits, UNAVAILABLE",
        "PATCH, /services/data/v62.0/sobjects/Account/001000000000001AAA, UNAVAILABLE",
        "DELETE, /services/data/v62.0/sobjects/Account/001000000000001AAA, UNAVAILABLE",
        "PUT, /services/apexrest/orders, UNAVAILABLE",
        "PATCH, /services/apexrest/orders,",
        "PATCH, /services/%61pexrest/orders,",
        "PATCH, /services/ApexRest/orders,",
        "PATCH, /partners/services/apexrest/orders,",
        "PATCH, /services/data/v62.0/sobjects/Account?a=/services/apexrest/, UNAVAILABLE",
        "POST, /services/data/v62.0/sobjects/Account,"
    })
    void verdictWhenSalesforceIsUnavailableThenRetryableIfTheMethodIsHarmlessTwiceThere(
            String method, String target, @Nullable RetryReason reason) {
        ApiRequest request = new ApiRequest.Builder("raw", method, target).build();
        ApiAnswer answer = new ApiAnswer(request, 503, null, HttpFields.EMPTY, null);

        assertThat(FailureRules.verdict(answer, new SalesforceException("maintenance", 503)))
                .isEqualTo(new Verdict(true, reason));
    }

    @Test
    void verdictWhenThereIsNoTokenAtTheMomentThenRetryable() {
        assertThat(FailureRules.verdict(POST, Tokens.unavailable()))
                .isEqualTo(new Verdict(false, RetryReason.NO_LOGIN));
    }

    @Test
    void verdictWhenTheLoginIsDeniedThenNotRetryable() {
        assertThat(FailureRules.verdict(POST, Tokens.rejected())).isEqualTo(new Verdict(false, null));
    }

    @Test
    void verdictWhenAnErrorIsWithinAnAnswerOfSuccessThenExecutedAndNotRetryable() {
        ApiAnswer answer = new ApiAnswer(POST, 200, null, HttpFields.EMPTY, null);
        SalesforceException failure =
                new SalesforceException(List.of(new RestError("UNABLE_TO_LOCK_ROW", "locked")), 200);

        assertThat(FailureRules.verdict(answer, failure)).isEqualTo(new Verdict(true, null));
    }
}
