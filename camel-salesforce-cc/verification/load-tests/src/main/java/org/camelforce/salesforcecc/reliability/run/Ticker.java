package org.camelforce.salesforcecc.reliability.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a thread go on a hundred times a second. */
final class Ticker implements AutoCloseable {

    private static final int MILLIS = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore ticks = new Semaphore(0);

    Ticker() {
        thread.scheduleAtFixedRate(ticks::release, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits for the next tick; ticks that nobody has waited for are forgotten. */
    void await() throws InterruptedException {
        ticks.acquire();
        ticks.drainPermits();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
