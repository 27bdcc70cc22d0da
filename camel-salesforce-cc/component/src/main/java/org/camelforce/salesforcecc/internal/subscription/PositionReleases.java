package org.camelforce.salesforcecc.internal.subscription;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.subscription.SubscriptionId;

/**
 * Which positions the component's own subscriptions are still giving free: a store that hangs keeps a position in the
 * possession of a subscription that has been stopped. Lives as long as the component object. Safe for use by several
 * threads.
 */
final class PositionReleases {

    private final Map<SubscriptionId, Integer> underWay = new ConcurrentHashMap<>();

    /** @param over completes when the position is free */
    void begin(SubscriptionId id, CompletableFuture<?> over) {
        underWay.merge(id, 1, Integer::sum);
        over.whenComplete((done, failure) ->
                underWay.computeIfPresent(id, (key, releases) -> releases == 1 ? null : releases - 1));
    }

    /** {@return whether a subscription that has ended still has the position} */
    boolean areUnderWay(SubscriptionId id) {
        return underWay.containsKey(id);
    }
}
