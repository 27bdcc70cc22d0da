package org.camelforce.salesforcecc.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that moves only when a test moves it. Safe for use by several threads. */
public final class ManualTime implements InstantSource {

    private volatile Instant now;

    /** @param start the instant that this clock shows first */
    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param step how far; negative moves it back
     */
    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }
}
