package org.camelforce.salesforcecc.internal.subscription;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.internal.subscription.position.ContiguousPositionTracker;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.jspecify.annotations.Nullable;

/**
 * The events in flight: no more is requested than fits into the window, each event is given to the route once, and the
 * position moves as the route finishes. After an event that has failed, one event is requested until that one is done.
 * Safe for use by several threads; nothing is called under its lock.
 */
final class DeliveryWindow {

    /** A slow event must not make those behind it pile up without end. */
    static final int MAX_BEHIND = 10_000;

    private final ContiguousPositionTracker tracker;
    private final PositionWriter positions;
    private final SubscriptionCounters counters;
    private final OldEventFilter oldEvents;
    private final DeliveryPolicy policy;
    private final Dispatcher dispatcher;
    private final Movement movement;
    private final EventProcessing processing;
    private final RedeliveryTracker redeliveries = new RedeliveryTracker();
    private @Nullable EventStream stream;
    private @Nullable StreamListener current;
    private @Nullable Runnable onRoom;
    private int requested;
    private boolean halted;
    private CompletableFuture<Void> idle = new CompletableFuture<>();

    DeliveryWindow(
            ContiguousPositionTracker tracker,
            PositionWriter positions,
            SubscriptionCounters counters,
            OldEventFilter oldEvents,
            EventRoute route,
            WorkerPool workers,
            DeliveryPolicy policy,
            Object subscription,
            SubscriptionRuntime runtime) {
        this.tracker = tracker;
        this.positions = positions;
        this.counters = counters;
        this.oldEvents = oldEvents;
        this.policy = policy;
        this.dispatcher = new Dispatcher(subscription, workers, runtime, counters, this::process);
        this.movement = new Movement(runtime.time().ticker(), this::waits);
        this.processing = new EventProcessing(route, policy, redeliveries, this::done, this::failed);
    }

    ContiguousPositionTracker tracker() {
        return tracker;
    }

    Movement movement() {
        return movement;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Whether there are events that the route is not done with. */
    boolean waits() {
        return tracker.commitLag() > 0;
    }

    /** From now on the events of this stream count, and no others. */
    synchronized void expect(StreamListener next, StartingPoint from) {
        current = next;
        oldEvents.opening(from);
        stream = null;
        requested = 0;
        halted = false;
        tracker.reopened();
    }

    /** The stream is there: what there is room for is requested. */
    void streaming(StreamListener itsStream, EventStream opened) {
        synchronized (this) {
            if (current != itsStream) {
                return;
            }
            stream = opened;
        }
        topUp();
    }

    /** Nothing of the current stream counts any more; the events in flight go on. */
    synchronized void detach() {
        current = null;
        stream = null;
        requested = 0;
    }

    /** Nothing new is given to the route; what waits will come again. */
    void halt() {
        synchronized (this) {
            halted = true;
            for (ReceivedEvent waiting : dispatcher.takeBack()) {
                comesAgain(waiting.replayId());
            }
        }
        tellIfIdle();
    }

    /** Completes when no event is in flight. */
    synchronized CompletableFuture<Void> idle() {
        return tracker.inFlight() == 0 ? CompletableFuture.completedFuture(null) : idle.copy();
    }

    synchronized boolean hasRequested() {
        return requested > 0;
    }

    synchronized boolean hasRoom() {
        return room() >= threshold();
    }

    /** Whether the limit of events in flight is reached, whatever has been requested. */
    synchronized boolean isFull() {
        return room() + requested < threshold();
    }

    /** Runs the action once as soon as there is room. */
    void whenRoom(Runnable action) {
        synchronized (this) {
            if (room() < threshold()) {
                onRoom = action;
                return;
            }
        }
        action.run();
    }

    /** The stream goes on somewhere else: what is known of events and their order is void. */
    synchronized void startElsewhere() {
        tracker.startedElsewhere();
        redeliveries.clear();
    }

    /** Returns whether the subscription gets on by this event: false if it had come before. */
    boolean received(StreamListener itsStream, ReceivedEvent event) {
        boolean fresh = false;
        boolean known = false;
        synchronized (this) {
            if (current != itsStream || halted) {
                return false;
            }
            requested--;
            counters.received(event);
            boolean first = !waits();
            if (oldEvents.passesOver(event)) {
                if (oldEvents.isAmongOthers()) {
                    // so that it is passed over once, not after each reconnect
                    tracker.reached(event.replayId());
                }
            } else if (tracker.received(event.replayId())) {
                fresh = true;
                redeliveries.received(event.replayId());
                if (first) {
                    movement.moved();
                }
                dispatcher.add(event);
            } else {
                known = true;
                counters.duplicated();
            }
        }
        tellMissed();
        if (fresh) {
            oldEvents.over();
            dispatcher.submit();
        } else {
            positions.moved(0);
        }
        topUp();
        return !known;
    }

    void reached(StreamListener itsStream, ReplayId position) {
        synchronized (this) {
            // what was sent before it may not have been taken
            if (current != itsStream || halted) {
                return;
            }
            tracker.reached(position);
        }
        oldEvents.over();
        tellMissed();
        positions.moved(0);
    }

    private void tellMissed() {
        List<ReplayId> missed = tracker.takeMissed();
        if (!missed.isEmpty()) {
            redeliveries.missed(missed);
            policy.missed(missed);
        }
    }

    /** On a worker's thread. */
    private void process(ReceivedEvent event) {
        movement.given(event.replayId());
        processing.process(event);
    }

    private void done(ReceivedEvent event) {
        counters.processed();
        movement.back(event.replayId());
        movement.moved();
        synchronized (this) {
            redeliveries.done(event.replayId());
            tracker.done(event.replayId());
        }
        positions.moved(1);
        topUp();
        tellIfIdle();
    }

    private void failed(ReceivedEvent event, Throwable failure) {
        movement.back(event.replayId());
        synchronized (this) {
            comesAgain(event.replayId());
            redeliveries.oneByOne();
        }
        halt();
        policy.onBreak().accept(failure);
    }

    /** Under the lock. */
    private void comesAgain(ReplayId event) {
        redeliveries.comesAgain(event, tracker.failed(event));
    }

    private void tellIfIdle() {
        CompletableFuture<Void> reached;
        synchronized (this) {
            if (tracker.inFlight() > 0) {
                return;
            }
            reached = idle;
            idle = new CompletableFuture<>();
        }
        reached.complete(null);
    }

    private void topUp() {
        EventStream open;
        Runnable action;
        int more;
        synchronized (this) {
            more = room();
            if (more < threshold()) {
                return;
            }
            open = stream;
            action = onRoom;
            onRoom = null;
            if (open != null) {
                requested += more;
            }
        }
        if (open != null) {
            open.request(more);
        }
        if (action != null) {
            action.run();
        }
    }

    /** What failed has room already: it comes again. */
    private int room() {
        int room = Math.min(
                policy.window() - requested - tracker.inFlight(),
                MAX_BEHIND - requested - (tracker.commitLag() - redeliveries.expected()));
        return redeliveries.limit(room, requested);
    }

    private int threshold() {
        return redeliveries.isOneByOne() ? 1 : Math.max(1, Math.min(policy.window(), MAX_BEHIND) / 2);
    }
}
