package org.camelforce.salesforcecc.subscription;

/** Receives what happens to the subscriptions of a component. */
@FunctionalInterface
public interface SubscriptionListener {

    /**
     * Called on the subscription's threads: must not block, and what it throws is logged.
     *
     * @param subscription which subscription
     * @param event what has happened
     */
    void on(SubscriptionId subscription, SubscriptionEvent event);
}
