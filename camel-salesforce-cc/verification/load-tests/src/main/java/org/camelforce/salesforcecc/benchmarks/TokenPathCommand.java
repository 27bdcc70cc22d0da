package org.camelforce.salesforcecc.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.tokenpath.Comparison;
import org.camelforce.salesforcecc.benchmarks.tokenpath.FiguresFile;
import org.camelforce.salesforcecc.benchmarks.tokenpath.TokenPath;
import org.camelforce.salesforcecc.benchmarks.tokenpath.VersionRun;
import org.camelforce.salesforcecc.loadtests.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares two versions of the component, each in JVMs of its own. */
@Command(
        name = "token-path",
        description = "What it takes to get the token, to send a request with it and to renew it, with two versions of"
                + " the component in turns. Times decide nothing.",
        mixinStandardHelpOptions = true)
final class TokenPathCommand implements Callable<Integer> {

    private final LongSupplier ticker;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--before",
            defaultValue = "",
            description = "Class path with one version of the component. Without it, the one of this program.")
    private String before = "";

    @Option(
            names = "--after",
            defaultValue = "",
            description = "Class path with the other version. Without it, the one of this program.")
    private String after = "";

    @Option(
            names = "--warm-up-millis",
            defaultValue = "5000",
            description = "How long each call is made before it is measured (${DEFAULT-VALUE}).")
    private long warmUpMillis;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each is measured (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--slices",
            defaultValue = "10",
            description = "How many slices are measured of each call (${DEFAULT-VALUE}).")
    private int slices;

    @Option(
            names = "--slice-millis",
            defaultValue = "100",
            description = "How long a slice is, about (${DEFAULT-VALUE}).")
    private long sliceMillis;

    @Option(
            names = "--cpu",
            description =
                    "Measure the processor's time instead of elapsed time, on a machine that has other work to do.")
    private boolean cpu;

    @Option(names = "--figures", hidden = true, description = "Measure this JVM's version once, into this file.")
    private @Nullable Path figures;

    TokenPathCommand(LongSupplier ticker) {
        this.ticker = ticker;
    }

    @Override
    public Integer call() throws Exception {
        if (figures == null) {
            compare(spec.commandLine().getOut());
        } else {
            try (TokenPath path = new TokenPath()) {
                FiguresFile.write(
                        figures,
                        path.measure(
                                Duration.ofMillis(warmUpMillis),
                                slices,
                                Duration.ofMillis(sliceMillis),
                                cpu ? processorTime() : ticker));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** Nanoseconds of all threads of this process, the compiler's and the server's included. */
    private static LongSupplier processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime;
    }

    private void compare(PrintWriter out) throws Exception {
        VersionRun run = new VersionRun(measuring(), Files.createTempDirectory("salesforce-cc-token-path"));
        Comparison comparison = new Comparison();
        for (int round = 1; round <= rounds; round++) {
            // what changes on the machine meanwhile must not favor one of them
            if (round % 2 == 0) {
                Map<String, Double> latter = run.nanos(after);
                comparison.add(run.nanos(before), latter);
            } else {
                Map<String, Double> former = run.nanos(before);
                comparison.add(former, run.nanos(after));
            }
            out.printf("Round %d of %d%n", round, rounds);
            out.flush();
        }
        out.print(table(comparison));
        out.flush();
    }

    /** The command of one measurement, without the file that it writes. */
    private List<String> measuring() {
        List<String> command = new ArrayList<>(List.of(
                spec.root().userObject().getClass().getName(),
                spec.name(),
                "--warm-up-millis=" + warmUpMillis,
                "--slices=" + slices,
                "--slice-millis=" + sliceMillis));
        if (cpu) {
            command.add("--cpu");
        }
        command.add("--figures");
        return command;
    }

    private static Table table(Comparison comparison) {
        Table table = new Table("", "before", "after", "after by before", "in the rounds");
        for (String call : comparison.calls()) {
            List<Double> ratios = comparison.ratios(call);
            table.row(
                    call,
                    micros(comparison.former(call)),
                    micros(comparison.latter(call)),
                    Figures.ratio(comparison.latter(call) / comparison.former(call)),
                    Figures.ratio(ratios.get(0)) + " to " + Figures.ratio(ratios.get(ratios.size() - 1)));
        }
        return table;
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.3f µs", nanos / 1_000);
    }
}
