package org.camelforce.salesforcecc.reliability;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.run.Outcome;
import org.camelforce.salesforcecc.reliability.run.Report;
import org.camelforce.salesforcecc.reliability.run.Run;
import org.camelforce.salesforcecc.reliability.run.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All protocols at the same time under random faults, and upstream's consumers under the same ones. */
@Command(name = "faults", description = "Random faults and kills.", mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    private final LongSupplier ticker;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    @Option(names = "--kind", defaultValue = "SALESFORCE_CC", description = "The consumer that must lose nothing.")
    private ConsumerKind kind = ConsumerKind.SALESFORCE_CC;

    FaultsCommand(LongSupplier ticker, InstantSource clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long drawnFrom = shared.seed(clock);
        Path folder = Files.createTempDirectory("salesforce-cc-reliability");
        out.println("seed " + drawnFrom + ", histories in " + folder);
        out.flush();
        List<Callable<Outcome>> runs = new ArrayList<>();
        for (RunSettings settings : runs(drawnFrom)) {
            Path own = Files.createDirectory(folder.resolve(settings.name().replace(' ', '-')));
            runs.add(new Run(settings, own, ticker, clock)::call);
        }
        List<Outcome> outcomes = AtOnce.results(runs, out);
        out.println(Report.table(outcomes));
        boolean good = outcomes.size() == runs.size();
        for (Outcome outcome : outcomes) {
            if (outcome.settings().kind().isDurable()) {
                out.println(Report.anomalies(outcome));
                good &= outcome.verdict().isClean();
            }
        }
        out.flush();
        return good ? 0 : 1;
    }

    private List<RunSettings> runs(long drawnFrom) {
        Duration length = shared.length();
        List<RunSettings> runs = new ArrayList<>();
        for (Protocol protocol : shared.protocols()) {
            for (SharedOptions.RouteKind route : shared.routes()) {
                runs.add(RunSettings.drawn(
                        kind, protocol, route == SharedOptions.RouteKind.PARALLEL, drawnFrom, length, true));
            }
            if (shared.upstream() && kind != ConsumerKind.SALESFORCE && protocol != Protocol.MANAGED) {
                runs.add(RunSettings.drawn(ConsumerKind.SALESFORCE, protocol, false, drawnFrom, length, true));
                runs.add(RunSettings.drawn(ConsumerKind.SALESFORCE, protocol, false, drawnFrom, length, false));
            }
        }
        return runs;
    }
}
