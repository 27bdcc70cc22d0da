package org.camelforce.salesforcecc.reliability;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.reliability.check.Takeover;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.run.ClusterRun;
import org.camelforce.salesforcecc.reliability.run.Outcome;
import org.camelforce.salesforcecc.reliability.run.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Two nodes, of which the active one is killed again and again. */
@Command(
        name = "cluster",
        description = "Two nodes with positions in a database; the active one is killed in mid-stream.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {

    private final LongSupplier ticker;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    @Option(names = "--kills", defaultValue = "20", description = "How often, with each protocol (${DEFAULT-VALUE}).")
    private int kills;

    ClusterCommand(LongSupplier ticker, InstantSource clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long seed = shared.seed(clock);
        Path folder = Files.createTempDirectory("salesforce-cc-reliability");
        out.println("seed " + seed + ", histories in " + folder);
        out.flush();
        List<Outcome> outcomes = new ArrayList<>();
        for (Protocol protocol : shared.protocols()) {
            if (protocol == Protocol.MANAGED) {
                // Salesforce lets one client at a time have it
                continue;
            }
            Path own = Files.createDirectory(folder.resolve(protocol.toString()));
            Outcome outcome = new ClusterRun(protocol, kills, seed, own, ticker, clock).call();
            outcomes.add(outcome);
            out.println(protocol + ": takeover in ms: "
                    + Takeover.of(outcome.history()).stream()
                            .map(Duration::toMillis)
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")));
            out.flush();
        }
        out.println(Report.table(outcomes));
        outcomes.stream()
                .filter(outcome -> !outcome.verdict().isClean())
                .forEach(outcome -> out.println(Report.anomalies(outcome)));
        out.flush();
        return outcomes.stream().allMatch(outcome -> outcome.verdict().isClean()) ? 0 : 1;
    }
}
