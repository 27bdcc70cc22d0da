package org.camelforce.salesforcecc.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void nextWhenCalledAgainThenDoubledUpToTheMost() {
        assertThat(millis(new Backoff(1_000, 5_000, Jitter.LEAST), 5))
                .containsExactly(1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
    }

    @Test
    void nextWhenJitterDrawsTheMostThenAQuarterShorter() {
        assertThat(millis(new Backoff(1_000, 4_000, Jitter.MOST), 4)).containsExactly(750L, 1_500L, 3_000L, 3_000L);
    }

    @Test
    void nextWhenItGoesOnForDaysThenStillTheMost() {
        assertThat(millis(new Backoff(1_000, 30_000, Jitter.LEAST), 200)).endsWith(30_000L);
    }

    @Test
    void resetWhenCalledThenFromTheBeginning() {
        Backoff backoff = new Backoff(1_000, 5_000, Jitter.LEAST);
        millis(backoff, 4);

        backoff.reset();

        assertThat(millis(backoff, 1)).containsExactly(1_000L);
    }

    @Test
    void nextWhenSettingsMakeNoSenseThenAtLeastAMillisecondAndTheFirst() {
        assertThat(millis(new Backoff(0, 0, Jitter.LEAST), 2)).containsExactly(1L, 1L);
        assertThat(millis(new Backoff(1_000, 10, Jitter.LEAST), 2)).containsExactly(1_000L, 1_000L);
    }

    private static List<Long> millis(Backoff backoff, int times) {
        return Stream.generate(() -> backoff.next().toMillis()).limit(times).toList();
    }
}
