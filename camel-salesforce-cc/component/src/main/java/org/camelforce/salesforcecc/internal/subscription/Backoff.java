package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;

/** Growing delays between attempts: doubled each time up to a maximum, each at most a quarter shorter. */
final class Backoff implements PositionWriter.Pauses {

    private static final double SPREAD = 0.25;

    private final long firstMillis;
    private final long maxMillis;
    private final RandomGenerator jitter;
    private long nextMillis;

    Backoff(long firstMillis, long maxMillis, RandomGenerator jitter) {
        this.firstMillis = Math.max(1, firstMillis);
        this.maxMillis = Math.max(this.firstMillis, maxMillis);
        this.jitter = jitter;
        this.nextMillis = this.firstMillis;
    }

    @Override
    public Duration next() {
        long delay = nextMillis;
        nextMillis = Math.min(maxMillis, nextMillis * 2);
        return Duration.ofMillis(delay - jitter.nextLong(1 + Math.round(delay * SPREAD)));
    }

    @Override
    public void reset() {
        nextMillis = firstMillis;
    }
}
