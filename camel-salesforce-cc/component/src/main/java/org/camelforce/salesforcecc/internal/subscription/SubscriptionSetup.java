package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.position.CommitPolicy;
import org.camelforce.salesforcecc.subscription.ReplayGap;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * What the options say about a subscription.
 *
 * @param id which subscription
 * @param numbers whether its replay ids are those of the Streaming API
 * @param initial where to start without a position
 * @param gapPolicy decides when the position is lost
 * @param window the maximum number of events in flight in the route, at least 1
 * @param breakOnFirstError whether an event that failed must be processed before any later one counts
 * @param maxRedeliveries how often an event that failed comes again before it is given up; negative for no limit
 * @param deadLetterUri where such an event is sent; null if it is passed over
 * @param stallAfter how long events may wait, or the route may have one event, before the subscription counts as
 *     stalled
 * @param commits when to write the position
 * @param firstDelay the pause before the first attempt to reconnect; it doubles with each
 * @param maxDelay the longest such pause, and the first one when Salesforce is busy
 */
record SubscriptionSetup(
        SubscriptionId id,
        boolean numbers,
        StartingPoint initial,
        ReplayGapPolicy gapPolicy,
        int window,
        boolean breakOnFirstError,
        int maxRedeliveries,
        @Nullable String deadLetterUri,
        Duration stallAfter,
        CommitPolicy commits,
        Duration firstDelay,
        Duration maxDelay) {

    /** Asks the policy, which may block, and passes on what it says. */
    void decide(ReplayGap gap, Consumer<StartingPoint> go, Consumer<Exception> fail) {
        @Nullable StartingPoint decision;
        try {
            decision = gapPolicy.startAfter(gap);
        } catch (Exception e) {
            fail.accept(e);
            return;
        } catch (Error e) {
            fail.accept(new IllegalStateException("Option replayGapPolicy: the policy failed with " + e, e));
            return;
        }
        if (decision == null) {
            fail.accept(new IllegalStateException("Option replayGapPolicy: the policy has returned null"));
            return;
        }
        go.accept(decision);
    }
}
