package org.camelforce.salesforcecc.internal.subscription.position;

import java.time.Duration;

/**
 * When a position that has moved is written. While one write is under way, whatever is done meanwhile is written
 * together next.
 *
 * @param batchSize as soon as this many events are done since the last write, at least 1
 * @param interval or this long after the first of them
 */
public record CommitPolicy(int batchSize, Duration interval) {

    /** @throws IllegalArgumentException if a number is not positive; the message names the option */
    public CommitPolicy {
        if (batchSize < 1) {
            throw new IllegalArgumentException("Option commitBatchSize must be at least 1, but is " + batchSize);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "Option commitInterval must be at least 1 ms, but is " + interval.toMillis());
        }
    }
}
