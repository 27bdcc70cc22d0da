package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.credentials.StorageKind;
import org.camelforce.salesforcecc.benchmarks.scenario.RotationDrill;
import org.camelforce.salesforcecc.benchmarks.scenario.RotationDrill.Outcome;
import org.camelforce.salesforcecc.benchmarks.scenario.RotationDrill.Settings;
import org.camelforce.salesforcecc.benchmarks.scenario.ServerBehavior;
import org.camelforce.salesforcecc.loadtests.report.Table;
import picocli.CommandLine.Command;

@Command(
        name = "rotation-drill",
        description = "Key and secret are rotated under load: no failed exchange, at most 3 further token POSTs.",
        mixinStandardHelpOptions = true)
final class RotationDrillCommand extends ScenarioCommand {

    private static final int MAX_POSTS = 3;

    RotationDrillCommand(LongSupplier ticker) {
        super(ticker);
    }

    @Override
    boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception {
        Settings settings = shortForm ? Settings.shortForm() : Settings.longForm();
        RotationDrill drill = new RotationDrill(settings, ticker);
        out.printf(
                "Rotation drill: %d exchanges/s; the operator stages a pair, makes it known, applies it (which ends all"
                        + " sessions), and takes the former pair away%n",
                settings.perSecond());
        out.flush();
        List<Outcome> outcomes = new ArrayList<>();
        for (ServerBehavior behavior : ServerBehavior.values()) {
            for (StorageKind kind : StorageKind.values()) {
                outcomes.add(drill.run(behavior, kind));
            }
        }
        boolean good =
                outcomes.stream().allMatch(outcome -> outcome.failed() == 0 && outcome.tokenPosts() <= MAX_POSTS);
        for (ServerBehavior behavior : ServerBehavior.values()) {
            outcomes.add(drill.runUpstream(behavior));
        }
        print(outcomes, out);
        return good;
    }

    private static void print(List<Outcome> outcomes, PrintWriter out) {
        Map<String, String> operations = new LinkedHashMap<>();
        Table table = new Table(
                "component",
                "after the rotation",
                "credentials in",
                "exchanges",
                "failed",
                "answers with 401",
                "token POSTs");
        for (Outcome outcome : outcomes) {
            operations.put(outcome.name() + ", " + outcome.keeping(), outcome.operation());
            table.row(
                    outcome.name(),
                    outcome.behavior().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    outcome.keeping(),
                    outcome.exchanges(),
                    outcome.failed(),
                    outcome.answers401(),
                    outcome.tokenPosts());
        }
        Table done = new Table("component, credentials in", "what the operator does there");
        operations.forEach((where, what) -> done.row(where, what));
        out.print(done);
        out.println();
        out.print(table);
    }
}
