package org.camelforce.salesforcecc.internal.subscription;

import java.util.List;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.replay.ReplayId;

/**
 * How events are given to the route.
 *
 * @param window the maximum number of events in flight in the route, at least 1
 * @param breakOnFirstError whether an event that failed must be processed before any later one counts
 * @param maxRedeliveries how often an event that failed comes again before it is given up; negative for no limit
 * @param onBreak is told, on the route's thread, of the failure that breaks the stream
 * @param onMissed is told of events that failed and did not come again
 * @param onExhausted is told, on any thread, of an event that has been given up
 */
record DeliveryPolicy(
        int window,
        boolean breakOnFirstError,
        int maxRedeliveries,
        Consumer<Throwable> onBreak,
        Consumer<List<ReplayId>> onMissed,
        Exhaustion onExhausted) {

    /** Is told of an event that has been given up. */
    interface Exhaustion {

        void accept(ReplayId event, int failures, Throwable failure);
    }

    boolean exhausted(int failures) {
        return maxRedeliveries >= 0 && failures > maxRedeliveries;
    }

    void missed(List<ReplayId> events) {
        if (!events.isEmpty()) {
            onMissed.accept(events);
        }
    }
}
