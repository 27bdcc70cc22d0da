package org.camelforce.salesforcecc.internal.threads;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between attempts: doubled each time up to a maximum, each at most a quarter shorter. Used by one
 * thread at a time.
 */
public final class Backoff {

    private static final double SPREAD = 0.25;

    private final long firstMillis;
    private final long maxMillis;
    private final RandomGenerator jitter;
    private long nextMillis;

    /**
     * @param firstMillis the first pause, in milliseconds
     * @param maxMillis the longest pause, in milliseconds
     * @param jitter draws how much shorter a pause is
     */
    public Backoff(long firstMillis, long maxMillis, RandomGenerator jitter) {
        this.firstMillis = Math.max(1, firstMillis);
        this.maxMillis = Math.max(this.firstMillis, maxMillis);
        this.jitter = jitter;
        this.nextMillis = this.firstMillis;
    }

    /** @return the pause after one more failure */
    public Duration next() {
        long delay = nextMillis;
        nextMillis = Math.min(maxMillis, nextMillis * 2);
        return Duration.ofMillis(delay - jitter.nextLong(1 + Math.round(delay * SPREAD)));
    }

    /** The next failure is the first one again. */
    public void reset() {
        nextMillis = firstMillis;
    }
}
