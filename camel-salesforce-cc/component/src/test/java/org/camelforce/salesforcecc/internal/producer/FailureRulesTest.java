package org.camelforce.salesforcecc.internal.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.internal.producer.FailureRules.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureRulesTest {

    @ParameterizedTest
    @CsvSource({
        "400, UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record, false, false, true",
        "403, REQUEST_LIMIT_EXCEEDED, ConcurrentRequests (Concurrent API Requests) Limit exceeded., false, false, true",
        "403, REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., true, false, false",
        "503, SERVER_UNAVAILABLE, too many requests, false, false, true",
        "503, UNKNOWN, maintenance, false, true, false",
        "503, UNKNOWN, maintenance, true, true, true",
        "502, UNKNOWN, bad gateway, true, true, true",
        "504, UNKNOWN, gateway timeout, true, true, true",
        "500, UNKNOWN_EXCEPTION, ErrorId: 1, true, true, false",
        "400, MALFORMED_QUERY, unexpected token, true, false, false",
        "404, NOT_FOUND, no such resource, true, false, false"
    })
    void f22AnsweredWhenErrorThenWhetherItWasExecutedAndARetryMakesSense(
            int status, String code, String message, boolean harmless, boolean executed, boolean retryable) {
        assertThat(FailureRules.answered(harmless, status, List.of(new RestError(code, message))))
                .isEqualTo(new Verdict(executed, retryable));
    }

    @ParameterizedTest
    @CsvSource({"false, false, false, true", "false, true, true, false", "true, true, true, true"})
    void unansweredWhenItHasLeftThenRetryableOnlyIfHarmlessTwice(
            boolean harmless, boolean sent, boolean executed, boolean retryable) {
        assertThat(FailureRules.unanswered(harmless, sent)).isEqualTo(new Verdict(executed, retryable));
    }
}
