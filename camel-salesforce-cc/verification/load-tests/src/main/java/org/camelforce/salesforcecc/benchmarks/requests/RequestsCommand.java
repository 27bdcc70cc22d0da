package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a request costs, beside Camel's own component and Jetty's client alone. */
@Command(
        name = "requests",
        description =
                "CPU, allocation, throughput and latency of a request, beside salesforce and Jetty's client alone.",
        mixinStandardHelpOptions = true)
public final class RequestsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--cases", split = ",", description = "Of ${COMPLETION-CANDIDATES}; all if none is given.")
    private List<RequestCase> cases = List.of(RequestCase.values());

    @Option(names = "--callers", split = ",", description = "How many threads call at once (1,16,64).")
    private List<Integer> callers = List.of(1, 16, 64);

    @Option(names = "--rounds", defaultValue = "3", description = "How often each side is measured (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up-millis",
            defaultValue = "60000",
            description = "How long each case is warmed up, at most; it ends when the JIT compiler has nothing"
                    + " left to do (${DEFAULT-VALUE}).")
    private long warmUp;

    @Option(
            names = "--slice-millis",
            defaultValue = "2000",
            description = "How long each figure is measured (${DEFAULT-VALUE}).")
    private long slice;

    private record Point(RequestCase request, int callers) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Map<Point, Map<Side, List<Cost>>> costs = new LinkedHashMap<>();
        Process org = Children.start(CannedOrg.class);
        try {
            String url = Children.firstLine(org);
            for (int round = 1; round <= rounds; round++) {
                out.printf("Round %d of %d%n", round, rounds);
                out.flush();
                for (Side side : Side.values()) {
                    measure(side, url, costs);
                }
            }
        } finally {
            org.destroy();
        }
        print(out, costs);
        return 0;
    }

    private void measure(Side side, String url, Map<Point, Map<Side, List<Cost>>> costs) throws IOException {
        Process process = Children.start(
                SideProgram.class,
                side.name(),
                url,
                cases.stream().map(Enum::name).collect(Collectors.joining(",")),
                callers.stream().map(String::valueOf).collect(Collectors.joining(",")),
                String.valueOf(warmUp),
                String.valueOf(slice));
        List<String> figures = Children.figures(process);
        for (String line : figures) {
            String[] parts = line.split(" ", 3);
            Point point = new Point(RequestCase.valueOf(parts[0]), Integer.parseInt(parts[1]));
            costs.computeIfAbsent(point, any -> new EnumMap<>(Side.class))
                    .computeIfAbsent(side, any -> new ArrayList<>())
                    .add(Cost.of(parts[2]));
        }
        if (figures.size() != cases.size() * callers.size()) {
            throw new IOException("The process of " + side + " has ended too early");
        }
    }

    private static void print(PrintWriter out, Map<Point, Map<Side, List<Cost>>> costs) {
        Table table = new Table(
                "case",
                "callers",
                "CPU us: Jetty",
                "salesforce",
                "salesforce-cc",
                "ratio",
                "KB: Jetty",
                "salesforce",
                "salesforce-cc",
                "ratio",
                "1/s: ratio",
                "p99: ratio");
        costs.forEach((point, sides) -> table.row(
                point.request(),
                point.callers(),
                text(median(sides, Side.JETTY, Cost::cpuMicros)),
                text(median(sides, Side.SALESFORCE, Cost::cpuMicros)),
                text(median(sides, Side.SALESFORCE_CC, Cost::cpuMicros)),
                ratio(sides, Cost::cpuMicros),
                text(median(sides, Side.JETTY, Cost::bytes) / 1_000),
                text(median(sides, Side.SALESFORCE, Cost::bytes) / 1_000),
                text(median(sides, Side.SALESFORCE_CC, Cost::bytes) / 1_000),
                ratio(sides, Cost::bytes),
                ratio(sides, Cost::perSecond),
                ratio(sides, Cost::p99Micros)));
        out.println(table);
        out.flush();
    }

    private static String ratio(Map<Side, List<Cost>> sides, ToDoubleFunction<Cost> figure) {
        return "%.2f".formatted(median(sides, Side.SALESFORCE_CC, figure) / median(sides, Side.SALESFORCE, figure));
    }

    private static double median(Map<Side, List<Cost>> sides, Side side, ToDoubleFunction<Cost> figure) {
        double[] sorted = sides.getOrDefault(side, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
