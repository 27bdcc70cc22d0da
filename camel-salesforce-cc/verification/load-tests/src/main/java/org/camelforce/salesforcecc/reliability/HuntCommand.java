package org.camelforce.salesforcecc.reliability;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.hunt.Finding;
import org.camelforce.salesforcecc.reliability.hunt.Hunt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Rounds of random configurations and random mistakes, each of which has to come back to life. */
@Command(
        name = "hunt",
        description = "Random executors, errors, clocks, stores and restarts; afterwards everything has to move.",
        mixinStandardHelpOptions = true)
final class HuntCommand implements Callable<Integer> {

    private final LongSupplier ticker;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    HuntCommand(LongSupplier ticker, InstantSource clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long first = shared.seed(clock);
        Path folder = Files.createTempDirectory("salesforce-cc-hunt");
        Hunt hunt = new Hunt(folder, shared.protocols(), shared.troubles(), false, ticker, clock);
        out.println("first seed " + first + ", files in " + folder);
        Map<Long, List<Finding>> found = new TreeMap<>();
        long began = ticker.getAsLong();
        int done = 0;
        while (shared.rounds() > 0 ? done < shared.rounds() : since(began).compareTo(shared.length()) < 0) {
            long seed = first + done;
            out.println("seed " + seed + ": " + hunt.describe(seed));
            out.flush();
            List<Finding> findings = hunt.round(seed);
            findings.forEach(finding -> out.println("  " + finding.kind() + ": " + finding.text()));
            out.flush();
            if (!findings.isEmpty()) {
                found.put(seed, findings);
            }
            done++;
        }
        out.println(done + " rounds, " + found.size() + " with findings");
        List<String> lines = new ArrayList<>();
        found.forEach((seed, findings) -> lines.add("seed " + seed + ": "
                + findings.stream().map(Finding::kind).distinct().toList()));
        lines.forEach(out::println);
        out.flush();
        return found.isEmpty() ? 0 : 1;
    }

    private Duration since(long began) {
        return Duration.ofNanos(ticker.getAsLong() - began);
    }
}
