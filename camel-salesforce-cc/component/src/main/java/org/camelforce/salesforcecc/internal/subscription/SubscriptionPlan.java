package org.camelforce.salesforcecc.internal.subscription;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.jspecify.annotations.Nullable;

/** What one consumer subscribes to, and how. Made by the component's subscriptions. */
public final class SubscriptionPlan {

    private final RunningSubscriptions running;
    private final SubscriptionRuntime shared;
    private final BooleanSupplier hasToken;
    private final SubscriptionSetup setup;
    private final EventSource source;
    private final ReplayStore store;

    /**
     * @param running has the subscription while the consumer is started
     * @param shared what subscriptions share
     * @param hasToken whether the component is logged in
     * @param setup the options
     * @param source opens streams
     * @param store keeps the position
     */
    SubscriptionPlan(
            RunningSubscriptions running,
            SubscriptionRuntime shared,
            BooleanSupplier hasToken,
            SubscriptionSetup setup,
            EventSource source,
            ReplayStore store) {
        this.running = running;
        this.shared = shared;
        this.hasToken = hasToken;
        this.setup = setup;
        this.source = source;
        this.store = store;
    }

    /** Whether the connections that it subscribes with have not been closed. */
    boolean isOpen() {
        return running.isOpen();
    }

    boolean hasToken() {
        return hasToken.getAsBoolean();
    }

    /** Where events go whose redeliveries are exhausted; null if they are passed over. */
    @Nullable
    String deadLetterUri() {
        return setup.deadLetterUri();
    }

    Subscription subscribe(EventRoute route, WorkerPool workers, Consumer<Exception> onFailed) {
        return running.add(
                store, shared, runtime -> new Subscription(setup, source, store, route, workers, runtime, onFailed));
    }

    void unsubscribed(Subscription subscription) {
        running.remove(subscription, store);
    }

    /** The consumer is not started any more: what is kept for its next start only is forgotten. */
    void forget() {
        if (store instanceof MemoryReplayStore memory) {
            memory.forget(setup.id());
        }
    }
}
