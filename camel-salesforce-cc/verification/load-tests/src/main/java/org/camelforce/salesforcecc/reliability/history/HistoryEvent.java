package org.camelforce.salesforcecc.reliability.history;

/** What an entry of a history tells. In brackets: its subject and its detail. */
public enum HistoryEvent {
    /** The org has a new event [id, its number]. */
    PUBLISHED,
    /** The org has accepted the first subscription: every event from here on is owed. */
    CONFIRMED,
    /** A consumer's process begins to subscribe. */
    STARTED,
    /** A route has got an event [id, its number]. */
    RECEIVED,
    /** A route has done its work with an event [id]. */
    ROUTED,
    /** A position is about to be written [number]. */
    COMMITTING,
    /** A position has been written [number]. */
    COMMITTED,
    /** Every health check of a consumer is UP from here on. */
    HEALTH_UP,
    /** A health check of a consumer is DOWN from here on [its id, what it says]. */
    HEALTH_DOWN,
    /** A consumer stands still at an exact point and waits to be killed [point]. */
    HALTED,
    /** A consumer's process has been killed [its number]. */
    KILLED,
    /** A consumer's process has been told to stop [its number]. */
    STOPPING,
    /** A consumer's process has ended by itself [its number, exit code]. */
    ENDED,
    /** A client has asked the org for a subscription [point]. */
    SUBSCRIBED,
    /** A client has asked the org for a token. */
    LOGIN,
    /** A fault has been laid out, and may strike later [point, fault]. */
    INJECTED,
    /** A fault strikes [point, fault]. */
    STRUCK,
    /** The org has ended all sessions. */
    SESSIONS_ENDED,
    /** The token endpoint is down from here on. */
    OUTAGE_BEGAN,
    /** The token endpoint is up again [how many seconds it was down]. */
    OUTAGE_ENDED,
    /** Nothing is going wrong any more. */
    HEALED,
    /** Every owed event has been routed [milliseconds since healing]. */
    CAUGHT_UP,
    /** Not every owed event has been routed in time [milliseconds since healing]. */
    LATE,
    /** A fresh consumer, started from the stored position, has routed what was left. */
    DRAINED
}
