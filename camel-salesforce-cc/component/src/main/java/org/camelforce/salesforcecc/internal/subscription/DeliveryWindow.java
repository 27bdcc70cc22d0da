package org.camelforce.salesforcecc.internal.subscription;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.position.ContiguousPositionTracker;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events in flight: no more is requested than fits into the window, each event is given to the route once, and the
 * position moves as the route finishes. After an event that has failed, one event is requested until that one is done.
 * Safe for use by several threads; nothing is called under its lock.
 */
final class DeliveryWindow {

    /** A slow event must not make those behind it pile up without end. */
    static final int MAX_BEHIND = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWindow.class);

    private final ContiguousPositionTracker tracker;
    private final PositionWriter positions;
    private final Traffic traffic;
    private final OldEvents oldEvents;
    private final EventRoute route;
    private final IntakePolicy policy;
    private final Dispatcher dispatcher;
    private final Movement movement;
    private final Map<ReplayId, Integer> failures = new HashMap<>();
    private final Set<ReplayId> comesAgain = new HashSet<>();
    private @Nullable EventStream stream;
    private @Nullable StreamSession attempt;
    private @Nullable Runnable onRoom;
    private @Nullable ReplayId probe;
    private int requested;
    private boolean halted;
    private boolean oneByOne;
    private CompletableFuture<Void> idle = new CompletableFuture<>();

    DeliveryWindow(
            ContiguousPositionTracker tracker,
            PositionWriter positions,
            Traffic traffic,
            OldEvents oldEvents,
            EventRoute route,
            Workers workers,
            IntakePolicy policy,
            Object subscription,
            SubscriptionRuntime runtime) {
        this.tracker = tracker;
        this.positions = positions;
        this.traffic = traffic;
        this.oldEvents = oldEvents;
        this.route = route;
        this.policy = policy;
        this.dispatcher = new Dispatcher(subscription, workers, runtime, this::process);
        this.movement = new Movement(runtime.time().ticker(), this::waits);
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

    /** From now on the events of this attempt count, and no others. */
    synchronized void expect(StreamSession newAttempt) {
        attempt = newAttempt;
        oldEvents.opening(newAttempt.from());
        stream = null;
        requested = 0;
        halted = false;
        tracker.reopened();
    }

    /** The stream of the attempt is there: what there is room for is requested. */
    void streaming(StreamSession itsAttempt, EventStream opened) {
        synchronized (this) {
            if (attempt != itsAttempt) {
                return;
            }
            stream = opened;
        }
        topUp();
    }

    /** Nothing of the current stream counts any more; the events in flight go on. */
    synchronized void detach() {
        attempt = null;
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
        comesAgain.clear();
        failures.clear();
        probe = null;
    }

    /** Returns whether the subscription gets on by this event: false if it had come before. */
    boolean received(StreamSession itsAttempt, ReceivedEvent event) {
        boolean fresh = false;
        boolean known = false;
        synchronized (this) {
            if (attempt != itsAttempt || halted) {
                return false;
            }
            requested--;
            traffic.received(event);
            boolean first = !waits();
            if (oldEvents.passesOver(event)) {
                if (oldEvents.isAmongOthers()) {
                    // so that it is passed over once, not after each reconnect
                    tracker.reached(event.replayId());
                }
            } else if (tracker.received(event.replayId())) {
                fresh = true;
                comesAgain.remove(event.replayId());
                probe = oneByOne ? event.replayId() : null;
                if (first) {
                    movement.moved();
                }
                dispatcher.add(event);
            } else {
                known = true;
                traffic.duplicated();
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

    void reached(StreamSession itsAttempt, ReplayId position) {
        synchronized (this) {
            // what was sent before it may not have been taken
            if (attempt != itsAttempt || halted) {
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
            synchronized (this) {
                missed.forEach(comesAgain::remove);
                missed.forEach(failures::remove);
            }
            policy.missed(missed);
        }
    }

    /** On a worker's thread. */
    private void process(ReceivedEvent event) {
        movement.given(event.replayId());
        once(done -> route.deliver(event, done), failure -> finished(event, failure));
    }

    private void finished(ReceivedEvent event, @Nullable Throwable failure) {
        if (failure instanceof RouteNotRunException) {
            failed(event, failure);
            return;
        }
        if (failure == null || !policy.breakOnFirstError()) {
            done(event);
            return;
        }
        int times;
        synchronized (this) {
            times = failures.merge(event.replayId(), 1, Integer::sum);
        }
        if (!policy.exhausted(times)) {
            failed(event, failure);
            return;
        }
        once(done -> route.giveUp(event, failure, times, done), refusal -> {
            if (refusal == null) {
                policy.onExhausted().accept(event.replayId(), times, failure);
                done(event);
            } else {
                failed(event, refusal);
            }
        });
    }

    private void done(ReceivedEvent event) {
        traffic.processed();
        movement.back(event.replayId());
        movement.moved();
        synchronized (this) {
            failures.remove(event.replayId());
            if (Objects.equals(event.replayId(), probe)) {
                probe = null;
                oneByOne = false;
            }
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
            oneByOne = true;
        }
        halt();
        policy.onBreak().accept(failure);
    }

    /** Under the lock. */
    private void comesAgain(ReplayId event) {
        if (tracker.failed(event)) {
            comesAgain.add(event);
        } else {
            failures.remove(event);
        }
        if (Objects.equals(event, probe)) {
            probe = null;
        }
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
                MAX_BEHIND - requested - (tracker.commitLag() - comesAgain.size()));
        return oneByOne ? Math.min(room, requested == 0 && probe == null ? 1 : 0) : room;
    }

    private int threshold() {
        return oneByOne ? 1 : Math.max(1, Math.min(policy.window(), MAX_BEHIND) / 2);
    }
}
