package org.camelforce.salesforcecc.subscription;

/** What a subscription is doing. */
public enum SubscriptionState {
    /** Not started yet. */
    NEW,
    /** Waits until there is a token, however long that takes. */
    AWAITING_TOKEN,
    /** Reads its position from the store. */
    CLAIMING,
    /** Has asked the server and waits for its answer. */
    OPENING,
    /** Gets events. */
    OPEN,
    /** The server rejected the token; waits for the renewed one. */
    RENEWING,
    /** Waits out a delay before the next attempt. */
    BACKING_OFF,
    /** The limit of events in flight is reached; waits for the route. */
    FULL,
    /** The server does not have the position any more; the policy is being asked. */
    GAP,
    /** The consumer is suspended: no stream, but the position is kept. */
    SUSPENDED,
    /** Failed for good: only a restart of the route opens it again. */
    FAILED,
    /** Stopped. */
    STOPPED
}
