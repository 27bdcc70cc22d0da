package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.loadtests.report.Table;
import org.camelforce.salesforcecc.reliability.fault.Protocol;

/**
 * What an outage cost, and how it ended.
 *
 * @param protocol how events came
 * @param subscriptions how many there were
 * @param owed events that each subscription was owed
 * @param samples answers of the routes' process, each ten seconds of the outage
 * @param spent what was asked for during the outage
 * @param repairedMillis from the repair to the last owed event; empty if that never came
 * @param after the last answer
 */
public record OutageResult(
        Protocol protocol,
        int subscriptions,
        int owed,
        List<JsonNode> samples,
        OutageOrg.Spent spent,
        OptionalLong repairedMillis,
        JsonNode after) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Timers of a few attempts that are under way at the same time for each subscription, and some for the process. */
    private static final int TASKS_EACH = 10;

    private static final int TASKS_ANYWAY = 200;
    private static final double MILLIS = 1000;

    /** Copies the samples. */
    public OutageResult {
        samples = List.copyOf(samples);
    }

    /** @return whether everything was as it should be */
    public boolean isGood() {
        return repairedMillis.isPresent()
                && repairedMillis.getAsLong() <= LIMIT.toMillis()
                && after.path("complete").asInt() == subscriptions
                && after.path("outOfOrder").asLong() == 0
                && after.path("down").asInt() == 0
                && samples.stream().allMatch(sample -> scheduled(sample) <= TASKS_ANYWAY + TASKS_EACH * subscriptions);
    }

    /**
     * @param results some results
     * @return a table, one result a row
     */
    public static String table(List<OutageResult> results) {
        Table table = new Table(
                "protocol",
                "subscriptions",
                "owed each",
                "seconds to all routed",
                "complete",
                "lost",
                "out of order",
                "again",
                "scheduled tasks, first / most / last",
                "route failures",
                "events delivered",
                "HTTP requests",
                "RPCs",
                "logins",
                "checks DOWN at the end of the outage",
                "DOWN after",
                "as it should be");
        results.forEach(result -> table.row(result.cells()));
        return table.toString();
    }

    /** @return the waiting tasks over time and what health said last, for people */
    public String details() {
        String tasks = samples.stream()
                .map(sample -> String.valueOf(scheduled(sample)))
                .collect(Collectors.joining(" "));
        String last = samples.isEmpty() ? "" : samples.get(samples.size() - 1).toString();
        return protocol + " x " + subscriptions + System.lineSeparator() + "  scheduled tasks each 10 s: " + tasks
                + System.lineSeparator() + "  last sample of the outage: " + last + System.lineSeparator()
                + "  after the repair: " + after;
    }

    private Object[] cells() {
        long routed = after.path("routed").asLong();
        return new Object[] {
            protocol,
            subscriptions,
            owed,
            repairedMillis.isPresent()
                    ? String.format(Locale.ROOT, "%.1f", repairedMillis.getAsLong() / MILLIS)
                    : "never",
            after.path("complete").asInt() + " of " + subscriptions,
            (long) owed * subscriptions - routed,
            after.path("outOfOrder").asLong(),
            after.path("again").asLong(),
            samples.isEmpty()
                    ? "-"
                    : scheduled(samples.get(0)) + " / "
                            + samples.stream()
                                    .mapToLong(OutageResult::scheduled)
                                    .max()
                                    .orElse(0)
                            + " / " + scheduled(samples.get(samples.size() - 1)),
            samples.isEmpty()
                    ? "-"
                    : samples.get(samples.size() - 1).path("failures").asLong(),
            spent.delivered(),
            spent.http(),
            spent.rpcs(),
            spent.logins(),
            samples.isEmpty() ? "-" : down(samples.get(samples.size() - 1)),
            down(after),
            isGood() ? "yes" : "NO"
        };
    }

    private static long scheduled(JsonNode sample) {
        return sample.path("scheduled").asLong();
    }

    private static String down(JsonNode sample) {
        return sample.path("down").asInt() + " of " + sample.path("checks").asInt();
    }
}
