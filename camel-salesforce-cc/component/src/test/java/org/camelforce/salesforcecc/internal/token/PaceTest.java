package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.token.Tokens.rejected;
import static org.camelforce.salesforcecc.internal.token.Tokens.unavailable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = Long.MAX_VALUE - 7;
    private final Pace pace = pace(Jitter.MOST);

    @Test
    void failedWhenUnavailableThenDoubledUpToAMinute() {
        assertThat(seconds(unavailable(), 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void failedWhenRejectedThenDoubledUpToFiveMinutes() {
        assertThat(seconds(rejected(), 8)).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }

    @Test
    void failedWhenItGoesOnForDaysThenStillTheMost() {
        assertThat(seconds(rejected(), 100)).endsWith(300L);
        assertThat(seconds(unavailable(), 100)).endsWith(60L);
    }

    @Test
    void failedWhenUnavailableThenAnythingBetweenAQuarterAndTheMost() {
        Pace least = pace(Jitter.LEAST);
        least.failed(unavailable(), Duration.ZERO);
        Pace middle = pace(Jitter.MIDDLE);
        middle.failed(unavailable(), Duration.ZERO);

        assertThat(least.untilNextAttempt()).isEqualTo(Duration.ofMillis(250));
        assertThat(least.isPaced()).isTrue();
        assertThat(middle.untilNextAttempt()).isEqualTo(Duration.ofMillis(625));
    }

    @Test
    void failedWhenSalesforceNamedATimeThenNotBefore() {
        pace.failed(unavailable(Reason.RATE_EXCEEDED, Duration.ofHours(1)), Duration.ZERO);

        assertThat(pace.untilNextAttempt()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void failedWhenSalesforceNamedMoreThanAnHourThenAnHour() {
        pace.failed(unavailable(Reason.UNREADABLE_ANSWER, Duration.ofSeconds(Long.MAX_VALUE)), Duration.ZERO);

        assertThat(pace.untilNextAttempt()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void failedWhenTheTimeNamedIsShorterThanThePaceThenThePace() {
        seconds(unavailable(), 3);
        pace.failed(unavailable(Reason.TRANSIENT_FAULT, Duration.ofSeconds(2)), Duration.ZERO);

        assertThat(pace.untilNextAttempt()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void untilNextAttemptWhenTimePassesThenLessAndNeverNegative() {
        pace.failed(rejected(), Duration.ZERO);

        now += Duration.ofSeconds(2).toNanos();
        assertThat(pace.untilNextAttempt()).isEqualTo(Duration.ofSeconds(3));
        now += Duration.ofHours(2).toNanos();
        assertThat(pace.untilNextAttempt()).isZero();
        assertThat(pace.isPaced()).isTrue();
    }

    @Test
    void succeededWhenFailedBeforeThenFromTheBeginning() {
        seconds(unavailable(), 5);

        pace.succeeded();

        assertThat(pace.isPaced()).isFalse();
        assertThat(pace.untilNextAttempt()).isZero();
        assertThat(seconds(unavailable(), 1)).containsExactly(1L);
    }

    @Test
    void refusalWhenUnavailableThenTheTimeLeftAndTheCause() {
        LoginUnavailableException failure = unavailable(Reason.RATE_EXCEEDED, Duration.ofSeconds(90));
        pace.failed(failure, Duration.ZERO);
        now += Duration.ofSeconds(30).toNanos();

        LoginUnavailableException refusal = (LoginUnavailableException) pace.refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.PACED);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(refusal).hasCause(failure).hasMessageContaining("60000 ms").hasMessageContaining("no answer");
    }

    private Pace pace(Jitter jitter) {
        return new Pace(new TokenPolicy(), new TokenTime(() -> Instant.EPOCH, () -> now, jitter));
    }

    private List<Long> seconds(LoginException failure, int times) {
        return Stream.generate(() -> {
                    pace.failed(failure, Duration.ZERO);
                    return pace.untilNextAttempt().toSeconds();
                })
                .limit(times)
                .toList();
    }
}
