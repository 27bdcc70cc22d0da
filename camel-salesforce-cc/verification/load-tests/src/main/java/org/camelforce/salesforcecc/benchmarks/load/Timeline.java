package org.camelforce.salesforcecc.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notes when a counter moves, to within a few milliseconds, from the construction to {@link #close}. Safe for use by
 * several threads.
 */
public final class Timeline implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(5);

    private final LongSupplier counter;
    private final LongSupplier ticker;
    private final ScheduledExecutorService watch;
    private final List<Long> moments = new ArrayList<>();
    private long seen;

    /**
     * @param counter what is watched
     * @param ticker nanoseconds
     */
    public Timeline(LongSupplier counter, LongSupplier ticker) {
        this.counter = counter;
        this.ticker = ticker;
        this.seen = counter.getAsLong();
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "moments"));
        watch.scheduleAtFixedRate(this::look, 0, INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** @return when the counter moved, by the ticker, oldest first */
    public synchronized List<Long> seen() {
        return List.copyOf(moments);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private synchronized void look() {
        long count = counter.getAsLong();
        if (count != seen) {
            seen = count;
            moments.add(ticker.getAsLong());
        }
    }
}
