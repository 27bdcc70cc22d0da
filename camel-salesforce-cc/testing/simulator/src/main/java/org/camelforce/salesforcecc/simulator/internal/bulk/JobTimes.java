package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.Duration;

/**
 * How long jobs take by the org's clock, at least.
 *
 * @param queued how long a job waits before it is in progress
 * @param inProgress how long it is in progress
 */
public record JobTimes(Duration queued, Duration inProgress) {

    /** As long as the work takes. */
    public static final JobTimes NONE = new JobTimes(Duration.ZERO, Duration.ZERO);

    /** @throws IllegalArgumentException if one of them is negative */
    public JobTimes {
        if (queued.isNegative() || inProgress.isNegative()) {
            throw new IllegalArgumentException("a job cannot take negative time");
        }
    }
}
