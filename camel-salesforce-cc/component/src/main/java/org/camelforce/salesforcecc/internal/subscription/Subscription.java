package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription, whatever protocol its events travel on, until it is stopped or has failed for good. Steered from
 * any thread: what is asked of it becomes a step of its engine on the runtime's scheduler, and its position is given
 * free even if that scheduler does nothing any more.
 */
final class Subscription implements SubscriptionEngine.Outcome {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final SubscriptionId id;
    private final SubscriptionRuntime runtime;
    private final Consumer<Exception> onFailed;
    private final SubscriptionEngine engine;
    private final StatusReport report;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /**
     * @param setup the options
     * @param source opens streams
     * @param store keeps the position
     * @param route gets events
     * @param workers runs the route
     * @param shared what subscriptions share
     * @param onFailed is told, on a thread that may block, that a subscription that was open has ended for good
     */
    Subscription(
            SubscriptionSetup setup,
            EventSource source,
            ReplayStore store,
            EventRoute route,
            WorkerPool workers,
            SubscriptionRuntime shared,
            Consumer<Exception> onFailed) {
        BlockingWork blocking =
                new BlockingWork(shared.blocking(), shared.time().ticker());
        this.id = setup.id();
        this.runtime = shared.on(blocking, blocking.on(shared.callouts()));
        this.onFailed = onFailed;
        ConnectionStatus connection = new ConnectionStatus(shared.time().ticker());
        SubscriptionCounters counters = new SubscriptionCounters(shared.time(), shared.salesforceTime());
        SubscriptionNotifier signals = new SubscriptionNotifier(setup.id(), counters, shared.listener());
        this.engine = new SubscriptionEngine(
                setup,
                source,
                store,
                route,
                workers,
                runtime,
                blocking,
                new OldEventFilter(
                        shared.salesforceTime(),
                        counters,
                        (events, began) -> signals.tell(new SubscriptionEvent.PassedOver(events, began))),
                signals,
                connection,
                this);
        this.report = new StatusReport(
                setup,
                shared.rejectedTasks(),
                blocking,
                source::longestSilence,
                engine.tracking(),
                connection,
                engine.steadiness(),
                counters);
    }

    SubscriptionId id() {
        return id;
    }

    SubscriptionStatus status() {
        return report.in(engine.state());
    }

    /** Completes when no event is in flight. */
    CompletableFuture<Void> idle() {
        return engine.tracking().idle();
    }

    /** Begins; completes when Salesforce has accepted the subscription for the first time, or exceptionally. */
    CompletableFuture<Void> start() {
        engine.steps().always(engine::start);
        return opened;
    }

    /** Ends the stream; the route finishes the events in flight. Completes when nothing new reaches the route. */
    CompletableFuture<Void> suspend() {
        CompletableFuture<Void> suspended = new CompletableFuture<>();
        boolean running = engine.steps().always(() -> {
            engine.suspend();
            suspended.complete(null);
        });
        if (!running) {
            suspended.complete(null);
        }
        return suspended;
    }

    void resume() {
        engine.steps().always(engine::resume);
    }

    /** Ends for good; completes when the last position has been written and is free for others. */
    CompletableFuture<Void> stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        boolean running = engine.steps().always(() -> {
            CompletableFuture<Void> over = engine.stop();
            opened.cancel(false);
            releaseAfter(over).whenComplete((done, failure) -> stopped(stopped, failure));
        });
        if (!running) {
            release().whenComplete((done, failure) -> stopped(stopped, failure));
        }
        return stopped;
    }

    /**
     * Gives the position free whatever the state, on any thread: for a scheduler that does nothing any more.
     *
     * @return completes when that is done; exceptionally if the last position could not be written
     */
    CompletableFuture<Void> release() {
        engine.tracking().halt();
        return releaseAfter(engine.tracking().close());
    }

    @Override
    public void opened() {
        opened.complete(null);
    }

    @Override
    public void failed(Exception failure) {
        releaseAfter(engine.tracking().close());
        if (!opened.completeExceptionally(failure)) {
            runtime.callouts().execute(() -> onFailed.accept(failure));
        }
    }

    private CompletableFuture<Void> releaseAfter(CompletableFuture<Void> over) {
        runtime.releases().begin(id, over);
        return over;
    }

    private void stopped(CompletableFuture<Void> stopped, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("{}: the last position is not stored: {}", id, failure.toString());
        }
        stopped.complete(null);
    }
}
