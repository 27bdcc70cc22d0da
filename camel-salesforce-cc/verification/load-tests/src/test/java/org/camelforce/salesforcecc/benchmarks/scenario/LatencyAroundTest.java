package org.camelforce.salesforcecc.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.junit.jupiter.api.Test;

class LatencyAroundTest {

    private static final long BEGAN = -7;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void ofWhenSecondsAroundAMomentAreSlowThenApartFromTheQuietOnes() {
        LatencyAround latency = LatencyAround.of(List.of(BEGAN + 5 * SECOND), run(5), BEGAN);

        assertThat(latency.around().count()).isEqualTo(300);
        assertThat(latency.around().p99()).isCloseTo(100, within(0.5));
        assertThat(latency.quiet().count()).isEqualTo(1_500);
        assertThat(latency.quiet().p99()).isCloseTo(1, within(0.1));
        assertThat(latency.ratio()).isCloseTo(100, within(10.0));
        assertThat(latency.secondRatio()).isCloseTo(1, within(0.1));
    }

    @Test
    void ofWhenStretchesOfQuietSecondsDifferThenLeastAndMost() {
        LatencyAround latency = LatencyAround.of(List.of(BEGAN + 15 * SECOND), run(6), BEGAN);

        assertThat(latency.minQuiet()).isCloseTo(1, within(0.1));
        assertThat(latency.maxQuiet()).isCloseTo(100, within(0.5));
    }

    @Test
    void ofWhenMomentIsInTheFirstTwoSecondsThenTheyDoNotCount() {
        LatencyAround latency = LatencyAround.of(List.of(BEGAN), run(0), BEGAN);

        assertThat(latency.around().count()).isZero();
        assertThat(latency.quiet().count()).isEqualTo(1_800);
    }

    /** A hundred exchanges in each of twenty seconds, which take 1 ms, or 100 ms in the slow one. */
    private static List<Sample> run(long slow) {
        return LongStream.range(0, 2_000)
                .mapToObj(i -> new Sample(
                        BEGAN + i * SECOND / 100,
                        Duration.ofMillis(i / 100 == slow ? 100 : 1).toNanos(),
                        null))
                .toList();
    }
}
