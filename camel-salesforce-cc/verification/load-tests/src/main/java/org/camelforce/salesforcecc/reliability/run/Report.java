package org.camelforce.salesforcecc.reliability.run;

import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.loadtests.report.Table;
import org.camelforce.salesforcecc.reliability.check.Anomaly;
import org.camelforce.salesforcecc.reliability.check.Verdict;
import org.camelforce.salesforcecc.reliability.history.Entry;

/** What is printed about runs. */
public final class Report {

    private static final int ANOMALIES_SHOWN = 5;
    private static final int LINES_AROUND = 12;

    private Report() {}

    /**
     * @param outcomes runs
     * @return a table, one run a row
     */
    public static String table(List<Outcome> outcomes) {
        Table table = new Table(
                "consumer",
                "seed",
                "published",
                "faults",
                "killed",
                "lost",
                "unexpected",
                "commit ahead",
                "duplicates",
                "unexplained",
                "lag after healing",
                "logins/budget");
        outcomes.forEach(outcome -> table.row(row(outcome)));
        return table.toString();
    }

    /**
     * @param outcome a run
     * @return its anomalies with the history around them; empty if there is none
     */
    public static String anomalies(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        List<Anomaly> anomalies = outcome.verdict().anomalies();
        if (!anomalies.isEmpty()) {
            lines.add(outcome.settings().name() + ", seed " + outcome.settings().seed() + ": " + anomalies.size()
                    + " anomalies; " + outcome.folder());
        }
        anomalies.stream().limit(ANOMALIES_SHOWN).forEach(anomaly -> {
            lines.add("");
            lines.add(anomaly.toString());
            lines.addAll(around(outcome.history(), anomaly.line()));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> around(List<Entry> history, int line) {
        int from = Math.max(0, line - LINES_AROUND);
        int to = Math.min(history.size(), line + LINES_AROUND + 1);
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add((i == line ? "> " : "  ") + (i + 1) + " " + history.get(i));
        }
        return lines;
    }

    private static Object[] row(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        return new Object[] {
            outcome.settings().name(),
            outcome.settings().seed(),
            verdict.published(),
            verdict.faults(),
            verdict.killed(),
            verdict.count(Anomaly.Kind.LOST),
            verdict.count(Anomaly.Kind.UNEXPECTED),
            verdict.count(Anomaly.Kind.COMMIT_AHEAD),
            verdict.duplicates(),
            verdict.count(Anomaly.Kind.UNEXPLAINED_DUPLICATE),
            verdict.lagMillis().isPresent() ? verdict.lagMillis().getAsLong() + " ms" : "late",
            verdict.logins() + "/" + verdict.loginBudget()
        };
    }
}
