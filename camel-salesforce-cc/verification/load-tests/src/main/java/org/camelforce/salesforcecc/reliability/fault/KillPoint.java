package org.camelforce.salesforcecc.reliability.fault;

/** Where a consumer stands still for good, to be killed there. */
public enum KillPoint {
    /** A route has got an event and has not begun its work. */
    RECEIVED,
    /** A route has done its work, and the event is not known to be done. */
    ROUTED,
    /** The event is known to be done, and its position is about to be written. */
    COMMITTING,
    /** A position has been written, and nothing else has happened. */
    COMMITTED,
    /** Wherever it is. */
    ANYWHERE
}
