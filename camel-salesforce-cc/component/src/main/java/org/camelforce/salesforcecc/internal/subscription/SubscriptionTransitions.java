package org.camelforce.salesforcecc.internal.subscription;

import java.util.EnumMap;
import java.util.Map;
import org.camelforce.salesforcecc.subscription.SubscriptionState;

/** The state machine of a subscription, as a table. A move that the table does not have is a defect. */
final class SubscriptionTransitions {

    private static final Map<SubscriptionState, Map<Trigger, SubscriptionState>> MOVES =
            new EnumMap<>(SubscriptionState.class);

    static {
        from(SubscriptionState.NEW, Trigger.START, SubscriptionState.AWAITING_TOKEN);

        from(SubscriptionState.AWAITING_TOKEN, Trigger.TOKEN, SubscriptionState.CLAIMING);

        from(SubscriptionState.CLAIMING, Trigger.CLAIMED, SubscriptionState.OPENING);
        from(SubscriptionState.CLAIMING, Trigger.NO_ROOM, SubscriptionState.FULL);
        from(SubscriptionState.CLAIMING, Trigger.LOST, SubscriptionState.BACKING_OFF);

        from(SubscriptionState.OPENING, Trigger.CONFIRMED, SubscriptionState.OPEN);
        for (SubscriptionState streaming :
                new SubscriptionState[] {SubscriptionState.OPENING, SubscriptionState.OPEN}) {
            from(streaming, Trigger.LOST, SubscriptionState.BACKING_OFF);
            from(streaming, Trigger.TOKEN_REJECTED, SubscriptionState.RENEWING);
            from(streaming, Trigger.NO_ROOM, SubscriptionState.FULL);
            from(streaming, Trigger.POSITION_REJECTED, SubscriptionState.GAP);
        }

        from(SubscriptionState.RENEWING, Trigger.TOKEN, SubscriptionState.CLAIMING);
        from(SubscriptionState.RENEWING, Trigger.LOST, SubscriptionState.BACKING_OFF);

        from(SubscriptionState.BACKING_OFF, Trigger.DELAY_OVER, SubscriptionState.AWAITING_TOKEN);
        from(SubscriptionState.FULL, Trigger.ROOM, SubscriptionState.AWAITING_TOKEN);
        // what it waited for has failed, and comes again
        from(SubscriptionState.FULL, Trigger.LOST, SubscriptionState.BACKING_OFF);

        from(SubscriptionState.GAP, Trigger.DECIDED, SubscriptionState.BACKING_OFF);

        from(SubscriptionState.SUSPENDED, Trigger.RESUME, SubscriptionState.AWAITING_TOKEN);

        for (SubscriptionState state : SubscriptionState.values()) {
            if (state != SubscriptionState.SUSPENDED
                    && state != SubscriptionState.FAILED
                    && state != SubscriptionState.STOPPED) {
                // whatever a step throws, another stream follows
                from(state, Trigger.DEFECT, SubscriptionState.BACKING_OFF);
            }
            if (state != SubscriptionState.NEW
                    && state != SubscriptionState.FAILED
                    && state != SubscriptionState.STOPPED) {
                if (state != SubscriptionState.SUSPENDED) {
                    from(state, Trigger.SUSPEND, SubscriptionState.SUSPENDED);
                }
                // another owner can take the position at any time
                from(state, Trigger.FAIL, SubscriptionState.FAILED);
            }
            if (state != SubscriptionState.STOPPED) {
                from(state, Trigger.STOP, SubscriptionState.STOPPED);
            }
        }
    }

    /**
     * @param state where the subscription is
     * @param trigger what happens
     * @return the next state
     * @throws IllegalStateException if that cannot happen here
     */
    static SubscriptionState after(SubscriptionState state, Trigger trigger) {
        SubscriptionState next = MOVES.getOrDefault(state, Map.of()).get(trigger);
        if (next == null) {
            throw new IllegalStateException(trigger + " cannot happen in state " + state);
        }
        return next;
    }

    /**
     * @param state where the subscription is
     * @param trigger what could happen
     * @return whether it can happen here
     */
    static boolean allows(SubscriptionState state, Trigger trigger) {
        return MOVES.getOrDefault(state, Map.of()).containsKey(trigger);
    }

    /** Whether the next stream follows without a pause. */
    static boolean isBetweenStreams(SubscriptionState state) {
        return state == SubscriptionState.AWAITING_TOKEN
                || state == SubscriptionState.CLAIMING
                || state == SubscriptionState.RENEWING;
    }

    private static void from(SubscriptionState state, Trigger trigger, SubscriptionState next) {
        MOVES.computeIfAbsent(state, any -> new EnumMap<>(Trigger.class)).put(trigger, next);
    }

    private SubscriptionTransitions() {}
}
