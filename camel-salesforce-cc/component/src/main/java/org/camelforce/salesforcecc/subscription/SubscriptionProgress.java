package org.camelforce.salesforcecc.subscription;

import java.time.Duration;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription gets on with the events that it has.
 *
 * @param stallAfter how long events may wait, or the route may have one event, before the subscription counts as
 *     stalled
 * @param stillFor how long events have waited without the route finishing one; null if none waits
 * @param oldest the event that the route has had for the longest time; null if it has none
 * @param oldestFor how long it has had that
 * @param losses how often in a row the stream was lost without anything having moved in between; 0 while it is steady
 * @param unsteadyFor since the first of these losses; null if there are none
 * @param rejection why events or steps of the subscription wait for a thread; null if they do not
 * @param rejectedTasks how many tasks the worker pool has rejected, each of which was made up for
 * @param exhausted how many events have been given up, because they had failed 1 + {@code maxRedeliveries} times
 */
public record SubscriptionProgress(
        Duration stallAfter,
        @Nullable Duration stillFor,
        @Nullable ReplayId oldest,
        @Nullable Duration oldestFor,
        int losses,
        @Nullable Duration unsteadyFor,
        @Nullable String rejection,
        long rejectedTasks,
        long exhausted) {

    /** @return whether events wait, or the route has one, for longer than {@link #stallAfter} */
    public boolean isStalled() {
        return isTooLong(stillFor) || isTooLong(oldestFor);
    }

    private boolean isTooLong(@Nullable Duration time) {
        return time != null && time.compareTo(stallAfter) >= 0;
    }
}
