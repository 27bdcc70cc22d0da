package org.camelforce.salesforcecc.events;

import java.util.EnumMap;
import java.util.Map;

/** Where a subscription is, and where it can go from there. A move that the table does not have is a defect. */
public enum SubscriptionState {
    /** Not started yet. */
    NEW,
    /** Waits until there is a token, however long that takes. */
    AWAITING_TOKEN,
    /** Reads its position from the store. */
    CLAIMING,
    /** Has asked the server and waits for its answer. */
    OPENING,
    /** Gets events. */
    OPEN,
    /** The server refused the token; waits for the renewed one. */
    RENEWING,
    /** Waits out a delay before the next attempt. */
    BACKING_OFF,
    /** The route has all the events in hand that it can have; waits for it. */
    FULL,
    /** The server does not have the position any more; the policy is being asked. */
    GAP,
    /** The consumer is suspended: no stream, but the position is kept. */
    SUSPENDED,
    /** Refused for good. */
    REFUSED,
    /** Stopped. */
    STOPPED;

    /** What moves a subscription. */
    enum Trigger {
        START,
        TOKEN,
        CLAIMED,
        CONFIRMED,
        LOST,
        TOKEN_REFUSED,
        DELAY_OVER,
        NO_ROOM,
        ROOM,
        POSITION_REFUSED,
        DECIDED,
        REFUSED,
        DEFECT,
        SUSPEND,
        RESUME,
        STOP
    }

    private static final Map<SubscriptionState, Map<Trigger, SubscriptionState>> MOVES =
            new EnumMap<>(SubscriptionState.class);

    static {
        from(NEW, Trigger.START, AWAITING_TOKEN);

        from(AWAITING_TOKEN, Trigger.TOKEN, CLAIMING);

        from(CLAIMING, Trigger.CLAIMED, OPENING);
        from(CLAIMING, Trigger.NO_ROOM, FULL);
        from(CLAIMING, Trigger.LOST, BACKING_OFF);

        from(OPENING, Trigger.CONFIRMED, OPEN);
        for (SubscriptionState streaming : new SubscriptionState[] {OPENING, OPEN}) {
            from(streaming, Trigger.LOST, BACKING_OFF);
            from(streaming, Trigger.TOKEN_REFUSED, RENEWING);
            from(streaming, Trigger.NO_ROOM, FULL);
            from(streaming, Trigger.POSITION_REFUSED, GAP);
        }

        from(RENEWING, Trigger.TOKEN, CLAIMING);
        from(RENEWING, Trigger.LOST, BACKING_OFF);

        from(BACKING_OFF, Trigger.DELAY_OVER, AWAITING_TOKEN);
        from(FULL, Trigger.ROOM, AWAITING_TOKEN);
        // what it waited for has failed, and comes again
        from(FULL, Trigger.LOST, BACKING_OFF);

        from(GAP, Trigger.DECIDED, BACKING_OFF);

        from(SUSPENDED, Trigger.RESUME, AWAITING_TOKEN);

        for (SubscriptionState state : values()) {
            if (state != SUSPENDED && state != REFUSED && state != STOPPED) {
                // whatever a step throws, another stream follows
                from(state, Trigger.DEFECT, BACKING_OFF);
            }
            if (state != NEW && state != REFUSED && state != STOPPED) {
                if (state != SUSPENDED) {
                    from(state, Trigger.SUSPEND, SUSPENDED);
                }
                // another owner can take the position at any time
                from(state, Trigger.REFUSED, REFUSED);
            }
            if (state != STOPPED) {
                from(state, Trigger.STOP, STOPPED);
            }
        }
    }

    /**
     * @param trigger what happens
     * @return the next state
     * @throws IllegalStateException if that cannot happen here
     */
    SubscriptionState after(Trigger trigger) {
        SubscriptionState next = MOVES.getOrDefault(this, Map.of()).get(trigger);
        if (next == null) {
            throw new IllegalStateException(trigger + " cannot happen in state " + this);
        }
        return next;
    }

    /**
     * @param trigger what could happen
     * @return whether it can happen here
     */
    boolean allows(Trigger trigger) {
        return MOVES.getOrDefault(this, Map.of()).containsKey(trigger);
    }

    /** Whether the next stream follows without a pause. */
    boolean isBetweenStreams() {
        return this == AWAITING_TOKEN || this == CLAIMING || this == RENEWING;
    }

    private static void from(SubscriptionState state, Trigger trigger, SubscriptionState next) {
        MOVES.computeIfAbsent(state, any -> new EnumMap<>(Trigger.class)).put(trigger, next);
    }
}
