package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * Since when nothing has moved although events wait, and how long the route has had each. Safe for use by several
 * threads.
 */
final class Movement {

    private final LongSupplier ticker;
    private final BooleanSupplier waiting;
    private final Map<ReplayId, Long> inRoute = new LinkedHashMap<>();
    private final Map<ReplayId, Long> named = new LinkedHashMap<>();
    private long movedAt;

    /** An event that the route has had for long. */
    record Overdue(ReplayId event, Duration since) {}

    /**
     * @param ticker nanoseconds
     * @param waiting whether there are events that are not done; asked while nothing is locked
     */
    Movement(LongSupplier ticker, BooleanSupplier waiting) {
        this.ticker = ticker;
        this.waiting = waiting;
        this.movedAt = ticker.getAsLong();
    }

    /** An event is done, the first one has begun to wait, or the subscription goes on after it was suspended. */
    synchronized void moved() {
        movedAt = ticker.getAsLong();
    }

    synchronized void given(ReplayId event) {
        inRoute.put(event, ticker.getAsLong());
    }

    synchronized void back(ReplayId event) {
        inRoute.remove(event);
        named.remove(event);
    }

    /** How long events have waited without any having become done; null if none waits. */
    @Nullable
    Duration stillFor() {
        if (!waiting.getAsBoolean()) {
            return null;
        }
        synchronized (this) {
            return Duration.ofNanos(ticker.getAsLong() - movedAt);
        }
    }

    /** The event that the route has had for the longest time; null if it has none. */
    synchronized @Nullable Overdue oldest() {
        return inRoute.entrySet().stream()
                .findFirst()
                .map(first -> new Overdue(first.getKey(), Duration.ofNanos(ticker.getAsLong() - first.getValue())))
                .orElse(null);
    }

    /** What the route has had for so long, each event once. */
    synchronized List<Overdue> overdue(Duration limit) {
        List<Overdue> found = new ArrayList<>();
        long now = ticker.getAsLong();
        inRoute.forEach((event, since) -> {
            if (now - since >= limit.toNanos() && named.putIfAbsent(event, now) == null) {
                found.add(new Overdue(event, Duration.ofNanos(now - since)));
            }
        });
        return found;
    }
}
