package org.camelforce.salesforcecc.reliability.fault;

/** How a consumer gets its events. */
public enum Protocol {
    /** The Streaming API. */
    COMETD,
    /** The Pub/Sub API. */
    PUBSUB,
    /** A managed subscription of the Pub/Sub API, whose position is in the org. */
    MANAGED
}
