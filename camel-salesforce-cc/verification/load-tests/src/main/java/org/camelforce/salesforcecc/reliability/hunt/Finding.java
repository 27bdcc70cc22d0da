package org.camelforce.salesforcecc.reliability.hunt;

/**
 * Something that must not happen and has.
 *
 * @param seed of the round
 * @param kind what
 * @param round what the round was made of, and what was injected
 * @param text what stands still, or what was seen
 */
public record Finding(long seed, Kind kind, String round, String text) {

    /** What must not happen. */
    public enum Kind {
        /** A subscription was not open in time although nothing had gone wrong yet. */
        NEVER_OPENED,
        /** After healing, a subscription has not routed all that it is owed in time. */
        STANDS_STILL,
        /** After healing, no query is answered in time. */
        NO_ANSWER,
        /** After healing, a position has not been written in time. */
        NO_POSITION,
        /** A login has waited behind the requests of routes. */
        SLOW_LOGIN,
        /** Health was UP while nothing moved, for longer than its delay. */
        FALSELY_UP,
        /** Health was DOWN while everything moved, for longer than its delay. */
        FALSELY_DOWN,
        /** A position was written while an event at or before it had not been processed. */
        COMMIT_AHEAD,
        /** One worker has routed an event before an earlier one. */
        OUT_OF_ORDER,
        /** A route has run on a thread of the component that others wait for. */
        FOREIGN_THREAD,
        /** The context did not stop in time. */
        DOES_NOT_STOP,
        /** Threads are left after the stop. */
        THREADS_LEFT,
        /** The component's schedulers have more and more tasks. */
        TASKS_PILE_UP,
        /** The hunter itself could not go on. */
        BROKEN_OFF
    }

    /** @return everything, for people */
    @Override
    public String toString() {
        return "seed " + seed + ": " + kind + ": " + text + System.lineSeparator() + "    " + round;
    }
}
