package org.camelforce.salesforcecc.simulator.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/** What a page that knows some of it is told. */
final class Changes {

    private final Journal journal;
    private final Requests requests;
    private final Snapshot snapshot;
    private final InstantSource time;
    private final long started;

    Changes(Journal journal, Requests requests, Snapshot snapshot, InstantSource time) {
        this.journal = journal;
        this.requests = requests;
        this.snapshot = snapshot;
        this.time = time;
        this.started = time.millis();
    }

    /** @return whether there is something that a page does not know */
    boolean areThere(long after, String version) {
        return journal.head() != after || !version(snapshot.take()).equals(version);
    }

    /** @return everything after the entry with that number, and how the org is now */
    ObjectNode after(long after) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode state = snapshot.take();
        answer.put("started", started).put("now", time.millis()).put("version", version(state));
        long head = journal.head();
        ArrayNode entries = answer.put("head", head).putArray("entries");
        journal.after(after).stream()
                .filter(entry -> entry.path("seq").asLong() <= head)
                .forEach(entries::add);
        answer.set("counts", journal.counts());
        answer.set("pulse", requests.pulse());
        answer.set("state", state);
        return answer;
    }

    private static String version(ObjectNode state) {
        return Integer.toHexString(state.toString().hashCode());
    }
}
