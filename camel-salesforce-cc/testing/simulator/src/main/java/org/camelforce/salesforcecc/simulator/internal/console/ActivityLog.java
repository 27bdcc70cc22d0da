package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What has happened, the latest {@value #CAPACITY} entries of each kind, so that many requests push nothing else out.
 * Entries are not changed once they are here. Safe for use by several threads.
 */
final class ActivityLog {

    static final int CAPACITY = 200;

    /** The kinds of entries. */
    enum Kind {
        ACTION,
        EVENT,
        FAULT,
        LOGIN,
        RECORD,
        REQUEST,
        SESSION
    }

    private final InstantSource time;
    private final Map<Kind, Deque<ObjectNode>> entries = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private long head;

    ActivityLog(InstantSource time) {
        this.time = time;
        for (Kind kind : Kind.values()) {
            entries.put(kind, new ArrayDeque<>());
            counts.put(kind, 0L);
        }
    }

    /** Adds an entry; the writer fills it in, and must not wait. */
    synchronized void add(Kind kind, Consumer<ObjectNode> writer) {
        head++;
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("seq", head)
                .put("at", time.millis())
                .put("kind", kind.name().toLowerCase(Locale.ROOT));
        writer.accept(entry);
        Deque<ObjectNode> latest = entries.getOrDefault(kind, new ArrayDeque<>());
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(entry);
        counts.merge(kind, 1L, Long::sum);
    }

    /** @return the number of the latest entry, 0 before the first one */
    synchronized long head() {
        return head;
    }

    /** @return the kept entries with a greater number, oldest first */
    synchronized List<ObjectNode> after(long number) {
        return entries.values().stream()
                .flatMap(Deque::stream)
                .filter(entry -> entry.path("seq").asLong() > number)
                .sorted(Comparator.comparingLong(entry -> entry.path("seq").asLong()))
                .toList();
    }

    /** @return how many entries of each kind there have been */
    synchronized ObjectNode counts() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        counts.forEach((kind, count) -> all.put(kind.name().toLowerCase(Locale.ROOT), count));
        return all;
    }
}
