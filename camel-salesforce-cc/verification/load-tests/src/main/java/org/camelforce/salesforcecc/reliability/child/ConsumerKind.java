package org.camelforce.salesforcecc.reliability.child;

/** Who consumes. */
public enum ConsumerKind {
    /** A route from {@code salesforce-cc}, with a durable position. */
    SALESFORCE_CC,
    /** A route from {@code salesforce-cc}, which keeps no position. */
    SALESFORCE_CC_NOT_DURABLE,
    /** A route from upstream's {@code salesforce}, which keeps no position. */
    SALESFORCE,
    /** No route at all: a small consumer of the Pub/Sub API with a durable position. */
    BY_HAND;

    /** @return whether positions survive the process, so that nothing may be lost */
    public boolean isDurable() {
        return this == SALESFORCE_CC || this == BY_HAND;
    }
}
