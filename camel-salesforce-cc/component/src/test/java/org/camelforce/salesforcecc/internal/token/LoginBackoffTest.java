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

class LoginBackoffTest {

    private long now = Long.MAX_VALUE - 7;
    private final TickedBackoff backoff = backoff(Jitter.MOST);

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
        TickedBackoff least = backoff(Jitter.LEAST);
        least.failed(unavailable(), Duration.ZERO);
        TickedBackoff middle = backoff(Jitter.MIDDLE);
        middle.failed(unavailable(), Duration.ZERO);

        assertThat(least.untilNextAttempt()).isEqualTo(Duration.ofMillis(250));
        assertThat(least.isBackingOff()).isTrue();
        assertThat(middle.untilNextAttempt()).isEqualTo(Duration.ofMillis(625));
    }

    @Test
    void failedWhenSalesforceNamedATimeThenNotBefore() {
        backoff.failed(unavailable(Reason.RATE_EXCEEDED, Duration.ofHours(1)), Duration.ZERO);

        assertThat(backoff.untilNextAttempt()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void failedWhenSalesforceNamedMoreThanAnHourThenAnHour() {
        backoff.failed(unavailable(Reason.UNREADABLE_ANSWER, Duration.ofSeconds(Long.MAX_VALUE)), Duration.ZERO);

        assertThat(backoff.untilNextAttempt()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void failedWhenTheTimeNamedIsShorterThanTheBackoffThenTheBackoff() {
        seconds(unavailable(), 3);
        backoff.failed(unavailable(Reason.TRANSIENT_FAULT, Duration.ofSeconds(2)), Duration.ZERO);

        assertThat(backoff.untilNextAttempt()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void untilNextAttemptWhenTimePassesThenLessAndNeverNegative() {
        backoff.failed(rejected(), Duration.ZERO);

        now += Duration.ofSeconds(2).toNanos();
        assertThat(backoff.untilNextAttempt()).isEqualTo(Duration.ofSeconds(3));
        now += Duration.ofHours(2).toNanos();
        assertThat(backoff.untilNextAttempt()).isZero();
        assertThat(backoff.isBackingOff()).isTrue();
    }

    @Test
    void succeededWhenFailedBeforeThenFromTheBeginning() {
        seconds(unavailable(), 5);

        backoff.succeeded();

        assertThat(backoff.isBackingOff()).isFalse();
        assertThat(backoff.untilNextAttempt()).isZero();
        assertThat(seconds(unavailable(), 1)).containsExactly(1L);
    }

    @Test
    void refusalWhenUnavailableThenTheTimeLeftAndTheCause() {
        LoginUnavailableException failure = unavailable(Reason.RATE_EXCEEDED, Duration.ofSeconds(90));
        backoff.failed(failure, Duration.ZERO);
        now += Duration.ofSeconds(30).toNanos();

        LoginUnavailableException throttled = (LoginUnavailableException) backoff.throttled();

        assertThat(throttled.reason()).isEqualTo(Reason.THROTTLED);
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(throttled).hasCause(failure).hasMessageContaining("60000 ms").hasMessageContaining("no answer");
    }

    private TickedBackoff backoff(Jitter jitter) {
        return new TickedBackoff(new TokenPolicy(), new TokenTime(() -> Instant.EPOCH, () -> now, jitter));
    }

    private List<Long> seconds(LoginException failure, int times) {
        return Stream.generate(() -> {
                    backoff.failed(failure, Duration.ZERO);
                    return backoff.untilNextAttempt().toSeconds();
                })
                .limit(times)
                .toList();
    }
}
