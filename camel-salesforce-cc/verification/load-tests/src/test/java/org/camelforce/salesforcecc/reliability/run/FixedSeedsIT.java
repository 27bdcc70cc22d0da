package org.camelforce.salesforcecc.reliability.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The durable consumers for 20 seconds each. */
class FixedSeedsIT {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    /** For a busy machine, where a process alone takes half a minute to start. */
    private static final Duration LAG_LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"COMETD, false, 1", "PUBSUB, true, 2", "MANAGED, true, 3"})
    void judgeWhenFaultsStrikeAndProcessesAreKilledThenClean(Protocol protocol, boolean parallel, long seed)
            throws Exception {
        RunSettings settings = RunSettings.drawn(ConsumerKind.SALESFORCE_CC, protocol, parallel, seed, LENGTH, true)
                .withLagLimit(LAG_LIMIT);

        Outcome outcome = new Run(settings, folder, System::nanoTime, InstantSource.system()).call();

        assertThat(outcome.verdict().anomalies())
                .as(() -> Report.anomalies(outcome))
                .isEmpty();
        assertThat(outcome.verdict().killed()).isPositive();
        assertThat(outcome.verdict().faults()).isPositive();
    }
}
