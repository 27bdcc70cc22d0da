package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What one slow org among many costs the others. */
@Command(
        name = "slow-org",
        description = "Latency of queries of many orgs beside one with slow queries and a silent token endpoint.",
        mixinStandardHelpOptions = true)
public final class SlowOrgCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--instances",
            defaultValue = "100",
            description = "How many orgs there are, the slow one included (${DEFAULT-VALUE}).")
    private int instances;

    @Option(names = "--rounds", defaultValue = "10", description = "How often both are measured (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "How long each is measured, up to 25: a slow query takes 30 (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--per-second",
            defaultValue = "200",
            description = "How many queries the others send together (${DEFAULT-VALUE}).")
    private int perSecond;

    /** A line of figures. */
    private record Phase(String name, long count, long failed, double median, double p99, double most) {

        static Phase of(String line) {
            String[] parts = line.split(" ");
            return new Phase(
                    parts[0],
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]),
                    Double.parseDouble(parts[5]));
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Phase> phases = measured();
        Table table = new Table("the others", "queries", "failed", "median ms", "p99 ms", "longest ms");
        phases.forEach(phase -> table.row(
                phase.name(),
                phase.count(),
                phase.failed(),
                text(phase.median()),
                text(phase.p99()),
                text(phase.most())));
        out.println(table);
        double alone = median(phases, SlowOrgProgram.ALONE);
        double beside = median(phases, SlowOrgProgram.BESIDE);
        out.printf(
                Locale.ROOT,
                "Median of the p99: alone %.3f ms, beside the slow org %.3f ms, ratio %.2f%n",
                alone,
                beside,
                beside / alone);
        out.flush();
        boolean complete = phases.size() == 2 * rounds;
        return complete && phases.stream().allMatch(phase -> phase.failed() == 0) ? 0 : 1;
    }

    private List<Phase> measured() throws IOException {
        Process orgs = Children.start(CannedOrg.class, "0.0.0.0");
        try {
            int port = URI.create(Children.firstLine(orgs)).getPort();
            Process program = Children.start(
                    SlowOrgProgram.class,
                    String.valueOf(port),
                    String.valueOf(instances),
                    String.valueOf(rounds),
                    String.valueOf(seconds),
                    String.valueOf(perSecond));
            return Children.figures(program).stream().map(Phase::of).toList();
        } finally {
            orgs.destroy();
        }
    }

    private static double median(List<Phase> phases, String name) {
        double[] sorted = phases.stream()
                .filter(phase -> phase.name().equals(name))
                .mapToDouble(Phase::p99)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
