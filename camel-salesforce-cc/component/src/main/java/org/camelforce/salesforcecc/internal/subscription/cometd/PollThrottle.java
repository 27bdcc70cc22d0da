package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds the next long poll of one client back, without a thread that waits. One that has been held for as long as
 * possible is followed by a time in which none is held: the events of a client can come in many answers, and each of
 * them can find another stream without room. On the scheduler's thread only.
 */
final class PollThrottle {

    /** How much longer no poll is held than one was. */
    private static final long OPEN = 2;

    private final ScheduledExecutorService scheduler;
    private final Duration max;
    private final Runnable onExpired;
    private @Nullable Runnable held;
    private @Nullable Future<?> expiry;
    private @Nullable Future<?> openEnd;

    /**
     * @param max how long a poll is held at most
     * @param onExpired is told that one has been held for so long, just before it is let go
     */
    PollThrottle(ScheduledExecutorService scheduler, Duration max, Runnable onExpired) {
        this.scheduler = scheduler;
        this.max = max;
        this.onExpired = onExpired;
    }

    /** Holds this poll until it is released, or lets it go after the longest time, or at once. */
    void hold(Runnable poll) {
        held = poll;
        if (openEnd != null) {
            expire();
            return;
        }
        try {
            expiry = scheduler.schedule(this::expire, max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component stops, and nothing is sent any more
            held = null;
        }
    }

    /** Sends the poll that is held, if there is one. */
    void release() {
        Runnable poll = held;
        forget();
        if (poll != null) {
            poll.run();
        }
    }

    /** The client is gone. Forgets the poll that is held, if there is one. */
    void close() {
        forget();
        if (openEnd != null) {
            openEnd.cancel(false);
            openEnd = null;
        }
    }

    private void forget() {
        held = null;
        if (expiry != null) {
            expiry.cancel(false);
            expiry = null;
        }
    }

    private void expire() {
        if (held != null) {
            onExpired.run();
            stayOpen();
            release();
        }
    }

    private void holdAgain() {
        openEnd = null;
    }

    private void stayOpen() {
        if (openEnd == null) {
            try {
                openEnd = scheduler.schedule(this::holdAgain, OPEN * max.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // the component stops
            }
        }
    }
}
