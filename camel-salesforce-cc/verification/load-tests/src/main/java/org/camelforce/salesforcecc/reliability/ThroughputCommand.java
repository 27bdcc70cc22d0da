package org.camelforce.salesforcecc.reliability;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.run.HeapRun;
import org.camelforce.salesforcecc.reliability.throughput.Rates;
import org.camelforce.salesforcecc.reliability.throughput.Throughput;
import org.camelforce.salesforcecc.test.support.TestTls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Events per second beside upstream, and the heap while 100,000 events come. */
@Command(
        name = "throughput",
        description = "Durable consumers beside upstream's consumers without positions, and their memory.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {

    private static final int ROUNDS = 15;
    private static final int SAMPLES = 10;
    private static final double MIN_RATIO = 0.9;
    private static final double MAX_GROWTH = 1.1;
    private static final double MEGABYTE = 1 << 20;

    private final LongSupplier ticker;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    @Option(names = "--events", defaultValue = "10000", description = "Events in a round (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--heap-events", defaultValue = "100000", description = "Events in all (${DEFAULT-VALUE}).")
    private int heapEvents;

    ThroughputCommand(LongSupplier ticker, InstantSource clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("salesforce-cc-reliability");
        System.setProperty("javax.net.ssl.trustStore", TestTls.trustStore().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", TestTls.PASSWORD);
        boolean good = true;
        for (Protocol protocol : List.of(Protocol.COMETD, Protocol.PUBSUB)) {
            Path own = Files.createDirectory(folder.resolve(protocol.toString()));
            Rates rates = new Throughput(own, ROUNDS, events, ticker).of(protocol);
            out.printf(
                    Locale.ROOT,
                    "%s: %.0f events/s durable, %.0f events/s upstream without positions; ratio %.2f (%s | %s)%n",
                    protocol,
                    Rates.median(rates.durable()),
                    Rates.median(rates.upstream()),
                    rates.ratio(),
                    whole(rates.durable()),
                    whole(rates.upstream()));
            out.flush();
            good &= rates.ratio() >= MIN_RATIO;
        }
        Path own = Files.createDirectory(folder.resolve("heap"));
        List<Long> heaps = new HeapRun(own, clock)
                .sample(ConsumerKind.SALESFORCE_CC, Protocol.PUBSUB, SAMPLES, heapEvents / SAMPLES);
        out.println("heap after collection, MB, each after " + heapEvents / SAMPLES + " events: "
                + heaps.stream()
                        .map(bytes -> String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE))
                        .collect(Collectors.joining(" ")));
        out.flush();
        good &= heaps.get(SAMPLES - 1) <= heaps.get(1) * MAX_GROWTH;
        return good ? 0 : 1;
    }

    private static String whole(List<Double> rates) {
        return rates.stream()
                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                .collect(Collectors.joining(" "));
    }
}
