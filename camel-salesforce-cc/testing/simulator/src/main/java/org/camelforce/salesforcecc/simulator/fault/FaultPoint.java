package org.camelforce.salesforcecc.simulator.fault;

/** Where a fault can be injected. */
public enum FaultPoint {
    /** Before the token endpoint decides about a login. */
    TOKEN_REQUEST,
    /** Before introspection, revocation, userinfo or the identity URL answer. */
    OAUTH_REQUEST,
    /** Before a REST resource is served; nothing has been changed yet. */
    REST_REQUEST,
    /** After a REST resource has done its work and before its answer is written. */
    REST_RESPONSE,
    /** On {@code /meta/handshake}. */
    COMETD_HANDSHAKE,
    /** On {@code /meta/connect}. */
    COMETD_CONNECT,
    /** On {@code /meta/subscribe}. */
    COMETD_SUBSCRIBE,
    /** Before a CometD client gets a batch of events; they count as delivered whatever happens to the answer. */
    COMETD_DELIVERY,
    /** Before an RPC of the Pub/Sub API is looked at, its headers included. */
    PUBSUB_REQUEST,
    /** On the first request of a Pub/Sub subscription, before its position is looked at. */
    PUBSUB_SUBSCRIBE,
    /** Before a Pub/Sub subscription delivers a batch of events. */
    PUBSUB_DELIVERY,
    /** Before a Pub/Sub subscription sends an empty batch to say that it is alive. */
    PUBSUB_KEEPALIVE
}
