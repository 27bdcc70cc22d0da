package org.camelforce.salesforcecc.internal.subscription;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions of one started component, from the start of a consumer to its stop, and who is told of them. Each
 * has threads for its store meanwhile. Safe for use by several threads.
 */
final class RunningSubscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSubscriptions.class);
    private static final long MAX_STOP_SECONDS = 10;

    private final StoreThreads storeThreads;
    private final List<SubscriptionListener> listeners = new CopyOnWriteArrayList<>(List.of(new SubscriptionLog()));
    private final Set<Subscription> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param storeThreads run what a store does */
    RunningSubscriptions(StoreThreads storeThreads) {
        this.storeThreads = storeThreads;
    }

    /**
     * @param store keeps its position
     * @param shared what subscriptions share, without the threads of a store
     * @param maker makes it
     */
    Subscription add(ReplayStore store, SubscriptionRuntime shared, Function<SubscriptionRuntime, Subscription> maker) {
        Subscription added = maker.apply(shared.on(storeThreads.acquire(store)));
        running.add(added);
        return added;
    }

    /** One that was refused because another one has its name does not take the other one's signals with it. */
    void remove(Subscription subscription, ReplayStore store) {
        if (running.remove(subscription)) {
            storeThreads.release(store);
            SubscriptionId id = subscription.id();
            if (status(id).isEmpty()) {
                tellAll(id, new SubscriptionEvent.Ended());
            }
        }
    }

    void addListener(SubscriptionListener listener) {
        listeners.add(listener);
    }

    void removeListener(SubscriptionListener listener) {
        listeners.remove(listener);
    }

    void tellAll(SubscriptionId subscription, SubscriptionEvent event) {
        for (SubscriptionListener listener : listeners) {
            try {
                listener.on(subscription, event);
            } catch (Throwable e) {
                // an Error too: a listener made for another version must not stop a subscription
                LOG.warn("A subscription listener failed: {}", e.toString());
            }
        }
    }

    List<SubscriptionStatus> statuses() {
        return running.stream().map(Subscription::status).toList();
    }

    Optional<SubscriptionStatus> status(SubscriptionId id) {
        return statuses().stream()
                .filter(status -> status.id().equals(id))
                .min(Comparator.comparing(status -> status.state() == SubscriptionState.FAILED));
    }

    /** Whether the connections of the component have not been closed. */
    boolean isOpen() {
        return !closed;
    }

    /** Stops all, and gives their positions free. */
    void stop() {
        closed = true;
        List<Subscription> open = List.copyOf(running);
        if (!awaitAll(open.stream().map(Subscription::stop).toList())) {
            // their thread does nothing any more; the positions must be free for others all the same
            open.forEach(Subscription::release);
        }
    }

    private static boolean awaitAll(List<CompletableFuture<Void>> ends) {
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new)).get(MAX_STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Stopping although not every position is stored: {}", e.toString());
        }
        return false;
    }
}
