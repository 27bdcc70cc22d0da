package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/**
 * What a page that knows some of it is told. All pages share one version of how the org is, which is counted up when a
 * snapshot differs from the one before; who waits is told of it after the next one. Safe for use by several threads.
 */
final class ChangeReport {

    private final ActivityLog log;
    private final RequestMonitor requests;
    private final Snapshot snapshot;
    private final InstantSource time;
    private final long started;
    private ObjectNode latest = JsonNodeFactory.instance.objectNode();
    private long version;

    ChangeReport(ActivityLog log, RequestMonitor requests, Snapshot snapshot, InstantSource time) {
        this.log = log;
        this.requests = requests;
        this.snapshot = snapshot;
        this.time = time;
        this.started = time.millis();
    }

    /** @return whether there is something that a page does not know, as far as the latest snapshot shows */
    boolean areThere(long after, String knownVersion) {
        return log.head() != after || !version().equals(knownVersion);
    }

    /** Takes a snapshot, and counts the version up if it is another one than before. */
    synchronized void refresh() {
        ObjectNode current = snapshot.take();
        if (!current.equals(latest)) {
            latest = current;
            version++;
        }
    }

    /** @return everything after the entry with that number, and how the org is now */
    synchronized ObjectNode after(long after) {
        refresh();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("started", started).put("now", time.millis()).put("version", version());
        long head = log.head();
        ArrayNode entries = answer.put("head", head).putArray("entries");
        log.after(after).stream()
                .filter(entry -> entry.path("seq").asLong() <= head)
                .forEach(entries::add);
        answer.set("counts", log.counts());
        answer.set("pulse", requests.pulse());
        answer.set("state", latest);
        return answer;
    }

    private synchronized String version() {
        return started + "-" + version;
    }
}
