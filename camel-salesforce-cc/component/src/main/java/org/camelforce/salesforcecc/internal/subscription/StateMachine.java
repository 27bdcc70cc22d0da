package org.camelforce.salesforcecc.internal.subscription;

import org.camelforce.salesforcecc.subscription.SubscriptionState;

/** The state of one subscription. Moved on the subscription's thread only, read by any. */
final class StateMachine {

    private final StateGuard steps;
    private final ConnectionStatus connection;
    private volatile SubscriptionState state = SubscriptionState.NEW;

    /**
     * @param steps what they have set going is void after a move
     * @param connection is told of each state
     */
    StateMachine(StateGuard steps, ConnectionStatus connection) {
        this.steps = steps;
        this.connection = connection;
    }

    /** @throws IllegalStateException if that cannot happen in this state */
    void move(Trigger trigger) {
        state = SubscriptionTransitions.after(state, trigger);
        connection.moved(state);
        steps.taken();
    }

    boolean allows(Trigger trigger) {
        return SubscriptionTransitions.allows(state, trigger);
    }

    SubscriptionState state() {
        return state;
    }
}
