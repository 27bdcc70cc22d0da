package org.camelforce.salesforcecc.events;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that an executor of the component's own has refused although the component is not closing. That is a defect: it
 * is an error in the log, every subscription of the component is DOWN until the work has been made up for, and it is
 * tried again until it has been. Safe for use by several threads.
 */
final class RefusedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedWork.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private volatile boolean closing;
    private int owed;
    private @Nullable Long loggedAt;
    private @Nullable String reason;

    /** @param ticker nanoseconds */
    RefusedWork(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** From now on a refusal is in order. */
    void closing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    void refused(String executor, Throwable why) {
        boolean log;
        synchronized (this) {
            owed++;
            reason = "The threads " + executor + " refuse work: " + why;
            long now = ticker.getAsLong();
            log = loggedAt == null || now - loggedAt >= BETWEEN_LINES.toNanos();
            if (log) {
                loggedAt = now;
            }
        }
        if (log) {
            LOG.error("The threads {} refuse work although the component is not stopping; trying again", executor, why);
        }
    }

    /** Work that was refused has been taken after all, or is not wanted any more. */
    synchronized void madeUp() {
        owed--;
        if (owed == 0) {
            reason = null;
            loggedAt = null;
        }
    }

    /** What is refused at the moment; null if nothing is. */
    synchronized @Nullable String reason() {
        return reason;
    }
}
