package org.camelforce.salesforcecc.internal.subscription;

import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.jspecify.annotations.Nullable;

/** What one consumer subscribes to, and how. Made by {@link Subscriptions}. */
public final class SubscriptionPlan {

    private final SubscriptionManager subscriptions;
    private final SubscriptionSetup setup;
    private final EventSource source;
    private final ReplayStore store;

    SubscriptionPlan(
            SubscriptionManager subscriptions, SubscriptionSetup setup, EventSource source, ReplayStore store) {
        this.subscriptions = subscriptions;
        this.setup = setup;
        this.source = source;
        this.store = store;
    }

    /** Whether the connections that it subscribes with have not been closed. */
    boolean isOpen() {
        return subscriptions.isOpen();
    }

    boolean hasToken() {
        return subscriptions.hasToken();
    }

    /** Where events go whose redeliveries are exhausted; null if they are passed over. */
    @Nullable
    String deadLetterUri() {
        return setup.deadLetterUri();
    }

    Subscription subscribe(EventRoute route, Workers workers, Consumer<Exception> onRefused) {
        return subscriptions.add(
                store, runtime -> new Subscription(setup, source, store, route, workers, runtime, onRefused));
    }

    void unsubscribed(Subscription subscription) {
        subscriptions.remove(subscription, store);
    }

    /** The consumer is not started any more: what is kept for its next start only is forgotten. */
    void forget() {
        if (store instanceof MemoryReplayStore memory) {
            memory.forget(setup.id());
        }
    }
}
