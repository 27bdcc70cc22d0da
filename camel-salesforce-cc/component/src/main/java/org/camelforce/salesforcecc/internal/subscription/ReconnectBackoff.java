package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.internal.threads.Backoff;

/** How long to wait before the next attempt to reconnect. Used by one thread. */
final class ReconnectBackoff {

    private static final int BUSY_FACTOR = 10;

    private final Backoff usual;
    private final Backoff busy;

    ReconnectBackoff(Duration first, Duration max, RandomGenerator jitter) {
        this.usual = new Backoff(first.toMillis(), max.toMillis(), jitter);
        this.busy = new Backoff(max.toMillis(), max.toMillis() * BUSY_FACTOR, jitter);
    }

    /** What ends a stream that was steady is not the same trouble again. */
    void reset() {
        usual.reset();
        busy.reset();
    }

    Duration next() {
        return usual.next();
    }

    /** Salesforce says that it is busy or that a limit is reached: the longest usual pause, then longer ones. */
    Duration nextWhenBusy() {
        return busy.next();
    }
}
