package org.camelforce.salesforcecc.reliability.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What one subscription is owed and has got: the truth. Safe for use by several threads. */
final class Account {

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final LongSupplier ticker;
    private final boolean ordered;
    private final NavigableMap<Integer, Owed> owed = new TreeMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Set<Long> early = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int published;
    private int highest;
    private long newest;
    private long committed;
    private long moved;
    private int routed;

    /** An event that has not been processed yet. */
    private record Owed(long at, long replayId) {}

    /** @param ordered whether the route must get the events in their order */
    Account(LongSupplier ticker, boolean ordered) {
        this.ticker = ticker;
        this.ordered = ordered;
        this.moved = ticker.getAsLong();
    }

    /** Takes a number for an event that is about to be published. */
    synchronized int publish() {
        published++;
        owed.put(published, new Owed(ticker.getAsLong(), UNKNOWN));
        return published;
    }

    /** The org has the event. */
    synchronized void published(int number, long replayId) {
        owed.computeIfPresent(number, (same, event) -> new Owed(event.at, replayId));
        numbers.put(replayId, number);
        newest = replayId;
        if (early.remove(replayId)) {
            done(number);
        }
    }

    /** An event has been processed: routed, or given to the error handling for good. */
    synchronized void done(int number) {
        moved = ticker.getAsLong();
        if (owed.remove(number) == null) {
            return;
        }
        routed++;
        if (ordered && number < highest) {
            wrong.add("event " + number + " after event " + highest);
        }
        highest = Math.max(highest, number);
    }

    /** The event with this replay id has been given to the error handling. */
    synchronized void doneWith(long replayId) {
        Integer number = numbers.get(replayId);
        if (number == null) {
            // it came before its publisher could say which number it has
            early.add(replayId);
        } else {
            done(number);
        }
    }

    /** An event has been given to the error handling, and nobody knows which. */
    synchronized void doneOldest() {
        if (!owed.isEmpty()) {
            done(owed.firstKey());
        }
    }

    /** Tells what a position passes over that must not be passed over; empty if nothing. */
    synchronized String commit(long position) {
        committed = Math.max(committed, position);
        for (Map.Entry<Integer, Owed> event : owed.entrySet()) {
            if (event.getValue().replayId <= position) {
                return "position " + position + " while event " + event.getKey() + " with replay id "
                        + event.getValue().replayId + " has not been processed";
            }
        }
        return "";
    }

    synchronized int owed() {
        return owed.size();
    }

    synchronized int processed() {
        return routed;
    }

    /** Whether the position is that of the newest event. */
    synchronized boolean isCommitted() {
        return committed >= newest;
    }

    /** For how long something has been owed and nothing has moved. */
    synchronized Duration standing(Duration grace) {
        Map.Entry<Integer, Owed> oldest = owed.firstEntry();
        if (oldest == null) {
            return Duration.ZERO;
        }
        long now = ticker.getAsLong();
        Duration waiting = Duration.ofNanos(now - oldest.getValue().at);
        Duration unmoved = Duration.ofNanos(now - moved);
        Duration standing = waiting.compareTo(unmoved) < 0 ? waiting : unmoved;
        return standing.compareTo(grace) < 0 ? Duration.ZERO : standing;
    }

    synchronized List<String> outOfOrder() {
        return List.copyOf(wrong);
    }

    @Override
    public synchronized String toString() {
        return published + " published, " + routed + " processed, owed "
                + owed.keySet().stream().limit(5).toList() + (owed.size() > 5 ? "..." : "") + ", newest " + newest
                + ", committed " + committed;
    }
}
