package org.camelforce.salesforcecc.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.benchmarks.scenario.EndpointDown.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.EndpointDown.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("side-by-side")
class EndpointDownIT {

    @Test
    void runWhenRenewalFallsIntoTheOutageThenNoFailure() throws Exception {
        Outcome ours =
                new EndpointDown(Settings.shortForm(), System::nanoTime).run().get(0);

        assertThat(ours.exchanges()).isGreaterThan(500);
        assertThat(ours.postsWhileDown()).isPositive();
        assertThat(ours.postsAfter()).isPositive();
        assertThat(ours.failed()).isZero();
    }
}
