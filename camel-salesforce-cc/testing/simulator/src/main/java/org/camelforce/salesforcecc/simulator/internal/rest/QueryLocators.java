package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Query results that are still being fetched. They are kept for two days. Safe for use by several threads. */
final class QueryLocators {

    private static final Duration LIFE = Duration.ofDays(2);
    private static final Pattern FORM = Pattern.compile("(01g[0-9A-Za-z]{15})-(\\d{1,9})");

    private final InstantSource time;
    private final AtomicLong opened = new AtomicLong();
    private final Map<String, Open> byLocator = new ConcurrentHashMap<>();

    QueryLocators(InstantSource time) {
        this.time = time;
    }

    String open(Snapshot snapshot) {
        Instant now = time.instant();
        byLocator.values().removeIf(open -> open.isExpired(now));
        String locator = SalesforceId.of("01g", opened.incrementAndGet());
        byLocator.put(locator, new Open(snapshot, now.plus(LIFE)));
        return locator;
    }

    /** The place that {@code locator-offset} stands for; only who asked the query may go on. */
    Position find(String text, String userId) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid();
        }
        Open open = byLocator.get(matcher.group(1));
        int offset = Integer.parseInt(matcher.group(2));
        if (open == null
                || open.isExpired(time.instant())
                || !open.snapshot.userId().equals(userId)
                || offset > open.snapshot.rows().size()) {
            throw invalid();
        }
        return new Position(matcher.group(1), offset, open.snapshot);
    }

    private static ApiException invalid() {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    /**
     * A result as it was when the query was asked.
     *
     * @param userId who asked
     * @param totalSize number of rows, or a count
     * @param rows the rows
     * @param batchSize rows per page unless a later request says otherwise
     */
    record Snapshot(String userId, int totalSize, List<ObjectNode> rows, int batchSize) {}

    /**
     * Where a client goes on.
     *
     * @param locator the locator alone
     * @param offset index of the next row
     * @param snapshot the result
     */
    record Position(String locator, int offset, Snapshot snapshot) {}

    private record Open(Snapshot snapshot, Instant end) {

        boolean isExpired(Instant now) {
            return !now.isBefore(end);
        }
    }
}
