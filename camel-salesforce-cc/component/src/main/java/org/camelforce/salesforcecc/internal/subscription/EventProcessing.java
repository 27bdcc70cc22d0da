package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an event to the route and decides what comes of it: it is done, comes again, or is given up after as many
 * failures as it may have. The outcome is told once. Safe for use by several threads.
 */
final class EventProcessing {

    private static final Logger LOG = LoggerFactory.getLogger(EventProcessing.class);

    private final EventRoute route;
    private final DeliveryPolicy policy;
    private final RedeliveryTracker redeliveries;
    private final Consumer<ReceivedEvent> onDone;
    private final BiConsumer<ReceivedEvent, Throwable> onFailed;

    /**
     * @param route gets the event
     * @param policy says what a failure means
     * @param redeliveries counts failures
     * @param onDone is told, on any thread, that nothing more is to be done for an event
     * @param onFailed is told, on any thread, that an event must come again, and why
     */
    EventProcessing(
            EventRoute route,
            DeliveryPolicy policy,
            RedeliveryTracker redeliveries,
            Consumer<ReceivedEvent> onDone,
            BiConsumer<ReceivedEvent, Throwable> onFailed) {
        this.route = route;
        this.policy = policy;
        this.redeliveries = redeliveries;
        this.onDone = onDone;
        this.onFailed = onFailed;
    }

    /** On a worker's thread. */
    void process(ReceivedEvent event) {
        once(done -> route.deliver(event, done), failure -> finished(event, failure));
    }

    private void finished(ReceivedEvent event, @Nullable Throwable failure) {
        if (failure instanceof RouteNotRunException) {
            onFailed.accept(event, failure);
            return;
        }
        if (failure == null || !policy.breakOnFirstError()) {
            onDone.accept(event);
            return;
        }
        int times = redeliveries.failed(event.replayId());
        if (!policy.exhausted(times)) {
            onFailed.accept(event, failure);
            return;
        }
        once(done -> route.giveUp(event, failure, times, done), undelivered -> {
            if (undelivered == null) {
                policy.onExhausted().accept(event.replayId(), times, failure);
                onDone.accept(event);
            } else {
                onFailed.accept(event, undelivered);
            }
        });
    }

    /** The outcome is told once, whatever the work throws and however often it calls back. */
    private static void once(Consumer<Consumer<@Nullable Throwable>> work, Consumer<@Nullable Throwable> outcome) {
        AtomicBoolean told = new AtomicBoolean();
        Consumer<@Nullable Throwable> tell = failure -> {
            if (told.compareAndSet(false, true)) {
                outcome.accept(failure);
            }
        };
        try {
            work.accept(tell);
        } catch (Throwable e) {
            if (told.get()) {
                LOG.error("A defect after the outcome of an event was known", e);
            }
            tell.accept(e);
        }
    }
}
