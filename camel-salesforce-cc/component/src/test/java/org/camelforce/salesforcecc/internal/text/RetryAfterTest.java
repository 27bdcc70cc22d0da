package org.camelforce.salesforcecc.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @Test
    void inWhenSecondsThenThese() {
        assertThat(RetryAfter.in(" 120 ")).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"soon", "-1", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", "1234567890123456789"})
    void inWhenNoSecondsThenEmpty(String header) {
        assertThat(RetryAfter.in(header)).isEmpty();
    }
}
