package org.camelforce.salesforcecc.simulator.internal.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * An asynchronous run of a report.
 *
 * @param id 18-character id
 * @param reportId 18-character id of the report
 * @param ownerId 18-character id of the user who asked for it
 * @param details whether it shows rows
 * @param requested when it was asked for
 * @param takes how long it takes
 * @param results what it finds
 */
public record ReportInstance(
        String id,
        String reportId,
        String ownerId,
        boolean details,
        Instant requested,
        Duration takes,
        ObjectNode results) {

    /**
     * @param now the time
     * @return {@code New}, {@code Running} or {@code Success}
     */
    public String status(Instant now) {
        if (isDone(now)) {
            return "Success";
        }
        return now.isBefore(requested.plus(takes.dividedBy(2))) ? "New" : "Running";
    }

    /**
     * @param now the time
     * @return whether it has come to its end
     */
    public boolean isDone(Instant now) {
        return !now.isBefore(completed());
    }

    /** @return when it comes to its end */
    public Instant completed() {
        return requested.plus(takes);
    }
}
