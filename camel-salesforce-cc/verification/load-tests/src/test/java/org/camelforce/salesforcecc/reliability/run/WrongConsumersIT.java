package org.camelforce.salesforcecc.reliability.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.camelforce.salesforcecc.reliability.check.Anomaly;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.fault.Disturbance;
import org.camelforce.salesforcecc.reliability.fault.FaultPlan;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.fault.Step;
import org.camelforce.salesforcecc.reliability.reference.Mistake;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumers with a known mistake in processes of their own, and one without. */
class WrongConsumersIT {

    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final Duration LAG_LIMIT = Duration.ofSeconds(3);
    private static final Disturbance KILL_RECEIVED =
            new Disturbance.Kill(KillPoint.RECEIVED, 10, Duration.ofMillis(100));
    private static final Disturbance ERROR =
            new Disturbance.Inject(FaultPoint.PUBSUB_DELIVERY, Fault.GrpcError.serviceUnavailable(), 1);
    private static final Disturbance COMPLETION =
            new Disturbance.Inject(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream(), 1);
    private static final Disturbance SCHEMA_CHANGE =
            new Disturbance.Inject(FaultPoint.PUBSUB_DELIVERY, new Fault.SchemaChange(), 1);
    private static final Disturbance NO_SCHEMA =
            new Disturbance.Inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.internal(), 1);

    @TempDir
    Path folder;

    @Test
    void judgeWhenConsumerMakesNoMistakeThenClean() throws Exception {
        Outcome outcome = run(Mistake.NONE, KILL_RECEIVED, ERROR, COMPLETION, SCHEMA_CHANGE, NO_SCHEMA);

        assertThat(outcome.verdict().anomalies())
                .as(() -> Report.anomalies(outcome))
                .isEmpty();
        assertThat(outcome.verdict().killed()).isEqualTo(1);
        assertThat(outcome.verdict().faults()).isEqualTo(4);
    }

    @Test
    void judgeWhenConsumerCommitsFirstThenCommitAheadAndLost() throws Exception {
        assertNamed(run(Mistake.COMMITS_FIRST, KILL_RECEIVED), Anomaly.Kind.COMMIT_AHEAD, Anomaly.Kind.LOST);
    }

    @Test
    void judgeWhenConsumerGoesOnWithTheLatestAfterAnErrorThenLost() throws Exception {
        assertNamed(run(Mistake.LATEST_AFTER_ERROR, ERROR), Anomaly.Kind.LOST);
    }

    @Test
    void judgeWhenConsumerIgnoresCompletionThenLate() throws Exception {
        assertNamed(run(Mistake.IGNORES_COMPLETION, COMPLETION), Anomaly.Kind.LATE);
    }

    @Test
    void judgeWhenConsumerSwallowsDecodeErrorsThenLost() throws Exception {
        assertNamed(run(Mistake.SWALLOWS_DECODE_ERRORS, SCHEMA_CHANGE, NO_SCHEMA), Anomaly.Kind.LOST);
    }

    @Test
    void judgeWhenConsumerCommitsTheHighestThenCommitAhead() throws Exception {
        assertNamed(run(Mistake.COMMITS_HIGHEST), Anomaly.Kind.COMMIT_AHEAD);
    }

    private Outcome run(Mistake mistake, Disturbance... disturbances) throws IOException, InterruptedException {
        List<Step> steps = Arrays.stream(disturbances)
                .map(what -> new Step(Duration.ofSeconds(1), what))
                .toList();
        RunSettings settings = new RunSettings(
                ConsumerKind.BY_HAND,
                Protocol.PUBSUB,
                false,
                mistake,
                1,
                new FaultPlan(steps),
                LENGTH,
                true,
                mistake == Mistake.NONE ? Duration.ofMinutes(3) : LAG_LIMIT);
        return new Run(settings, folder, System::nanoTime, InstantSource.system()).call();
    }

    private static void assertNamed(Outcome outcome, Anomaly.Kind... kinds) {
        assertThat(outcome.verdict().anomalies())
                .as(() -> Report.anomalies(outcome))
                .extracting(Anomaly::kind)
                .contains(kinds);
    }
}
