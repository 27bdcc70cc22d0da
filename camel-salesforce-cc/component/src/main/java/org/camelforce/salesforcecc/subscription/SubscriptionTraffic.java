package org.camelforce.salesforcecc.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What has come to a subscription, since its consumer was started.
 *
 * @param received how many events have come, those included that had come before
 * @param processed how many events the route is done with
 * @param duplicated how many events came again and were not given to the route a second time
 * @param passedOver how many events were older than the start of a subscription to new events, and were not given to
 *     the route
 * @param sinceEvent how long ago the last event came; null before the first one
 * @param sinceActivity how long ago the last event or keep-alive came; null before the first one
 * @param lag how old the last event was when it came, by Salesforce's clock, or against this machine's while that is
 *     not known; null if unknown
 */
public record SubscriptionTraffic(
        long received,
        long processed,
        long duplicated,
        long passedOver,
        @Nullable Duration sinceEvent,
        @Nullable Duration sinceActivity,
        @Nullable Duration lag) {}
