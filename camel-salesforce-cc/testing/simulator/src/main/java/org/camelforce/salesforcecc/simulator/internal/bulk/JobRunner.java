package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what jobs do in the background, when the org's clock says so. Its threads are daemons and end with
 * {@link #close}. Safe for use by several threads.
 */
final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 2;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final long CLOSE_SECONDS = 10;

    private final InstantSource time;
    private final ScheduledThreadPoolExecutor threads;

    JobRunner(String name, InstantSource time) {
        this.time = time;
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        threads = new ScheduledThreadPoolExecutor(THREADS, daemons);
        threads.setRemoveOnCancelPolicy(true);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Instant now() {
        return time.instant();
    }

    /** Runs work once the org's clock shows an instant. */
    void at(Instant due, Runnable work) {
        threads.execute(() -> runWhenDue(due, work));
    }

    private void runWhenDue(Instant due, Runnable work) {
        if (time.instant().isBefore(due)) {
            threads.schedule(() -> runWhenDue(due, work), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (!threads.isShutdown()) {
                LOG.error("A job failed", e);
            }
        }
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A job has not ended within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
