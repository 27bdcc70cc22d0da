package org.camelforce.salesforcecc.subscription;

import java.time.Instant;
import org.camelforce.salesforcecc.replay.ReplayId;

/** Where a stream starts. */
public sealed interface StartingPoint {

    /** With the next event that is published. */
    record Latest() implements StartingPoint {}

    /** With the oldest event that Salesforce still has. */
    record Earliest() implements StartingPoint {}

    /**
     * With the first event after a position.
     *
     * @param position the position
     */
    record After(ReplayId position) implements StartingPoint {}

    /**
     * With the first event that was created at a time or later: what subscribed at that time to new events, and has got
     * none to go on after. A source starts with the oldest event that is retained, and the subscription passes over
     * those that are too old.
     *
     * @param created the time, by Salesforce's clock
     */
    record Since(Instant created) implements StartingPoint {}
}
