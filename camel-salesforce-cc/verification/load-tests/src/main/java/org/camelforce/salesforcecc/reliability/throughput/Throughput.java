package org.camelforce.salesforcecc.reliability.throughput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.child.ConsumerSettings;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.reference.Mistake;
import org.camelforce.salesforcecc.reliability.run.NumberedEvents;
import org.camelforce.salesforcecc.replay.FileReplayStore;

/**
 * The durable consumer with the file store beside upstream's consumer, which keeps no position: rounds of events of 1
 * KB, in turn, in one process.
 */
public final class Throughput {

    private static final String KILOBYTE = "x".repeat(1000);

    private final Path folder;
    private final int rounds;
    private final int eventsPerRound;
    private final LongSupplier ticker;

    /**
     * @param folder where positions are written
     * @param rounds measured rounds of each side
     * @param eventsPerRound events in each
     * @param ticker nanoseconds
     */
    public Throughput(Path folder, int rounds, int eventsPerRound, LongSupplier ticker) {
        this.folder = folder;
        this.rounds = rounds;
        this.eventsPerRound = eventsPerRound;
        this.ticker = ticker;
    }

    /**
     * @param protocol how the events come
     * @return what was measured, without a first round for warming up
     * @throws Exception if a side does not start, or events do not come
     */
    public Rates of(Protocol protocol) throws Exception {
        List<Double> durable = new ArrayList<>();
        List<Double> upstream = new ArrayList<>();
        try (Side ours = side(ConsumerKind.SALESFORCE_CC, protocol);
                Side theirs = side(ConsumerKind.SALESFORCE, protocol)) {
            for (int round = 0; round <= rounds; round++) {
                double our = 0;
                double their = 0;
                for (int turn = 0; turn < 2; turn++) {
                    if ((round + turn) % 2 == 0) {
                        our = ours.round(eventsPerRound, KILOBYTE);
                    } else {
                        their = theirs.round(eventsPerRound, KILOBYTE);
                    }
                }
                if (round > 0) {
                    durable.add(our);
                    upstream.add(their);
                }
            }
        }
        return new Rates(protocol.toString(), durable, upstream);
    }

    private Side side(ConsumerKind kind, Protocol protocol) throws Exception {
        NumberedEvents org = new NumberedEvents();
        ConsumerSettings settings = new ConsumerSettings(
                kind,
                protocol,
                false,
                Mistake.NONE,
                org.address(),
                NumberedEvents.SUBSCRIPTION,
                folder,
                folder.resolve("history.txt"),
                null);
        return new Side(settings, org, new FileReplayStore(folder), ticker);
    }
}
