package org.camelforce.salesforcecc.token;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task that waits for its time; a later plan replaces an earlier one. Not thread-safe; guarded by its owner. */
final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final ScheduledExecutorService scheduler;
    private final Runnable task;
    private @Nullable Future<?> planned;

    BackgroundWork(ScheduledExecutorService scheduler, Runnable task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    void in(Duration delay) {
        cancel();
        try {
            planned = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No further login in the background: the scheduler has ended");
        }
    }

    void cancel() {
        if (planned != null) {
            planned.cancel(false);
            planned = null;
        }
    }
}
