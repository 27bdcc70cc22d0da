package org.camelforce.salesforcecc.reliability.run;

import java.time.Duration;

/**
 * Whether a consumer has routed all that it is going to route: nothing is owed any more, or it has written the position
 * of the last event, so that it does not ask for the ones before, and what it worked on has come to its end. For one
 * thread.
 */
final class Drain {

    /** Longer than any route of a run works on an event. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private final Progress progress;
    private int routed;
    private Duration movedAt = Duration.ZERO;

    /** @param progress how far the run has come */
    Drain(Progress progress) {
        this.progress = progress;
    }

    /** @param now since the consumer was started */
    boolean isDone(Duration now) {
        if (progress.lag() == 0) {
            return true;
        }
        if (!progress.isPastTheLastEvent() || progress.routings() != routed) {
            routed = progress.routings();
            movedAt = now;
        }
        return now.minus(movedAt).compareTo(QUIET) >= 0;
    }
}
