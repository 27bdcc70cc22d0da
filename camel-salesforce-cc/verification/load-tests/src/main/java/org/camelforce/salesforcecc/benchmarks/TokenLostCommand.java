package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.scenario.Outage;
import org.camelforce.salesforcecc.benchmarks.scenario.TokenLost;
import org.camelforce.salesforcecc.benchmarks.scenario.TokenLost.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.TokenLost.Settings;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "token-lost",
        description = "The token endpoint is down and all sessions end: callers fail fast, few token POSTs, recovery.",
        mixinStandardHelpOptions = true)
final class TokenLostCommand extends ScenarioCommand {

    private static final int MAX_POSTS = 12;

    @Option(
            names = "--outage",
            defaultValue = "ANSWERS_503",
            description = "How the endpoint is down: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Outage outage = Outage.ANSWERS_503;

    TokenLostCommand(LongSupplier ticker) {
        super(ticker);
    }

    @Override
    boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception {
        Settings settings = shortForm ? Settings.shortForm(outage) : Settings.longForm(outage);
        out.printf(
                "Token endpoint down until %s after the first failed call (%s) and all sessions ended: %d callers, each again"
                        + " %d ms after its last call%n",
                Figures.seconds(settings.down()),
                settings.outage(),
                settings.callers(),
                settings.pause().toMillis());
        out.flush();
        TokenLost scenario = new TokenLost(settings, ticker);
        List<Outcome> sides = List.of(scenario.run(), scenario.runUpstream());
        out.print(table(sides));
        for (Outcome side : sides) {
            out.println(side.name() + " fails like this: " + side.message().replaceAll("\\s+", " "));
        }
        Outcome ours = sides.get(0);
        return ours.postsWhileDown() <= MAX_POSTS
                && ours.postsToRecover() <= 1
                && ours.failedAfterRecovery() == 0
                && ours.failures().keySet().equals(Set.of("LoginUnavailableException"));
    }

    private static Table table(List<Outcome> sides) {
        Table table = new Table("", sides.get(0).name(), sides.get(1).name());
        row(table, "calls while down", sides, side -> side.calls());
        row(table, "failed", sides, side -> side.failures());
        row(
                table,
                "median of the failed calls",
                sides,
                side -> Figures.millis(side.failing().median()));
        row(
                table,
                "p99 of the failed calls",
                sides,
                side -> Figures.millis(side.failing().p99()));
        row(
                table,
                "longest of the failed calls",
                sides,
                side -> Figures.millis(side.failing().most()));
        row(table, "token POSTs while down", sides, side -> side.postsWhileDown());
        row(table, "next login, from the endpoint's return", sides, side -> {
            Duration next = side.nextLoginIn();
            return next == null ? "" : Figures.seconds(next);
        });
        row(table, "recovered, from the endpoint's return", sides, side -> Figures.seconds(side.recovery()));
        row(table, "token POSTs to recover", sides, side -> side.postsToRecover());
        row(table, "failed among the calls after that", sides, side -> side.failedAfterRecovery());
        return table;
    }

    private static void row(Table table, String what, List<Outcome> sides, Function<Outcome, Object> figure) {
        table.row(what, figure.apply(sides.get(0)), figure.apply(sides.get(1)));
    }
}
