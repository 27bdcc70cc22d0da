package org.camelforce.salesforcecc.internal.subscription.position;

import java.util.List;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads call the tracker at the same time, the outcome is that of some order of their calls, found out by
 * Lincheck's model checker. {@code -Dinterleavings=<number>} explores more.
 */
@Param(name = "event", gen = IntGen.class, conf = "1:3")
public class ContiguousPositionTrackerInterleavingsIT {

    private static final int INTERLEAVINGS = Integer.getInteger("interleavings", 200);
    private static final int SCENARIOS = Math.max(5, INTERLEAVINGS / 20);

    private final ContiguousPositionTracker tracker = new ContiguousPositionTracker(null);

    @Operation
    public boolean received(@Param(name = "event") int event) {
        return tracker.received(id(event));
    }

    @Operation
    public void done(@Param(name = "event") int event) {
        tracker.done(id(event));
    }

    @Operation
    public void failed(@Param(name = "event") int event) {
        tracker.failed(id(event));
    }

    @Operation
    public void reached(@Param(name = "event") int event) {
        tracker.reached(id(event));
    }

    @Operation
    public void reopened() {
        tracker.reopened();
    }

    @Operation
    public String position() {
        return tracker.position().map(ReplayId::toString).orElse("none");
    }

    @Operation
    public int inFlight() {
        return tracker.inFlight();
    }

    @Operation
    public int commitLag() {
        return tracker.commitLag();
    }

    @Operation
    public List<String> takeMissed() {
        return tracker.takeMissed().stream().map(ReplayId::toString).toList();
    }

    @Test
    void trackerWhenSeveralThreadsUseItThenAsIfOneAfterTheOther() {
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(INTERLEAVINGS)
                .threads(2)
                .actorsBefore(3)
                .actorsPerThread(3)
                .actorsAfter(2)
                .check(ContiguousPositionTrackerInterleavingsIT.class);
    }

    private static ReplayId id(int event) {
        return ReplayId.ofNumber(event);
    }
}
