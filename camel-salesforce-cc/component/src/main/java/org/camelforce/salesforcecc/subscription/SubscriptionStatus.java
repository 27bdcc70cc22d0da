package org.camelforce.salesforcecc.subscription;

import java.time.Duration;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a subscription at one moment.
 *
 * @param id which subscription
 * @param state what it is doing
 * @param brokenFor how long it has been without the stream that it should have; null if it has one, or needs none
 *     because it is suspended or the route has all the events in hand that it can have
 * @param problem what stands in the way, for people; null if nothing does
 * @param expecting whether events have been requested, so that the stream owes a sign of life
 * @param longestSilence how long a healthy stream with events requested can be silent, margin included; after that
 *     another one is opened
 * @param traffic what has come
 * @param stored the position that was stored last; null if there is none yet
 * @param commitFailure why the position could not be stored last; null if it could
 * @param inFlight how many events the route has in hand, waiting ones included
 * @param behind how many received events are not covered by the position yet
 * @param reconnects how often a stream was lost and another one opened
 * @param stalls how often that was because of silence
 * @param gaps how often the position was lost
 * @param missed how many events that the route had failed to process did not come again
 * @param progress whether the subscription gets on
 */
public record SubscriptionStatus(
        SubscriptionId id,
        SubscriptionState state,
        @Nullable Duration brokenFor,
        @Nullable String problem,
        boolean expecting,
        Duration longestSilence,
        SubscriptionTraffic traffic,
        @Nullable StoredPosition stored,
        @Nullable Exception commitFailure,
        int inFlight,
        int behind,
        long reconnects,
        long stalls,
        long gaps,
        long missed,
        SubscriptionProgress progress) {}
