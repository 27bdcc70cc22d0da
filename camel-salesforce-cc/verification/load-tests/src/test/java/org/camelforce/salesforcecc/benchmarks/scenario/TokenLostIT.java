package org.camelforce.salesforcecc.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.benchmarks.scenario.TokenLost.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.TokenLost.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("side-by-side")
class TokenLostIT {

    @ParameterizedTest
    @EnumSource(Outage.class)
    void runWhen64CallersGoOnThenTypedFailuresFewTokenPostsAndOneToRecover(Outage outage) throws Exception {
        Outcome ours = new TokenLost(Settings.shortForm(outage), System::nanoTime).run();

        assertThat(ours.failures()).containsOnlyKeys(LoginUnavailableException.class.getSimpleName());
        assertThat(ours.postsWhileDown()).isBetween(1L, 12L);
        assertThat(ours.postsToRecover()).isLessThanOrEqualTo(1);
        assertThat(ours.failedAfterRecovery()).isZero();
    }

    @Test
    void runUpstreamWhen64CallersGoOnThenATokenPostForEachCall() throws Exception {
        Outcome upstream = new TokenLost(Settings.shortForm(Outage.ANSWERS_503), System::nanoTime).runUpstream();

        assertThat(upstream.postsWhileDown()).isGreaterThanOrEqualTo(upstream.calls());
    }
}
