package org.camelforce.salesforcecc.reliability;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/** Scenarios in which subscriptions live through faults and kills. */
public final class ReliabilityCommands {

    private ReliabilityCommands() {}

    /**
     * Makes the subcommands of a program.
     *
     * @param ticker nanoseconds
     * @param clock the time of day
     * @return one command for each scenario
     */
    public static List<Object> all(LongSupplier ticker, InstantSource clock) {
        return List.of(
                new FaultsCommand(ticker, clock),
                new HuntCommand(ticker, clock),
                new OutageCommand(ticker),
                new ThroughputCommand(ticker, clock),
                new ClusterCommand(ticker, clock));
    }
}
