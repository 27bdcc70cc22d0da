package org.camelforce.salesforcecc.reliability.run;

import java.time.Duration;
import java.util.Locale;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.fault.FaultPlan;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.reference.Mistake;

/**
 * What a run does.
 *
 * @param kind who consumes
 * @param protocol how
 * @param parallel whether the route works on several events at once
 * @param mistake what a consumer made by hand does wrong
 * @param seed what the events' times, and as a rule the plan, were drawn from
 * @param plan what goes wrong
 * @param length how long events are published and things go wrong
 * @param kills whether the consumer's process is killed at times
 * @param lagLimit how long after healing all events must have been routed
 */
public record RunSettings(
        ConsumerKind kind,
        Protocol protocol,
        boolean parallel,
        Mistake mistake,
        long seed,
        FaultPlan plan,
        Duration length,
        boolean kills,
        Duration lagLimit) {

    private static final Duration LAG_LIMIT = Duration.ofSeconds(30);

    /**
     * @param kind who consumes
     * @param protocol how
     * @param parallel whether the route works on several events at once
     * @param seed what everything is drawn from
     * @param length how long things go wrong
     * @param kills whether processes are killed as well
     * @return a run in which everything can go wrong that the protocol has
     */
    public static RunSettings drawn(
            ConsumerKind kind, Protocol protocol, boolean parallel, long seed, Duration length, boolean kills) {
        FaultPlan plan = FaultPlan.draw(protocol, seed, length, kills);
        return new RunSettings(kind, protocol, parallel, Mistake.NONE, seed, plan, length, kills, LAG_LIMIT);
    }

    /**
     * @param limit how long after healing all events must have been routed
     * @return the same run with this limit
     */
    public RunSettings withLagLimit(Duration limit) {
        return new RunSettings(kind, protocol, parallel, mistake, seed, plan, length, kills, limit);
    }

    /** @return who consumes and how, for people */
    public String name() {
        String name = kind + " " + protocol + (parallel ? " parallel" : "") + (kills ? "" : " never killed");
        return (mistake == Mistake.NONE ? name : name + " " + mistake)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
