package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a ", "<script"})
    void summaryWhenTwoMegabytesAreMadeToBeSlowThenReadInOnePass(String part) {
        SalesforceAnswer answer =
                new SalesforceAnswer(503, HttpFields.EMPTY, part.repeat(2 * 1024 * 1024 / part.length()));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), answer::summary))
                .startsWith("status 503, ")
                .hasSizeLessThan(200);
    }

    @Test
    void summaryWhenTheMessageHasLinesThenOneShortLine() {
        SalesforceAnswer answer = new SalesforceAnswer(
                400,
                HttpFields.EMPTY,
                "[{\"errorCode\":\"X\\nY\",\"message\":\"no\\r\\nERROR forged" + "z".repeat(5_000) + "\"}]");

        assertThat(answer.summary())
                .startsWith("status 400, X Y: no ERROR forged")
                .hasSizeLessThan(250)
                .doesNotContain("\n", "\r");
    }
}
