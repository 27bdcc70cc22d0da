package org.camelforce.salesforcecc.internal.token;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Everything that a token manager knows about time: the wall clock for comparing with server time, a monotonic ticker
 * for backoff, so that a clock jump neither freezes nor storms, and the jitter's source.
 *
 * @param wallClock tells the date
 * @param ticker nanoseconds from an arbitrary origin, never going back
 * @param jitter draws delays
 */
public record TokenTime(InstantSource wallClock, LongSupplier ticker, RandomGenerator jitter) {

    /** @return the machine's own clock and ticker, and a random jitter */
    public static TokenTime system() {
        return new TokenTime(InstantSource.system(), System::nanoTime, new SecureRandom());
    }
}
