package org.camelforce.salesforcecc.reliability.fault;

import java.time.Duration;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/** Something that goes wrong at its time. */
public sealed interface Disturbance {

    /**
     * A fault strikes the next that passes a point.
     *
     * @param point where
     * @param fault what
     * @param times how many it strikes
     */
    record Inject(FaultPoint point, Fault fault, int times) implements Disturbance {}

    /** The org ends all sessions. */
    record EndSessions() implements Disturbance {}

    /**
     * The token endpoint is down for a while.
     *
     * @param length how long
     */
    record TokenOutage(Duration length) implements Disturbance {}

    /**
     * The consumer's process is killed, and another one started.
     *
     * @param point where the process stands still
     * @param count at which passage of that point, from now on
     * @param downtime how long nobody runs
     */
    record Kill(KillPoint point, int count, Duration downtime) implements Disturbance {}
}
