package org.camelforce.salesforcecc.events;

import org.camelforce.salesforcecc.events.position.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a subscription at one moment.
 *
 * @param id which subscription
 * @param state what it is doing
 * @param stored the position that was stored last; null if there is none yet
 * @param commitFailure why the position could not be stored last; null if it could
 * @param inFlight how many events the route has in hand, waiting ones included
 * @param behind how many received events are not covered by the position yet
 * @param reconnects how often a stream was lost and another one opened
 * @param stalls how often that was because of silence
 * @param gaps how often the position was lost
 * @param missed how many events that the route had failed to process did not come again
 */
public record SubscriptionStatus(
        SubscriptionId id,
        SubscriptionState state,
        @Nullable StoredPosition stored,
        @Nullable Exception commitFailure,
        int inFlight,
        int behind,
        long reconnects,
        long stalls,
        long gaps,
        long missed) {}
