package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.camel.util.URISupport;
import org.camelforce.salesforcecc.internal.subscription.position.ContiguousPositionTracker;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionProgress;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the route is: from the claim on the position to the last write. Begins once. */
final class PositionTracking {

    private static final Logger LOG = LoggerFactory.getLogger(PositionTracking.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);

    /** After this long without an answer a store is said to be silent. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    /** Hears on any thread. */
    interface Owner {

        /** The route has failed, and the event must come again. */
        void broken(Throwable failure);

        /** Another owner has the position. */
        void taken(Exception taken);

        void tell(SubscriptionEvent event);
    }

    private final SubscriptionSetup setup;
    private final EventRoute route;
    private final Workers workers;
    private final SubscriptionRuntime runtime;
    private final BlockingWork blocking;
    private final Traffic traffic;
    private final OldEvents oldEvents;
    private final Owner owner;
    private volatile @Nullable DeliveryWindow intake;
    private volatile @Nullable StoredPosition stored;
    private volatile @Nullable Exception commitFailure;
    private volatile @Nullable PositionWriter writer;

    /** @param blocking the runtime's threads that may block, and what this subscription asks of them */
    PositionTracking(
            SubscriptionSetup setup,
            EventRoute route,
            Workers workers,
            SubscriptionRuntime runtime,
            BlockingWork blocking,
            Owner owner) {
        this.setup = setup;
        this.route = route;
        this.workers = workers;
        this.runtime = runtime;
        this.blocking = blocking;
        this.traffic = new Traffic(runtime.time(), runtime.salesforceTime());
        this.oldEvents = new OldEvents(
                runtime.salesforceTime(),
                (events, began) -> owner.tell(new SubscriptionEvent.PassedOver(events, began)));
        this.owner = owner;
    }

    DeliveryWindow begin(PositionClaim claim) {
        Optional<StoredPosition> found = claim.found();
        found.ifPresent(position ->
                LOG.info("{} goes on after {}, reached at {}", setup.id(), position.replayId(), position.at()));
        stored = found.orElse(null);
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
                new Writing());
        DeliveryWindow begun = new DeliveryWindow(
                tracker,
                positions,
                traffic,
                oldEvents,
                route,
                workers,
                new IntakePolicy(
                        setup.window(),
                        setup.breakOnFirstError(),
                        setup.maxRedeliveries(),
                        owner::broken,
                        this::missed,
                        this::exhausted),
                setup.id(),
                runtime);
        writer = positions;
        intake = begun;
        return begun;
    }

    /** {@return the position of a new subscription to new events that begins now; empty if it starts elsewhere} */
    Optional<StoredPosition> start() {
        return setup.initial() instanceof StartingPoint.Latest
                ? Optional.of(
                        new StoredPosition(now(), runtime.time().wallClock().instant()))
                : Optional.empty();
    }

    /** Where the next stream begins, if there is no position after which the route goes on. */
    StartingPoint goingOn(StartingPoint start) {
        return oldEvents.goingOn(start);
    }

    /** Whether a position that is refused is none of the route's, so that nothing is lost. */
    boolean isOnlyPassedOver(ReplayId refused) {
        return oldEvents.forget(refused);
    }

    /** {@return the position of a subscription to new events that begins now} */
    ReplayId now() {
        return oldEvents.start();
    }

    /**
     * A stream has been opened. If it starts with new events, this moment is the position until there is another one:
     * whatever is published from now on is not to be missed, even if it cannot be received now.
     */
    void begunAt(StartingPoint from) {
        DeliveryWindow begun = intake;
        PositionWriter positions = writer;
        if (begun != null && positions != null && from instanceof StartingPoint.Latest) {
            begun.tracker().startedAt(now());
            positions.moved(0);
        }
    }

    /** Null before it has begun. */
    @Nullable
    DeliveryWindow intake() {
        return intake;
    }

    boolean hasRequested() {
        DeliveryWindow begun = intake;
        return begun != null && begun.hasRequested();
    }

    /** When the stored position was reached; null if there is none. */
    @Nullable
    Instant reachedAt() {
        StoredPosition last = stored;
        return last == null ? null : last.at();
    }

    Traffic traffic() {
        return traffic;
    }

    /** The position up to which the route is done; empty if there is none yet. */
    Optional<ReplayId> position() {
        DeliveryWindow begun = intake;
        return begun == null ? Optional.empty() : begun.tracker().position();
    }

    /** Whether there are events that the route is not done with. */
    boolean waits() {
        DeliveryWindow begun = intake;
        return begun != null && begun.waits();
    }

    /** How long events have waited counts from now on. */
    void resumed() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.movement().moved();
        }
    }

    /** Names the events that the route has had for too long. */
    void tellOverdue() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.movement()
                    .overdue(setup.stallAfter())
                    .forEach(late -> owner.tell(new SubscriptionEvent.Overdue(late.event(), late.since())));
        }
    }

    private SubscriptionProgress progress(Steadiness steadiness, SubscriptionCounts counts) {
        DeliveryWindow begun = intake;
        Movement.Overdue oldest = begun == null ? null : begun.movement().oldest();
        String refusal = runtime.rejectedTasks().get();
        if (refusal == null && begun != null) {
            refusal = begun.dispatcher().refusal();
        }
        return new SubscriptionProgress(
                setup.stallAfter(),
                begun == null ? null : begun.movement().stillFor(),
                oldest == null ? null : oldest.event(),
                oldest == null ? null : oldest.since(),
                steadiness.losses(),
                steadiness.unsteadyFor(),
                refusal,
                begun == null ? 0 : begun.dispatcher().refusals(),
                counts.exhausted());
    }

    SubscriptionStatus status(
            SubscriptionState state,
            ConnectionStatus soundness,
            Steadiness steadiness,
            Duration longestSilence,
            SubscriptionCounts counts) {
        DeliveryWindow begun = intake;
        Duration silent =
                blocking.longest().filter(time -> time.compareTo(SILENT) >= 0).orElse(null);
        return new SubscriptionStatus(
                setup.id(),
                state,
                soundness.disconnectedFor(),
                silent == null ? soundness.problem() : problem(state, silent, soundness.problem()),
                hasRequested(),
                longestSilence,
                traffic.soFar(oldEvents.passedOver()),
                stored,
                silent == null || begun == null || state == SubscriptionState.GAP
                        ? commitFailure
                        : new TimeoutException(noAnswer(silent)),
                begun == null ? 0 : begun.tracker().inFlight(),
                begun == null ? 0 : begun.tracker().commitLag(),
                counts.reconnects(),
                counts.stalls(),
                counts.gaps(),
                counts.missed(),
                progress(steadiness, counts));
    }

    private static @Nullable String problem(SubscriptionState state, Duration silent, @Nullable String otherwise) {
        return switch (state) {
            case CLAIMING -> noAnswer(silent);
            case GAP -> "Option replayGapPolicy: the policy has not decided for " + silent.toSeconds() + " s";
            default -> otherwise;
        };
    }

    private static String noAnswer(Duration silent) {
        return "Option replayStore: the store of the position has not answered for " + silent.toSeconds() + " s";
    }

    /** Completes when no event is in flight. */
    CompletableFuture<Void> idle() {
        DeliveryWindow begun = intake;
        return begun == null ? CompletableFuture.completedFuture(null) : begun.idle();
    }

    /** Completes when no event is in flight and the position has been written, or could not be. */
    CompletableFuture<Void> settled() {
        PositionWriter positions = writer;
        return positions == null
                ? CompletableFuture.completedFuture(null)
                : idle().thenCompose(idle -> positions.flush());
    }

    void detach() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.detach();
            oldEvents.over();
        }
    }

    void halt() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.halt();
        }
    }

    /** The stream goes on somewhere else: what is known of the order of events is void. */
    void startElsewhere() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.startElsewhere();
        }
    }

    /** Completes when the last position has been written and is free for others. */
    CompletableFuture<Void> close() {
        DeliveryWindow begun = intake;
        if (begun != null) {
            begun.dispatcher().close();
        }
        PositionWriter positions = writer;
        return positions == null ? CompletableFuture.completedFuture(null) : positions.close();
    }

    private void exhausted(ReplayId event, int failures, Throwable failure) {
        String uri = setup.deadLetterUri();
        owner.tell(new SubscriptionEvent.Exhausted(
                event, failures, failure, uri == null ? null : URISupport.sanitizeUri(uri)));
    }

    private void missed(List<ReplayId> events) {
        owner.tell(new SubscriptionEvent.Missed(events));
    }

    /** Called by one thread at a time. */
    private final class Writing implements PositionWriter.Listener {

        private volatile int failures;

        @Override
        public void committed(StoredPosition position) {
            int former = failures;
            failures = 0;
            stored = position;
            commitFailure = null;
            if (former > 0) {
                owner.tell(new SubscriptionEvent.CommitRecovered(former));
            }
            owner.tell(new SubscriptionEvent.Committed(position));
        }

        @Override
        public void failed(Exception failure) {
            int now = failures + 1;
            failures = now;
            commitFailure = failure;
            owner.tell(new SubscriptionEvent.CommitFailed(failure, now));
        }

        @Override
        public void taken(PositionAlreadyClaimedException taken) {
            owner.taken(taken);
        }
    }
}
