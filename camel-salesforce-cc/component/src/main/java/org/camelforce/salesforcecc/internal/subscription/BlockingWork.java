package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What one subscription asks of threads that may block, its store's answers above all, and how long the oldest request
 * has been under way, the wait for a thread included. Safe for use by several threads.
 */
final class BlockingWork implements Executor {

    private final Executor threads;
    private final LongSupplier ticker;
    private final Map<Object, Long> underWay = new ConcurrentHashMap<>();

    BlockingWork(Executor threads, LongSupplier ticker) {
        this.threads = threads;
        this.ticker = ticker;
    }

    /** {@return other threads that may block, whose work counts, too} */
    Executor on(Executor others) {
        return work -> execute(others, work);
    }

    @Override
    public void execute(Runnable work) {
        execute(threads, work);
    }

    private void execute(Executor takers, Runnable work) {
        Object ticket = new Object();
        underWay.put(ticket, ticker.getAsLong());
        boolean accepted = false;
        try {
            takers.execute(() -> {
                try {
                    work.run();
                } finally {
                    underWay.remove(ticket);
                }
            });
            accepted = true;
        } finally {
            if (!accepted) {
                underWay.remove(ticket);
            }
        }
    }

    /** {@return for how long the oldest request has had no answer; empty if there is none} */
    Optional<Duration> longest() {
        long now = ticker.getAsLong();
        return underWay.values().stream()
                .map(since -> Duration.ofNanos(now - since))
                .max(Comparator.naturalOrder());
    }
}
