package org.camelforce.salesforcecc.events;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing delays between attempts to reconnect: doubled each time up to a maximum, each at most a quarter shorter. */
final class Backoff {

    private static final double SPREAD = 0.25;

    private final long firstMillis;
    private final long mostMillis;
    private final RandomGenerator jitter;
    private long nextMillis;

    Backoff(long firstMillis, long mostMillis, RandomGenerator jitter) {
        this.firstMillis = Math.max(1, firstMillis);
        this.mostMillis = Math.max(this.firstMillis, mostMillis);
        this.jitter = jitter;
        this.nextMillis = this.firstMillis;
    }

    Duration next() {
        long delay = nextMillis;
        nextMillis = Math.min(mostMillis, nextMillis * 2);
        return Duration.ofMillis(delay - jitter.nextLong(1 + Math.round(delay * SPREAD)));
    }

    void reset() {
        nextMillis = firstMillis;
    }
}
