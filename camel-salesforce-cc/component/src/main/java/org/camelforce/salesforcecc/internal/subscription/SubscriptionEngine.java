package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.ReplayGap;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;

/**
 * Decides what follows when a subscription's stream is confirmed, ends or stalls, when its route fails, and when it is
 * suspended, resumed or stopped: the next stream, a pause, another token, the question to the policy, or the end. On
 * the subscription's thread only, but for what it is told by its stream and its route.
 */
final class SubscriptionEngine implements StreamSession.Owner, PositionTracking.Owner, NextStream.Owner {

    private final Outcome outcome;
    private final ConnectionStatus connection;
    private final StateGuard steps;
    private final StateMachine machine;
    private final SubscriptionNotifier signals;
    private final PositionTracking tracking;
    private final NextStart start;
    private final Steadiness steadiness;
    private final StreamCourse course;
    private final CurrentStream stream;
    private final ClaimTask claiming;
    private final TokenRenewal renewal;
    private final GapResolver gaps;
    private final OverdueWatch overdue;
    private final NextStream next;

    /** Called on the subscription's thread. */
    interface Outcome {

        /** Salesforce has accepted the subscription. */
        void opened();

        /** Nothing comes any more. */
        void failed(Exception failure);
    }

    /**
     * @param setup the options
     * @param source opens streams
     * @param store keeps the position
     * @param route gets events
     * @param workers runs the route
     * @param runtime what subscriptions share, with the threads of this one
     * @param blocking these threads
     * @param oldEvents what is passed over
     * @param signals tells what happens
     * @param connection is told of states and of what ends a stream
     * @param outcome is told of an open subscription, and of one that has ended for good
     */
    SubscriptionEngine(
            SubscriptionSetup setup,
            EventSource source,
            ReplayStore store,
            EventRoute route,
            WorkerPool workers,
            SubscriptionRuntime runtime,
            BlockingWork blocking,
            OldEventFilter oldEvents,
            SubscriptionNotifier signals,
            ConnectionStatus connection,
            Outcome outcome) {
        this.outcome = outcome;
        this.connection = connection;
        this.steps = new StateGuard(runtime.scheduler(), this::defect);
        this.machine = new StateMachine(steps, connection);
        this.signals = signals;
        this.start = new NextStart(setup.initial(), oldEvents, runtime.time().wallClock());
        this.tracking = new PositionTracking(setup, route, workers, runtime, blocking, oldEvents, signals, this);
        this.steadiness = new Steadiness(runtime.time().ticker(), tracking::position, tracking::waits);
        this.course = new StreamCourse(
                steadiness,
                new ReconnectBackoff(
                        setup.firstDelay(), setup.maxDelay(), runtime.time().jitter()));
        this.renewal = new TokenRenewal(runtime.tokens(), steps);
        this.stream = new CurrentStream(
                source,
                store == source,
                runtime,
                tracking,
                course,
                renewal,
                this,
                silence -> steps.guarded(() -> stalled(silence)));
        this.claiming = new ClaimTask(setup, source, store, start, runtime, steps);
        this.gaps = new GapResolver(setup, runtime, steps);
        this.overdue = new OverdueWatch(runtime, setup.stallAfter(), tracking::tellOverdue);
        this.next =
                new NextStream(setup.id(), runtime.tokens(), steps, machine, tracking, start, claiming, stream, this);
    }

    StateGuard steps() {
        return steps;
    }

    PositionTracking tracking() {
        return tracking;
    }

    Steadiness steadiness() {
        return steadiness;
    }

    /** On any thread. */
    SubscriptionState state() {
        return machine.state();
    }

    void start() {
        connection.started();
        signals.tell(new SubscriptionEvent.Started());
        machine.move(Trigger.START);
        overdue.begin();
        next.afterLogin();
    }

    void suspend() {
        if (machine.allows(Trigger.SUSPEND)) {
            stream.close(tracking::flushed);
            tracking.halt();
            machine.move(Trigger.SUSPEND);
        }
    }

    void resume() {
        if (machine.allows(Trigger.RESUME)) {
            machine.move(Trigger.RESUME);
            tracking.resumed();
            next.afterLogin();
        }
    }

    /** Completes when the last position has been written and is free for others. */
    CompletableFuture<Void> stop() {
        if (machine.allows(Trigger.STOP)) {
            overdue.end();
            stream.over(tracking::close);
            tracking.halt();
            machine.move(Trigger.STOP);
        }
        return CompletableFuture.allOf(claiming.over(), tracking.close());
    }

    @Override
    public void confirmed(StreamSession confirmed) {
        ifCurrent(confirmed, () -> {
            if (machine.state() == SubscriptionState.OPENING) {
                machine.move(Trigger.CONFIRMED);
                stream.confirmed();
                tracking.begunAt(confirmed.from());
                signals.tell(new SubscriptionEvent.Opened(
                        confirmed.from(), connection.takeover(tracking.commits().reachedAt() != null)));
                outcome.opened();
            }
        });
    }

    @Override
    public void ended(StreamSession last, StreamEnd end) {
        ifCurrent(last, () -> {
            // the server may say that there is no room although there is
            boolean inVain = end.kind() == StreamEnd.Kind.NO_ROOM && !stream.isSteady() && !tracking.isFull();
            StreamEnd.Kind kind = inVain ? StreamEnd.Kind.INTERRUPTED : end.kind();
            switch (kind) {
                // neither is a trouble of the stream, unless each new token is rejected
                case NO_ROOM -> stream.closed();
                case TOKEN_REJECTED -> stream.tokenRejected();
                default -> stream.lost(false);
            }
            goOnAfter(kind, last.from(), end);
        });
    }

    private void goOnAfter(StreamEnd.Kind kind, StartingPoint from, StreamEnd end) {
        switch (kind) {
            case COMPLETED, INTERRUPTED, BUSY -> lost(end);
            case NO_ROOM -> {
                tellLost(end, Duration.ZERO);
                next.whenRoom();
            }
            case TOKEN_REJECTED -> renew(end);
            case POSITION_REJECTED -> {
                if (from instanceof StartingPoint.After after && !start.isOnlyPassedOver(after.position())) {
                    decide(after.position(), end);
                } else {
                    lost(end);
                }
            }
            case FATAL -> fail(new SalesforceException(end.text(), end.cause()));
        }
    }

    private void renew(StreamEnd end) {
        String rejected = end.rejectedToken();
        if (rejected == null) {
            lost(end);
            return;
        }
        machine.move(Trigger.TOKEN_REJECTED);
        connection.because(end.toString());
        renewal.begin(
                rejected,
                end,
                token -> {
                    tellLost(end, Duration.ZERO);
                    next.with(token);
                },
                this::lost);
    }

    private void decide(ReplayId rejected, StreamEnd end) {
        machine.move(Trigger.POSITION_REJECTED);
        gaps.ask(rejected, tracking.commits().reachedAt(), end, new GapResolver.Outcome() {
            @Override
            public void goOn(ReplayGap gap, StartingPoint decision) {
                signals.tell(new SubscriptionEvent.Gap(gap, decision));
                tracking.startElsewhere();
                start.elsewhere(decision);
                machine.move(Trigger.DECIDED);
                next.after(course.pauseAfter(end.kind()));
            }

            @Override
            public void giveUp(ReplayGap gap, Exception failure) {
                signals.tell(new SubscriptionEvent.Gap(gap, null));
                fail(failure);
            }
        });
    }

    @Override
    public void lost(StreamEnd end) {
        machine.move(Trigger.LOST);
        Duration delay = course.pauseAfter(end.kind());
        tellLost(end, delay);
        next.after(delay);
    }

    @Override
    public void fail(Exception failure) {
        overdue.end();
        stream.failed();
        tracking.halt();
        machine.move(Trigger.FAIL);
        connection.because(String.valueOf(failure.getMessage()));
        signals.tell(new SubscriptionEvent.Failed(failure));
        outcome.failed(failure);
    }

    @Override
    public void broken(Throwable failure) {
        StreamEnd end = StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "the route failed: " + failure, failure);
        steps.always(() -> {
            if (stream.isThere() || machine.state() == SubscriptionState.FULL) {
                stream.lost(true);
                lost(end);
            } else if (SubscriptionTransitions.isBetweenStreams(machine.state())) {
                stream.lost(true);
                next.postpone(end);
            }
        });
    }

    @Override
    public void taken(Exception taken) {
        steps.always(() -> {
            if (machine.allows(Trigger.FAIL)) {
                fail(taken);
            }
        });
    }

    private void stalled(Duration silence) {
        signals.tell(new SubscriptionEvent.Stalled(silence));
        stream.stalled();
        lost(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "no event or keep-alive for " + silence.toSeconds() + " s"));
    }

    /** Whatever a step has thrown: another stream follows, after a pause. */
    private void defect(Throwable failure) {
        if (!machine.allows(Trigger.DEFECT)) {
            return;
        }
        Duration delay = course.pauseAfter(StreamEnd.Kind.INTERRUPTED);
        machine.move(Trigger.DEFECT);
        next.after(delay);
        stream.abandon();
        tellLost(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "a defect of the subscription: " + failure, failure), delay);
    }

    private void ifCurrent(StreamSession its, Runnable action) {
        steps.always(() -> {
            if (stream.is(its)) {
                action.run();
            }
        });
    }

    private void tellLost(StreamEnd end, Duration delay) {
        connection.because(end.toString());
        signals.tell(new SubscriptionEvent.Lost(end.kind(), end.text(), delay));
    }
}
