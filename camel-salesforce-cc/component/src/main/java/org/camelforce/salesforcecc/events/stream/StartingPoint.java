package org.camelforce.salesforcecc.events.stream;

import org.camelforce.salesforcecc.events.position.ReplayId;

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
}
