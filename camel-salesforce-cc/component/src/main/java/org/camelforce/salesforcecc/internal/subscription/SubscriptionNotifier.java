package org.camelforce.salesforcecc.internal.subscription;

import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;

/**
 * Counts what happens to one subscription before its listeners are told of it.
 *
 * @param id which subscription
 * @param counters count it
 * @param listener is told of it
 */
record SubscriptionNotifier(SubscriptionId id, SubscriptionCounters counters, SubscriptionListener listener) {

    void tell(SubscriptionEvent event) {
        counters.happened(event);
        listener.on(id, event);
    }
}
