package org.camelforce.salesforcecc.subscription;

import java.util.List;
import java.util.Optional;

/**
 * The subscriptions of one started component, to watch them. All methods may be called from any thread, and none
 * blocks. Once the component is stopped, no subscription is left.
 */
public interface SalesforceSubscriptions {

    /**
     * Adds a listener. It receives what happens to every subscription of the component from now on.
     *
     * @param listener called on the threads of the subscriptions; it must return quickly
     */
    void addListener(SubscriptionListener listener);

    /**
     * Removes a listener. It may still receive an event that is being delivered.
     *
     * @param listener one that was added; others are ignored
     */
    void removeListener(SubscriptionListener listener);

    /** {@return the status of each subscription at this moment, in no particular order} */
    List<SubscriptionStatus> statuses();

    /**
     * Returns the status of one subscription at this moment.
     *
     * @param id which subscription
     * @return its status; empty if its consumer is not started
     */
    Optional<SubscriptionStatus> status(SubscriptionId id);
}
