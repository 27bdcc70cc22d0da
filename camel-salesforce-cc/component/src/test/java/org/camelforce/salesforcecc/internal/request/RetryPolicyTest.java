package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "RECORD_LOCKED, true, 1, true",
        "RECORD_LOCKED, true, 2, true",
        "RECORD_LOCKED, true, 3, false",
        "RECORD_LOCKED, false, 1, false",
        "NO_ANSWER, true, 1, true",
        ", true, 1, false",
    })
    void isRetriedWhenReasonBodyAndAttemptsThenDecision(
            @Nullable RetryReason reason, boolean isRepeatable, int attempts, boolean isRetried) {
        assertThat(POLICY.isRetried(reason, isRepeatable, attempts)).isEqualTo(isRetried);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, , PT1S", "PT1S, PT0S, PT1S", "PT1S, PT2S, PT2S", "PT1S, PT31S, PT30S", "PT1S, PT100000H, PT30S"})
    void pauseWhenSalesforceNamesOneThenTheLongerOneUpToTheMost(
            Duration own, @Nullable Duration named, Duration pause) {
        assertThat(POLICY.pause(own, named)).isEqualTo(pause);
    }

    @Test
    void isOffWhenThereIsOneAttemptThenTrue() {
        assertThat(new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)).isOff())
                .isTrue();
        assertThat(POLICY.isOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 'Option maxRequestAttempts must be at least 1, but is 0'",
        "1, 0, 1, 'Option requestBackoff must be at least 1 ms, but is 0'",
        "1, 5, 4, 'Option requestBackoffMax must be at least requestBackoff, 5 ms, but is 4'"
    })
    void policyWhenAnOptionCannotWorkThenRefusedByName(int attempts, long backoff, long max, String message) {
        assertThatThrownBy(() -> new RetryPolicy(attempts, Duration.ofMillis(backoff), Duration.ofMillis(max)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
