package org.camelforce.salesforcecc.simulator.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.junit.jupiter.api.Test;

class ApiUsageTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-01T23:59:59Z"));
    private final ApiUsage usage = new ApiUsage(2, time);

    @Test
    void tryUseWhenLimitReachedThenFalseAndNotCounted() {
        assertThat(usage.tryUse()).isTrue();
        assertThat(usage.tryUse()).isTrue();

        assertThat(usage.tryUse()).isFalse();
        assertThat(usage.used()).isEqualTo(2);
        assertThat(usage.limitInfo()).isEqualTo("api-usage=2/2");
    }

    @Test
    void remainingWhenMidnightPassesThenFullAgain() {
        usage.tryUse();
        assertThat(usage.remaining()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));

        assertThat(usage.remaining()).isEqualTo(2);
    }

    @Test
    void remainingWhenLimitLoweredBelowUsedThenZero() {
        usage.tryUse();
        usage.tryUse();
        usage.setLimit(1);

        assertThat(usage.remaining()).isZero();
    }

    @Test
    void setLimitWhenNegativeThenThrows() {
        assertThatIllegalArgumentException().isThrownBy(() -> usage.setLimit(-1));
    }
}
