package org.camelforce.salesforcecc.benchmarks.load;

import org.jspecify.annotations.Nullable;

/**
 * One exchange.
 *
 * @param intended when it was to be sent, by the ticker
 * @param latency nanoseconds from then to its end
 * @param failure why it failed, or null
 */
public record Sample(long intended, long latency, @Nullable Exception failure) {

    /** @return whether it failed */
    public boolean isFailed() {
        return failure != null;
    }

    /** @return when it ended, by the ticker */
    public long ended() {
        return intended + latency;
    }
}
