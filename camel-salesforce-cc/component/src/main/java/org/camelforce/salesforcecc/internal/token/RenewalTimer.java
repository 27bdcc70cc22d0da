package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task that waits for its time; a later plan replaces an earlier one. Not thread-safe; guarded by its owner. */
final class RenewalTimer {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalTimer.class);

    private final ScheduledExecutorService scheduler;
    private final Runnable task;
    private @Nullable Future<?> planned;
    private @Nullable Long workAt;
    private volatile boolean missed;

    RenewalTimer(ScheduledExecutorService scheduler, Runnable task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    /** @param next what to wake up for; null for nothing */
    void plan(RenewalPlan.@Nullable Next next, long now) {
        cancel();
        if (next != null) {
            in(next.in());
            workAt = next.isWork() ? now + nanos(next.in()) : null;
        }
    }

    /** Until the next work; null if none is planned. */
    @Nullable
    Duration untilWork(long now) {
        Long at = workAt;
        return at == null ? null : Duration.ofNanos(Math.max(0, at - now));
    }

    void in(Duration delay) {
        cancel();
        try {
            planned = scheduler.schedule(task, nanos(delay), TimeUnit.NANOSECONDS);
            missed = false;
        } catch (Throwable e) {
            // shut down, or for example because the process may start no further thread
            missed(e);
        }
    }

    /** At most 292 years. */
    private static long nanos(Duration delay) {
        return TimeUnit.NANOSECONDS.convert(delay);
    }

    /** Whether the last plan could not be carried out, and is to be made again. */
    boolean isMissed() {
        return missed;
    }

    private void missed(Throwable why) {
        if (scheduler.isShutdown()) {
            LOG.debug("No further login in the background: the scheduler has ended");
            return;
        }
        if (!missed) {
            LOG.error(
                    "No login can be planned in the background; the next request tries again: {}. Check the"
                            + " memory of this process and how many threads it can start",
                    why.toString());
        }
        missed = true;
    }

    private void cancel() {
        workAt = null;
        if (planned != null) {
            planned.cancel(false);
            planned = null;
        }
    }
}
