package org.camelforce.salesforcecc.internal.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and how soon a request that failed is sent again. Pure.
 *
 * @param maxAttempts how often it is sent at most, at least 1
 * @param backoff the pause before the second attempt, at least 1 ms; it doubles from attempt to attempt
 * @param maxBackoff the longest pause, at least {@code backoff}
 */
public record RetryPolicy(int maxAttempts, Duration backoff, Duration maxBackoff) {

    /** Refuses what cannot work; the messages name the options. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("Option maxRequestAttempts must be at least 1, but is " + maxAttempts);
        }
        if (backoff.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Option requestBackoff must be at least 1 ms, but is " + backoff.toMillis());
        }
        if (maxBackoff.compareTo(backoff) < 0) {
            throw new IllegalArgumentException("Option requestBackoffMax must be at least requestBackoff, "
                    + backoff.toMillis() + " ms, but is " + maxBackoff.toMillis());
        }
    }

    /** @return whether a request is sent once, whatever comes of it */
    public boolean isOff() {
        return maxAttempts == 1;
    }

    /**
     * @param reason why the request may succeed soon without doing harm, null if it may not
     * @param isRepeatable whether its body can be read again
     * @param attempts how often it has been sent
     * @return whether it is sent again
     */
    boolean isRetried(@Nullable RetryReason reason, boolean isRepeatable, int attempts) {
        return reason != null && isRepeatable && attempts < maxAttempts;
    }

    /**
     * @param own the pause that the backoff has
     * @param named the pause that Salesforce asks for, null if it asks for none
     * @return the longer one of both, but not more than the longest pause
     */
    Duration pause(Duration own, @Nullable Duration named) {
        Duration pause = named == null || named.compareTo(own) < 0 ? own : named;
        return pause.compareTo(maxBackoff) > 0 ? maxBackoff : pause;
    }
}
