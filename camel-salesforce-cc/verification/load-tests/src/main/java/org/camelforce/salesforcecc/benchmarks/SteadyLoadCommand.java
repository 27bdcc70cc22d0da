package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.scenario.SteadyLoad;
import org.camelforce.salesforcecc.benchmarks.scenario.SteadyLoad.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.SteadyLoad.Settings;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;

@Command(
        name = "steady-load",
        description = "Steady load while access tokens expire: no 401, no failed exchange, no slower seconds.",
        mixinStandardHelpOptions = true)
final class SteadyLoadCommand extends ScenarioCommand {

    private static final int RENEWALS = 3;

    SteadyLoadCommand(LongSupplier ticker) {
        super(ticker);
    }

    @Override
    boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception {
        Settings settings = shortForm ? Settings.shortForm() : Settings.longForm();
        out.printf(
                "Steady load: %d exchanges/s on each side for %s, access tokens that live %s%n",
                settings.perSecond(), Figures.seconds(settings.length()), Figures.seconds(settings.tokenLife()));
        out.flush();
        List<Outcome> sides = new SteadyLoad(settings, ticker).run();
        out.print(table(sides));
        Outcome ours = sides.get(0);
        return ours.failed() == 0 && ours.answers401() == 0 && ours.tokenPosts() >= RENEWALS;
    }

    private static Table table(List<Outcome> sides) {
        Table table = new Table("", sides.get(0).name(), sides.get(1).name());
        row(table, "exchanges", sides, side -> side.exchanges());
        row(table, "failed", sides, side -> side.failed());
        row(table, "answers with 401", sides, side -> side.answers401());
        row(table, "token POSTs after the first", sides, side -> side.tokenPosts());
        row(
                table,
                "median, quiet seconds",
                sides,
                side -> Figures.millis(side.latency().quiet().median()));
        row(
                table,
                "p99, quiet seconds",
                sides,
                side -> Figures.millis(side.latency().quiet().p99()));
        row(
                table,
                "p99, seconds around a login",
                sides,
                side -> Figures.millis(side.latency().around().p99()));
        row(
                table,
                "the latter by the former",
                sides,
                side -> Figures.ratio(side.latency().ratio()));
        row(
                table,
                "p99 of equally long quiet stretches, least to most",
                sides,
                side -> Figures.millis(side.latency().minQuiet()) + " to "
                        + Figures.millis(side.latency().maxQuiet()));
        row(
                table,
                "p99 of the median quiet second",
                sides,
                side -> Figures.millis(side.latency().quietSecond()));
        row(
                table,
                "p99 of the median second around a login",
                sides,
                side -> Figures.millis(side.latency().aroundSecond()));
        row(
                table,
                "the latter by the former",
                sides,
                side -> Figures.ratio(side.latency().secondRatio()));
        row(
                table,
                "longest, quiet seconds",
                sides,
                side -> Figures.millis(side.latency().quiet().most()));
        row(
                table,
                "longest, seconds around a login",
                sides,
                side -> Figures.millis(side.latency().around().most()));
        return table;
    }

    private static void row(Table table, String what, List<Outcome> sides, Function<Outcome, Object> figure) {
        table.row(what, figure.apply(sides.get(0)), figure.apply(sides.get(1)));
    }
}
