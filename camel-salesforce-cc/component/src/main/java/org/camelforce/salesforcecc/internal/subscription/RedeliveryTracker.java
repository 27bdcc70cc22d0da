package org.camelforce.salesforcecc.internal.subscription;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * Which events come again, how often each has failed, and whether one is requested at a time because one has failed.
 * Safe for use by several threads; calls nothing.
 */
final class RedeliveryTracker {

    private final Map<ReplayId, Integer> failures = new HashMap<>();
    private final Set<ReplayId> expected = new HashSet<>();
    private @Nullable ReplayId probe;
    private boolean oneByOne;

    synchronized void received(ReplayId event) {
        expected.remove(event);
        probe = oneByOne ? event : null;
    }

    /** {@return how often the event has failed by now} */
    synchronized int failed(ReplayId event) {
        return failures.merge(event, 1, Integer::sum);
    }

    /** @param known whether its order among the others is known, so that it counts as expected */
    synchronized void comesAgain(ReplayId event, boolean known) {
        if (known) {
            expected.add(event);
        } else {
            failures.remove(event);
        }
        if (Objects.equals(event, probe)) {
            probe = null;
        }
    }

    /** From now on one event is requested at a time, until that one is done. */
    synchronized void oneByOne() {
        oneByOne = true;
    }

    synchronized void done(ReplayId event) {
        failures.remove(event);
        if (Objects.equals(event, probe)) {
            probe = null;
            oneByOne = false;
        }
    }

    /** They did not come again. */
    synchronized void missed(List<ReplayId> events) {
        events.forEach(expected::remove);
        events.forEach(failures::remove);
    }

    /** What is known of events is void. */
    synchronized void clear() {
        expected.clear();
        failures.clear();
        probe = null;
    }

    /** {@return how many events come again} */
    synchronized int expected() {
        return expected.size();
    }

    synchronized boolean isOneByOne() {
        return oneByOne;
    }

    /**
     * @param room how many events there would be room for
     * @param requested how many have been requested
     * @return how many more may be requested
     */
    synchronized int limit(int room, int requested) {
        return oneByOne ? Math.min(room, requested == 0 && probe == null ? 1 : 0) : room;
    }
}
