package org.camelforce.salesforcecc.events;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.camelforce.salesforcecc.events.position.ContiguousPositionTracker;
import org.camelforce.salesforcecc.events.position.PositionWriter;
import org.camelforce.salesforcecc.events.position.ReplayId;
import org.camelforce.salesforcecc.events.stream.EventStream;
import org.camelforce.salesforcecc.events.stream.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the route has in hand: no more is requested than fits into the window, each event is given to the route once,
 * and the position moves as the route finishes. Safe for use by several threads; nothing is called under its lock.
 */
final class Intake {

    /** A slow event must not make those behind it pile up without end. */
    private static final int MOST_BEHIND = 10_000;

    private final ContiguousPositionTracker tracker;
    private final PositionWriter positions;
    private final Traffic traffic;
    private final OldEvents oldEvents;
    private final EventRoute route;
    private final Executor workers;
    private final IntakePolicy policy;
    private final Queue<ReceivedEvent> queue = new ArrayDeque<>();
    private @Nullable EventStream stream;
    private @Nullable Attempt attempt;
    private @Nullable Runnable onRoom;
    private int requested;
    private boolean halted;
    private CompletableFuture<Void> idle = new CompletableFuture<>();

    Intake(
            ContiguousPositionTracker tracker,
            PositionWriter positions,
            Traffic traffic,
            OldEvents oldEvents,
            EventRoute route,
            Executor workers,
            IntakePolicy policy) {
        this.tracker = tracker;
        this.positions = positions;
        this.traffic = traffic;
        this.oldEvents = oldEvents;
        this.route = route;
        this.workers = workers;
        this.policy = policy;
    }

    ContiguousPositionTracker tracker() {
        return tracker;
    }

    /** From now on the events of this attempt count, and no others. */
    synchronized void expect(Attempt newAttempt) {
        attempt = newAttempt;
        oldEvents.opening(newAttempt.from());
        stream = null;
        requested = 0;
        halted = false;
        tracker.reopened();
    }

    /** The stream of the attempt is there: what there is room for is requested. */
    void streaming(Attempt itsAttempt, EventStream opened) {
        synchronized (this) {
            if (attempt != itsAttempt) {
                return;
            }
            stream = opened;
        }
        topUp();
    }

    /** Nothing of the current stream counts any more; what the route has or will have in hand goes on. */
    synchronized void detach() {
        attempt = null;
        stream = null;
        requested = 0;
    }

    /** Nothing new is given to the route; what waits will come again. */
    void halt() {
        synchronized (this) {
            halted = true;
            for (ReceivedEvent waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
                tracker.failed(waiting.replayId());
            }
        }
        tellIfIdle();
    }

    /** Completes when the route has nothing in hand. */
    synchronized CompletableFuture<Void> idle() {
        return tracker.inFlight() == 0 ? CompletableFuture.completedFuture(null) : idle.copy();
    }

    synchronized boolean hasRequested() {
        return requested > 0;
    }

    synchronized boolean hasRoom() {
        return room() >= threshold();
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

    void received(Attempt itsAttempt, ReceivedEvent event) {
        boolean fresh = false;
        synchronized (this) {
            if (attempt != itsAttempt || halted) {
                return;
            }
            requested--;
            traffic.received(event);
            if (oldEvents.passesOver(event)) {
                // so that it is passed over once, not after each reconnect
                tracker.reached(event.replayId());
            } else if (tracker.received(event.replayId())) {
                fresh = true;
                queue.add(event);
            } else {
                traffic.duplicated();
            }
        }
        policy.missed(tracker.takeMissed());
        if (fresh) {
            oldEvents.over();
            process();
        } else {
            positions.moved(0);
        }
        topUp();
    }

    void reached(Attempt itsAttempt, ReplayId position) {
        synchronized (this) {
            if (attempt != itsAttempt) {
                return;
            }
            tracker.reached(position);
        }
        oldEvents.over();
        policy.missed(tracker.takeMissed());
        positions.moved(0);
    }

    private void process() {
        try {
            workers.execute(this::processNext);
        } catch (RejectedExecutionException e) {
            halt();
        }
    }

    private void processNext() {
        ReceivedEvent next;
        synchronized (this) {
            next = halted ? null : queue.poll();
        }
        if (next != null) {
            route.deliver(next, failure -> finished(next, failure));
        }
    }

    private void finished(ReceivedEvent event, @Nullable Throwable failure) {
        if (failure != null && policy.breakOnFirstError()) {
            tracker.failed(event.replayId());
            halt();
            policy.onBreak().accept(failure);
        } else {
            traffic.processed();
            tracker.done(event.replayId());
            positions.moved(1);
            topUp();
        }
        tellIfIdle();
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

    private int room() {
        return Math.min(policy.window() - requested - tracker.inFlight(), MOST_BEHIND - requested - tracker.behind());
    }

    private int threshold() {
        return Math.max(1, policy.window() / 2);
    }
}
