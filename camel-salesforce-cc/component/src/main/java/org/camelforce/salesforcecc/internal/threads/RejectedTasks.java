package org.camelforce.salesforcecc.internal.threads;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that an executor of the component's own has rejected although the component is not closing. That is a defect:
 * it is an error in the log, every subscription of the component is DOWN until the executor has taken the task, and the
 * task is submitted again until then. Safe for use by several threads.
 */
public final class RejectedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedTasks.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private final Executor later;
    private volatile boolean closing;
    private int owed;
    private @Nullable Long loggedAt;
    private @Nullable String reason;

    /**
     * @param ticker nanoseconds
     * @param later runs a short task after a while, on no thread of an executor that may reject it
     */
    public RejectedTasks(LongSupplier ticker, Executor later) {
        this.ticker = ticker;
        this.later = later;
    }

    /** From now on a rejection is in order. */
    public void closing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Runs a task that submits another again. */
    void later(Runnable again) {
        later.execute(again);
    }

    void rejected(String executor, Throwable why) {
        boolean log;
        synchronized (this) {
            owed++;
            reason = "The threads " + executor + " reject tasks: " + why;
            long now = ticker.getAsLong();
            log = loggedAt == null || now - loggedAt >= BETWEEN_LINES.toNanos();
            if (log) {
                loggedAt = now;
            }
        }
        if (log) {
            LOG.error(
                    "The threads {} reject tasks although the component is not stopping; trying again", executor, why);
        }
    }

    /** A task that was rejected has been taken after all, or is not wanted any more. */
    synchronized void accepted() {
        owed--;
        if (owed == 0) {
            reason = null;
            loggedAt = null;
        }
    }

    /** @return what is rejected at the moment; null if nothing is */
    public synchronized @Nullable String reason() {
        return reason;
    }
}
