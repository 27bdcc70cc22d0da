package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.internal.request.ReplayPolicy.Decision;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, false, true, PASS_ON",
        "NONE, false, false, PASS_ON",
        "NONE, true, true, PASS_ON",
        "NONE, true, false, PASS_ON",
        "TOKEN, false, true, RENEW_AND_REPLAY",
        "TOKEN, false, false, RENEW_ONLY",
        "TOKEN, true, true, REPORT",
        "TOKEN, true, false, REPORT",
        "ADDRESS, false, true, RELOCATE_AND_REPLAY",
        "ADDRESS, false, false, RELOCATE_ONLY",
        "ADDRESS, true, true, REPORT",
        "ADDRESS, true, false, REPORT"
    })
    void decideWhenAnswerThenDecision(Verdict verdict, boolean isReplay, boolean isRepeatable, Decision decision) {
        assertThat(ReplayPolicy.decide(verdict, isReplay, isRepeatable)).isEqualTo(decision);
    }
}
