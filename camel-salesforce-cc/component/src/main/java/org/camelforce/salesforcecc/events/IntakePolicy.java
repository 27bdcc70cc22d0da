package org.camelforce.salesforcecc.events;

import java.util.List;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.events.position.ReplayId;

/**
 * How events are given to the route.
 *
 * @param window how many events the route can have in hand, at least 1
 * @param breakOnFirstError whether an event that failed must be processed before any later one counts
 * @param onBreak hears, on the route's thread, of the failure that breaks the stream
 * @param onMissed hears of events that failed and did not come again
 */
record IntakePolicy(
        int window, boolean breakOnFirstError, Consumer<Throwable> onBreak, Consumer<List<ReplayId>> onMissed) {

    void missed(List<ReplayId> events) {
        if (!events.isEmpty()) {
            onMissed.accept(events);
        }
    }
}
