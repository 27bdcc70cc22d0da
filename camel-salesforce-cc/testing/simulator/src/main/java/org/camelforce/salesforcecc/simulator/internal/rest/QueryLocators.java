package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.jspecify.annotations.Nullable;

/**
 * Query results that are still being fetched. They are kept for two days, in files, so that memory does not grow with
 * them. Their number has a limit, beyond which the oldest ones are discarded. It is far above what clients fetch at a
 * time, because Salesforce has had no limit of cursors since API version 56.0 (Salesforce Developer Limits and
 * Allocations, "API Query Cursor Limits"). Safe for use by several threads.
 */
final class QueryLocators {

    private static final int MAX_OPEN = 10_000;

    private static final Duration LIFE = Duration.ofDays(2);
    private static final Pattern FORM = Pattern.compile("(01g[0-9A-Za-z]{15})-(\\d{1,9})");

    private final InstantSource time;
    private final TemporaryFiles files;
    private final int maxOpen;
    private final Map<String, Open> byLocator = new LinkedHashMap<>();
    private long opened;

    QueryLocators(InstantSource time, TemporaryFiles files) {
        this(time, files, MAX_OPEN);
    }

    /** @param maxOpen greatest number of results that are being fetched */
    QueryLocators(InstantSource time, TemporaryFiles files, int maxOpen) {
        this.time = time;
        this.files = files;
        this.maxOpen = maxOpen;
    }

    String open(Snapshot snapshot, List<ObjectNode> rows) {
        String locator = next();
        Open open = new Open(
                snapshot,
                RowFile.write(files.file(locator), rows),
                time.instant().plus(LIFE));
        synchronized (this) {
            byLocator.put(locator, open);
        }
        return locator;
    }

    /** The place that {@code locator-offset} stands for; only who asked the query may go on. */
    Position find(String text, String userId) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw RowFile.discarded();
        }
        Open open = get(matcher.group(1));
        int offset = Integer.parseInt(matcher.group(2));
        if (open == null
                || open.isExpired(time.instant())
                || !open.snapshot.userId().equals(userId)
                || offset > open.rows.size()) {
            throw RowFile.discarded();
        }
        return new Position(matcher.group(1), offset, open.snapshot, open.rows);
    }

    private synchronized @Nullable Open get(String locator) {
        return byLocator.get(locator);
    }

    private synchronized String next() {
        Instant now = time.instant();
        Iterator<Open> oldestFirst = byLocator.values().iterator();
        // all have the same life, so the oldest one ends first
        while (oldestFirst.hasNext()) {
            Open oldest = oldestFirst.next();
            if (byLocator.size() < maxOpen && !oldest.isExpired(now)) {
                break;
            }
            oldestFirst.remove();
            oldest.rows.delete();
        }
        return SalesforceId.of("01g", ++opened);
    }

    /**
     * What is known of a result.
     *
     * @param userId who asked
     * @param totalSize number of rows, or a count
     * @param batchSize rows per page unless a later request says otherwise
     */
    record Snapshot(String userId, int totalSize, int batchSize) {}

    /**
     * Where a client goes on.
     *
     * @param locator the locator alone
     * @param offset index of the next row
     * @param snapshot what is known of the result
     * @param rows the rows as they were when the query was asked
     */
    record Position(String locator, int offset, Snapshot snapshot, RowFile rows) {}

    private record Open(Snapshot snapshot, RowFile rows, Instant end) {

        boolean isExpired(Instant now) {
            return !now.isBefore(end);
        }
    }
}
