package org.camelforce.salesforcecc.reliability.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.reliability.history.HistoryTail;

/** How far a run has come, read from its history while it grows. For one thread. */
final class Progress implements Closeable {

    private final HistoryTail tail;
    private final Set<String> outstanding = new HashSet<>();
    private final Set<String> routed = new HashSet<>();
    private final Set<Integer> started = new HashSet<>();
    private int lastRouter;
    private boolean confirmed;
    private int routings;
    private long newest = Long.MIN_VALUE;
    private long committed = Long.MIN_VALUE;

    Progress(Path history) throws IOException {
        this.tail = new HistoryTail(history);
    }

    /** Reads on. */
    void update() throws IOException {
        tail.next().forEach(this::take);
    }

    /** How many owed events have not been routed. */
    int lag() {
        return outstanding.size();
    }

    /** Whether a position has been written. */
    boolean hasCommitted() {
        return committed != Long.MIN_VALUE;
    }

    /** Whether the position of the newest event, or a later one, has been written. */
    boolean isPastTheLastEvent() {
        return committed >= newest;
    }

    /** How often a route has done its work. */
    int routings() {
        return routings;
    }

    /** The process that has routed the last event. */
    int lastRouter() {
        return lastRouter;
    }

    /** Whether a process has begun to subscribe. */
    boolean hasStarted(int process) {
        return started.contains(process);
    }

    private void take(Entry entry) {
        if (entry.what() == HistoryEvent.CONFIRMED) {
            confirmed = true;
        } else if (entry.what() == HistoryEvent.PUBLISHED) {
            newest = Math.max(newest, Long.parseLong(entry.detail()));
            if (confirmed && !routed.contains(entry.subject())) {
                outstanding.add(entry.subject());
            }
        } else if (entry.what() == HistoryEvent.ROUTED) {
            routings++;
            lastRouter = entry.process();
            routed.add(entry.subject());
            outstanding.remove(entry.subject());
        } else if (entry.what() == HistoryEvent.STARTED) {
            started.add(entry.process());
        } else if (entry.what() == HistoryEvent.COMMITTED) {
            committed = entry.number();
        }
    }

    @Override
    public void close() throws IOException {
        tail.close();
    }
}
