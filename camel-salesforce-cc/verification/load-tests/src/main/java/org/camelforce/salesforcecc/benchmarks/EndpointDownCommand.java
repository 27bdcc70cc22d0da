package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.scenario.EndpointDown;
import org.camelforce.salesforcecc.benchmarks.scenario.EndpointDown.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.EndpointDown.Settings;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;

@Command(
        name = "endpoint-down",
        description = "The token endpoint is down while the token is good and due for renewal: no failed exchange.",
        mixinStandardHelpOptions = true)
final class EndpointDownCommand extends ScenarioCommand {

    EndpointDownCommand(LongSupplier ticker) {
        super(ticker);
    }

    @Override
    boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception {
        Settings settings = shortForm ? Settings.shortForm() : Settings.longForm();
        out.printf(
                "Token endpoint down while the token is good: %d exchanges/s on each side, access tokens that live %s, down"
                        + " from %s on until %s after the first renewal that fails%n",
                settings.perSecond(),
                Figures.seconds(settings.tokenLife()),
                Figures.seconds(settings.before()),
                Figures.seconds(settings.down()));
        out.flush();
        List<Outcome> sides = new EndpointDown(settings, ticker).run();
        Table table = new Table("", sides.get(0).name(), sides.get(1).name());
        row(table, "exchanges", sides, side -> side.exchanges());
        row(table, "failed", sides, side -> side.failed());
        row(table, "answers with 401", sides, side -> side.answers401());
        row(table, "token POSTs while down", sides, side -> side.postsWhileDown());
        row(table, "token POSTs afterwards", sides, side -> side.postsAfter());
        row(table, "p99", sides, side -> Figures.millis(side.latency().p99()));
        row(table, "longest", sides, side -> Figures.millis(side.latency().most()));
        out.print(table);
        return sides.get(0).failed() == 0 && sides.get(0).postsWhileDown() > 0;
    }

    private static void row(Table table, String what, List<Outcome> sides, Function<Outcome, Object> figure) {
        table.row(what, figure.apply(sides.get(0)), figure.apply(sides.get(1)));
    }
}
