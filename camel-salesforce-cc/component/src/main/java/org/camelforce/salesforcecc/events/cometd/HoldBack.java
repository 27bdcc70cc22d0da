package org.camelforce.salesforcecc.events.cometd;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds the next long poll of one client back, without a thread that waits. On the scheduler's thread only. */
final class HoldBack {

    private final ScheduledExecutorService scheduler;
    private final Duration most;
    private final Runnable onExpired;
    private @Nullable Runnable held;
    private @Nullable Future<?> expiry;

    /**
     * @param most how long a poll is held at most
     * @param onExpired hears that one has been held for so long, just before it is let go
     */
    HoldBack(ScheduledExecutorService scheduler, Duration most, Runnable onExpired) {
        this.scheduler = scheduler;
        this.most = most;
        this.onExpired = onExpired;
    }

    void hold(Runnable poll) {
        held = poll;
        try {
            expiry = scheduler.schedule(this::expire, most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component stops, and nothing is sent any more
            held = null;
        }
    }

    /** Sends the poll that is held, if there is one. */
    void release() {
        Runnable poll = held;
        drop();
        if (poll != null) {
            poll.run();
        }
    }

    /** Forgets the poll that is held, if there is one. */
    void drop() {
        held = null;
        if (expiry != null) {
            expiry.cancel(false);
            expiry = null;
        }
    }

    private void expire() {
        if (held != null) {
            onExpired.run();
            release();
        }
    }
}
