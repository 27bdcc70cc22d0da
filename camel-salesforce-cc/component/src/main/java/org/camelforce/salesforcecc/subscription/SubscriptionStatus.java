package org.camelforce.salesforcecc.subscription;

import java.time.Duration;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a subscription at one moment.
 *
 * @param id which subscription
 * @param state what it is doing
 * @param disconnectedFor how long it has had no stream although it needs one; null if it has one, or needs none because
 *     it is suspended or the limit of events in flight is reached
 * @param problem what stands in the way, for display; null if nothing does
 * @param eventsRequested whether events are requested, so that the server sends keep-alives
 * @param longestSilence how long a healthy stream with events requested can be silent, margin included; after that
 *     another one is opened
 * @param traffic what has come
 * @param stored the position that was stored last; null if there is none yet
 * @param commitFailure why the position could not be stored last; null if it could
 * @param inFlight how many events are in flight in the route, waiting ones included
 * @param commitLag how many received events the stored position does not include yet
 * @param reconnects how often a stream was lost and another one opened
 * @param stalls how often that was because of silence
 * @param gaps how often the position was lost
 * @param missed how many events that the route had failed to process did not come again
 * @param progress whether the subscription gets on
 */
public record SubscriptionStatus(
        SubscriptionId id,
        SubscriptionState state,
        @Nullable Duration disconnectedFor,
        @Nullable String problem,
        boolean eventsRequested,
        Duration longestSilence,
        SubscriptionTraffic traffic,
        @Nullable StoredPosition stored,
        @Nullable Exception commitFailure,
        int inFlight,
        int commitLag,
        long reconnects,
        long stalls,
        long gaps,
        long missed,
        SubscriptionProgress progress) {}
