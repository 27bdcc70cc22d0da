package org.camelforce.salesforcecc.reliability.hunt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.fault.Protocol;

/** Rounds of the hunt. Safe for use by several threads. */
public final class Hunt {

    private final Path folder;
    private final List<Protocol> protocols;
    private final List<Trouble> troubles;
    private final boolean small;
    private final LongSupplier ticker;
    private final InstantSource clock;

    /**
     * @param folder where the rounds put their files
     * @param protocols which protocols subscriptions have; each round has at least one subscription of each
     * @param troubles what may go wrong
     * @param small whether rounds have few subscriptions, and none takes more than some seconds
     * @param ticker nanoseconds
     * @param clock the machine's
     */
    public Hunt(
            Path folder,
            List<Protocol> protocols,
            List<Trouble> troubles,
            boolean small,
            LongSupplier ticker,
            InstantSource clock) {
        this.folder = folder;
        this.protocols = List.copyOf(protocols);
        this.troubles = List.copyOf(troubles);
        this.small = small;
        this.ticker = ticker;
        this.clock = clock;
    }

    /**
     * Runs the round of a seed and waits for its end.
     *
     * @param seed what everything is drawn from
     * @return what must not have happened and has
     * @throws IOException if no folder can be made
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Finding> round(long seed) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "round-" + seed + "-");
        return new Round(plan(seed), own, ticker, clock).call();
    }

    /**
     * @param seed what everything is drawn from
     * @return what the round of that seed is made of, for people
     */
    public String describe(long seed) {
        return plan(seed).toString();
    }

    private RoundPlan plan(long seed) {
        return RoundPlan.drawn(seed, protocols, troubles, small);
    }
}
