package org.camelforce.salesforcecc.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.session.ApiUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiUsageHealthCheckTest {

    @Test
    void callWhenThereIsRoomThenUpWithNumbers() {
        HealthCheck.Result health = call(new ApiUsage(7_999, 10_000));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry(ApiUsageHealthCheck.API_REQUESTS_USED, 7_999L)
                .containsEntry(ApiUsageHealthCheck.API_REQUESTS_LIMIT, 10_000L)
                .containsEntry(ApiUsageHealthCheck.API_REQUESTS_LEFT, 2_001L)
                .doesNotContainKey(ApiUsageHealthCheck.API_REMEDY);
        assertThat(health.getMessage()).isEmpty();
    }

    @Test
    void callWhenTheLimitIsNearThenUpWithMessageAndRemedy() {
        HealthCheck.Result health = call(new ApiUsage(8_000, 10_000));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getMessage()).hasValue("80 % of the org's API requests of the last 24 hours are used");
        assertThat(health.getDetails().get(ApiUsageHealthCheck.API_REMEDY))
                .asString()
                .contains("Setup > Company Information");
    }

    @Test
    void callWhenTheLimitIsPassedThenStillUpBecauseItIsSoft() {
        HealthCheck.Result health = call(new ApiUsage(10_300, 10_000));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails()).containsEntry(ApiUsageHealthCheck.API_REQUESTS_LEFT, 0L);
        assertThat(health.getMessage().orElseThrow()).startsWith("103 %");
    }

    @Test
    void callWhenNothingIsKnownThenUp() {
        assertThat(call(null).getState()).isEqualTo(HealthCheck.State.UP);
    }

    private static HealthCheck.Result call(@Nullable ApiUsage usage) {
        ApiUsageHealthCheck check = new ApiUsageHealthCheck("test", () -> Optional.ofNullable(usage));
        check.setCamelContext(new DefaultCamelContext());
        return check.call();
    }
}
