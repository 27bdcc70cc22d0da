package org.camelforce.salesforcecc.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.camelforce.salesforcecc.benchmarks.credentials.StorageKind;
import org.camelforce.salesforcecc.benchmarks.scenario.RotationDrill.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.RotationDrill.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("side-by-side")
class RotationDrillIT {

    private final RotationDrill drill = new RotationDrill(Settings.shortForm(), System::nanoTime);

    @ParameterizedTest
    @MethodSource("drills")
    void runWhenRotatedUnderLoadThenNoFailureAndAtMostThreeTokenPosts(ServerBehavior behavior, StorageKind kind)
            throws Exception {
        Outcome outcome = drill.run(behavior, kind);

        assertThat(outcome.failed()).isZero();
        assertThat(outcome.tokenPosts()).isBetween(1L, 3L);
    }

    @Test
    void runUpstreamWhenHardCutThenExchangesFail() throws Exception {
        assertThat(drill.runUpstream(ServerBehavior.HARD_CUT).failed()).isPositive();
    }

    static Stream<Arguments> drills() {
        return Stream.of(ServerBehavior.values())
                .flatMap(behavior -> Stream.of(StorageKind.values()).map(kind -> Arguments.of(behavior, kind)));
    }
}
