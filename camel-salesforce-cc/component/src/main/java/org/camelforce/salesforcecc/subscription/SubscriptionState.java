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
    /** The server refused the token; waits for the renewed one. */
    RENEWING,
    /** Waits out a delay before the next attempt. */
    BACKING_OFF,
    /** The route has all the events in hand that it can have; waits for it. */
    FULL,
    /** The server does not have the position any more; the policy is being asked. */
    GAP,
    /** The consumer is suspended: no stream, but the position is kept. */
    SUSPENDED,
    /** Refused for good. */
    REFUSED,
    /** Stopped. */
    STOPPED
}
