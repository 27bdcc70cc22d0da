package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.util.URISupport;
import org.camelforce.salesforcecc.internal.subscription.position.ContiguousPositionTracker;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;
import org.camelforce.salesforcecc.internal.threads.Backoff;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the route is: from the claim on the position to the last write. Begins once. */
final class PositionTracking {

    private static final Logger LOG = LoggerFactory.getLogger(PositionTracking.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);

    /** Called on any thread. */
    interface Owner {

        /** The route has failed, and the event must come again. */
        void broken(Throwable failure);

        /** Another owner has the position. */
        void taken(Exception taken);
    }

    private final SubscriptionSetup setup;
    private final EventRoute route;
    private final WorkerPool workers;
    private final SubscriptionRuntime runtime;
    private final BlockingWork blocking;
    private final OldEventFilter oldEvents;
    private final SubscriptionNotifier signals;
    private final CommitStatus commits;
    private final Owner owner;
    private volatile @Nullable DeliveryWindow window;
    private volatile @Nullable PositionWriter writer;

    /**
     * @param setup the options
     * @param route gets the events
     * @param workers runs the route
     * @param runtime clock and threads
     * @param blocking the runtime's threads that may block, and what this subscription asks of them
     * @param oldEvents what is passed over
     * @param signals tells what happens
     * @param owner is told of what ends the stream
     */
    PositionTracking(
            SubscriptionSetup setup,
            EventRoute route,
            WorkerPool workers,
            SubscriptionRuntime runtime,
            BlockingWork blocking,
            OldEventFilter oldEvents,
            SubscriptionNotifier signals,
            Owner owner) {
        this.setup = setup;
        this.route = route;
        this.workers = workers;
        this.runtime = runtime;
        this.blocking = blocking;
        this.oldEvents = oldEvents;
        this.signals = signals;
        this.commits = new CommitStatus(signals, owner::taken);
        this.owner = owner;
    }

    DeliveryWindow begin(PositionClaim claim) {
        Optional<StoredPosition> found = claim.found();
        found.ifPresent(position ->
                LOG.info("{} continues after {}, reached at {}", setup.id(), position.replayId(), position.at()));
        commits.found(found.orElse(null));
        ContiguousPositionTracker tracker = new ContiguousPositionTracker(
                found.map(StoredPosition::replayId).orElse(null));
        PositionWriter positions = new PositionWriter(
                claim,
                tracker::position,
                setup.commits(),
                runtime.time().wallClock(),
                runtime.scheduler(),
                blocking,
                new Backoff(
                        FIRST_RETRY.toMillis(),
                        LONGEST_RETRY.toMillis(),
                        runtime.time().jitter()),
                commits);
        DeliveryWindow begun = new DeliveryWindow(
                tracker,
                positions,
                signals.counters(),
                oldEvents,
                route,
                workers,
                new DeliveryPolicy(
                        setup.window(),
                        setup.breakOnFirstError(),
                        setup.maxRedeliveries(),
                        owner::broken,
                        this::missed,
                        this::exhausted),
                setup.id(),
                runtime);
        writer = positions;
        window = begun;
        return begun;
    }

    /**
     * A stream has been opened. If it starts with new events, this moment is the position until there is another one:
     * whatever is published from now on is not to be missed, even if it cannot be received now.
     */
    void begunAt(StartingPoint from) {
        DeliveryWindow begun = window;
        PositionWriter positions = writer;
        if (begun != null && positions != null && from instanceof StartingPoint.Latest) {
            begun.tracker().startedAt(oldEvents.start());
            positions.moved(0);
        }
    }

    /** Null before it has begun. */
    @Nullable
    DeliveryWindow window() {
        return window;
    }

    boolean hasRequested() {
        DeliveryWindow begun = window;
        return begun != null && begun.hasRequested();
    }

    /** Whether the limit of events in flight is reached. */
    boolean isFull() {
        DeliveryWindow begun = window;
        return begun != null && begun.isFull();
    }

    CommitStatus commits() {
        return commits;
    }

    SubscriptionCounters counters() {
        return signals.counters();
    }

    /** The position up to which the route is done; empty if there is none yet. */
    Optional<ReplayId> position() {
        DeliveryWindow begun = window;
        return begun == null ? Optional.empty() : begun.tracker().position();
    }

    /** Whether there are events that the route is not done with. */
    boolean waits() {
        DeliveryWindow begun = window;
        return begun != null && begun.waits();
    }

    /** How long events have waited counts from now on. */
    void resumed() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.movement().moved();
        }
    }

    /** Names the events that the route has had for too long. */
    void tellOverdue() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.movement()
                    .overdue(setup.stallAfter())
                    .forEach(late -> signals.tell(new SubscriptionEvent.Overdue(late.event(), late.since())));
        }
    }

    /** Completes when no event is in flight. */
    CompletableFuture<Void> idle() {
        DeliveryWindow begun = window;
        return begun == null ? CompletableFuture.completedFuture(null) : begun.idle();
    }

    /** Completes when no event is in flight and the position has been written, or could not be. */
    CompletableFuture<Void> flushed() {
        PositionWriter positions = writer;
        return positions == null
                ? CompletableFuture.completedFuture(null)
                : idle().thenCompose(idle -> positions.flush());
    }

    void detach() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.detach();
            oldEvents.over();
        }
    }

    void halt() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.halt();
        }
    }

    /** The stream goes on somewhere else: what is known of the order of events is void. */
    void startElsewhere() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.startElsewhere();
        }
    }

    /** Completes when the last position has been written and is free for others. */
    CompletableFuture<Void> close() {
        DeliveryWindow begun = window;
        if (begun != null) {
            begun.dispatcher().close();
        }
        PositionWriter positions = writer;
        return positions == null ? CompletableFuture.completedFuture(null) : positions.close();
    }

    private void exhausted(ReplayId event, int failures, Throwable failure) {
        String uri = setup.deadLetterUri();
        signals.tell(new SubscriptionEvent.Exhausted(
                event, failures, failure, uri == null ? null : URISupport.sanitizeUri(uri)));
    }

    private void missed(List<ReplayId> events) {
        signals.tell(new SubscriptionEvent.Missed(events));
    }
}
