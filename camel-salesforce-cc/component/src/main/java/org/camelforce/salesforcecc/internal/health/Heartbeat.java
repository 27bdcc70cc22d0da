package org.camelforce.salesforcecc.internal.health;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/** Whether a thread still does what it is given. Safe for use by several threads. */
final class Heartbeat {

    private final Executor thread;
    private final LongSupplier ticker;
    private long askedAt;
    private boolean answered = true;

    Heartbeat(Executor thread, LongSupplier ticker) {
        this.thread = thread;
        this.ticker = ticker;
    }

    /** How long the thread has not answered; zero if it has. Asks it again. */
    Duration silence() {
        synchronized (this) {
            if (!answered) {
                return Duration.ofNanos(ticker.getAsLong() - askedAt);
            }
            answered = false;
            askedAt = ticker.getAsLong();
        }
        try {
            thread.execute(this::answer);
        } catch (RejectedExecutionException e) {
            // stopped: nothing is owed any more
            answer();
        }
        return Duration.ZERO;
    }

    private synchronized void answer() {
        answered = true;
    }
}
