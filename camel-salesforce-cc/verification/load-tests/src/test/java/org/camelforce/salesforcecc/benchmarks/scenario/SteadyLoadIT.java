package org.camelforce.salesforcecc.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camelforce.salesforcecc.benchmarks.scenario.SteadyLoad.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.SteadyLoad.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("side-by-side")
class SteadyLoadIT {

    @Test
    void runWhenTokensExpireThreeTimesThenNo401AndNoFailureWhereUpstreamMeets401s() throws Exception {
        List<Outcome> sides = new SteadyLoad(Settings.shortForm(), System::nanoTime).run();

        Outcome ours = sides.get(0);
        assertThat(ours.exchanges()).isGreaterThan(500);
        assertThat(ours.tokenPosts()).isGreaterThanOrEqualTo(3);
        assertThat(ours.answers401()).isZero();
        assertThat(ours.failed()).isZero();
        assertThat(sides.get(1).answers401()).isPositive();
    }
}
