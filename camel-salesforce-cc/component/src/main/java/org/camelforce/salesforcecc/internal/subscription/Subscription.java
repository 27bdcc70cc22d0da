package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.ReplayGap;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription, whatever protocol its events travel on: opens one stream after the other, each after the position
 * up to which the route is done, until it is stopped or refused for good. Its state is confined to the runtime's
 * scheduler.
 */
final class Subscription implements StreamSession.Owner, PositionTracking.Owner {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final SubscriptionSetup setup;
    private final EventSource source;
    private final SubscriptionRuntime runtime;
    private final Consumer<Exception> onFailed;
    private final boolean positionIsOnStream;
    private final StateGuard steps;
    private final PositionTracking progress;
    private final StreamCourse course;
    private final ClaimTask claiming;
    private final TokenRenewal renewal;
    private final GapResolver gaps;
    private final StallDetector watch;
    private final OverdueWatch overdue;
    private final ConnectionStatus soundness;
    private final Steadiness steadiness;
    private final SubscriptionCounts counts = new SubscriptionCounts();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile SubscriptionState state = SubscriptionState.NEW;
    private @Nullable StreamSession attempt;
    private @Nullable StreamEnd pauseOwed;
    private StartingPoint startWithoutPosition;

    /**
     * @param setup the options
     * @param source opens streams
     * @param store keeps the position
     * @param route gets events
     * @param workers runs the route
     * @param shared what subscriptions share
     * @param onFailed hears, on a thread that may block, that a subscription that was open has ended for good
     */
    Subscription(
            SubscriptionSetup setup,
            EventSource source,
            ReplayStore store,
            EventRoute route,
            Workers workers,
            SubscriptionRuntime shared,
            Consumer<Exception> onFailed) {
        BlockingWork blocking =
                new BlockingWork(shared.blocking(), shared.time().ticker());
        this.setup = setup;
        this.source = source;
        this.runtime = shared.on(blocking, blocking.on(shared.callouts()));
        this.onFailed = onFailed;
        this.positionIsOnStream = store == source;
        this.startWithoutPosition = setup.initial();
        this.soundness = new ConnectionStatus(runtime.time().ticker());
        this.steps = new StateGuard(runtime.scheduler(), this::defect);
        this.progress = new PositionTracking(setup, route, workers, runtime, blocking, this);
        this.steadiness = new Steadiness(runtime.time().ticker(), progress::position, progress::waits);
        this.overdue = new OverdueWatch(runtime, setup.stallAfter(), progress::tellOverdue);
        this.course = new StreamCourse(
                steadiness,
                new ReconnectBackoff(
                        setup.firstDelay(), setup.maxDelay(), runtime.time().jitter()));
        this.claiming = new ClaimTask(
                setup.id(),
                runtime,
                new PositionClaimer(
                        source, store, setup.id(), setup.numbers(), progress::start, () -> runtime.releases()
                                .areUnderWay(setup.id())),
                steps);
        this.renewal = new TokenRenewal(runtime.tokens(), steps);
        this.gaps = new GapResolver(setup, runtime, steps);
        this.watch = new StallDetector(
                runtime,
                stream -> attempt == stream,
                progress::hasRequested,
                silence -> steps.guarded(() -> stalled(silence)));
    }

    SubscriptionStatus status() {
        return progress.status(state, soundness, steadiness, source.longestSilence(), counts);
    }

    PositionTracking progress() {
        return progress;
    }

    /** Begins; completes when Salesforce has accepted the subscription for the first time, or with the refusal. */
    CompletableFuture<Void> start() {
        steps.always(() -> {
            soundness.started();
            tell(new SubscriptionEvent.Started());
            move(Trigger.START);
            overdue.begin();
            awaitToken();
        });
        return opened;
    }

    /** Ends the stream; the route finishes the events in flight. Completes when nothing new reaches the route. */
    CompletableFuture<Void> suspend() {
        CompletableFuture<Void> suspended = new CompletableFuture<>();
        boolean running = steps.always(() -> {
            if (SubscriptionTransitions.allows(state, Trigger.SUSPEND)) {
                StreamSession last = attempt;
                endStream(progress::settled);
                if (last != null) {
                    course.closed(last);
                }
                progress.halt();
                move(Trigger.SUSPEND);
            }
            suspended.complete(null);
        });
        if (!running) {
            suspended.complete(null);
        }
        return suspended;
    }

    void resume() {
        steps.always(() -> {
            if (SubscriptionTransitions.allows(state, Trigger.RESUME)) {
                move(Trigger.RESUME);
                progress.resumed();
                awaitToken();
            }
        });
    }

    /** Ends for good; completes when the last position has been written and is free for others. */
    CompletableFuture<Void> stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        boolean running = steps.always(() -> {
            if (SubscriptionTransitions.allows(state, Trigger.STOP)) {
                overdue.end();
                endStream(progress::close);
                progress.halt();
                move(Trigger.STOP);
                opened.cancel(false);
            }
            letGo(CompletableFuture.allOf(claiming.over(), progress.close()))
                    .whenComplete((done, failure) -> stopped(stopped, failure));
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
        progress.halt();
        return letGo(progress.close());
    }

    private CompletableFuture<Void> letGo(CompletableFuture<Void> over) {
        runtime.releases().begin(setup.id(), over);
        return over;
    }

    private void stopped(CompletableFuture<Void> stopped, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("{}: the last position is not stored: {}", setup.id(), failure.toString());
        }
        stopped.complete(null);
    }

    private void awaitToken() {
        runtime.tokens().first().whenComplete(steps.back((token, failure) -> {
            if (failure == null) {
                move(Trigger.TOKEN);
                claim(token);
            }
        }));
    }

    private void claim(TokenEntry token) {
        DeliveryWindow known = progress.intake();
        if (known != null) {
            openIfRoom(known);
            return;
        }
        claiming.begin(token, new ClaimTask.Outcome() {
            @Override
            public void claimed(PositionClaimer.Claimed claimed) {
                openIfRoom(progress.begin(claimed.claim()));
            }

            @Override
            public void fatal(Exception failure) {
                fail(failure);
            }

            @Override
            public void failed(StreamEnd end) {
                lost(end);
            }
        });
    }

    private void openIfRoom(DeliveryWindow intake) {
        StreamEnd broken = pauseOwed;
        if (broken != null) {
            lost(broken);
            return;
        }
        if (!intake.hasRoom()) {
            awaitRoom(intake);
            return;
        }
        StartingPoint from = progress.goingOn(
                intake.tracker().position().map(StartOptions::goingOn).orElse(startWithoutPosition));
        StreamSession next = new StreamSession(from, intake, runtime.time().ticker(), progress.traffic(), this);
        attempt = next;
        intake.expect(next);
        move(Trigger.CLAIMED);
        LOG.debug("{}: opening a stream from {}", setup.id(), from);
        if (from instanceof StartingPoint.Latest) {
            // whatever is published from now on is not to be missed, even if this stream is never confirmed
            startWithoutPosition = StartOptions.goingOn(progress.now());
        }
        next.streamIs(source.open(from, next));
        watch.over(next, source.longestSilence());
    }

    private void awaitRoom(DeliveryWindow intake) {
        move(Trigger.NO_ROOM);
        intake.whenRoom(steps.back(() -> {
            move(Trigger.ROOM);
            awaitToken();
        }));
    }

    @Override
    public void confirmed(StreamSession stream) {
        ifCurrent(stream, () -> {
            if (state == SubscriptionState.OPENING) {
                move(Trigger.CONFIRMED);
                course.opened(stream);
                // the server may have told another rhythm meanwhile
                watch.over(stream, source.longestSilence());
                progress.begunAt(stream.from());
                tell(new SubscriptionEvent.Opened(stream.from(), soundness.takeover(progress.reachedAt() != null)));
                opened.complete(null);
            }
        });
    }

    @Override
    public void ended(StreamSession stream, StreamEnd end) {
        ifCurrent(stream, () -> {
            // the server may say that there is no room although there is
            boolean inVain = end.kind() == StreamEnd.Kind.NO_ROOM && !course.isSound(stream) && !isFull();
            StreamEnd.Kind kind = inVain ? StreamEnd.Kind.INTERRUPTED : end.kind();
            endStream();
            // neither is a trouble of the stream, unless each new token is rejected
            if (kind == StreamEnd.Kind.NO_ROOM || kind == StreamEnd.Kind.TOKEN_REJECTED && !renewal.isInVain()) {
                course.closed(stream);
            } else {
                course.lost(stream, false);
            }
            goOnAfter(kind, stream.from(), end);
        });
    }

    private void goOnAfter(StreamEnd.Kind kind, StartingPoint from, StreamEnd end) {
        switch (kind) {
            case COMPLETED, INTERRUPTED, BUSY -> lost(end);
            case NO_ROOM -> {
                tellLost(end, Duration.ZERO);
                DeliveryWindow intake = progress.intake();
                if (intake != null) {
                    awaitRoom(intake);
                }
            }
            case TOKEN_REJECTED -> renew(end);
            case POSITION_REJECTED -> {
                if (from instanceof StartingPoint.After after && !progress.isOnlyPassedOver(after.position())) {
                    decide(after.position(), end);
                } else {
                    lost(end);
                }
            }
            case FATAL -> fail(failureOf(end));
        }
    }

    private void renew(StreamEnd end) {
        String refused = end.rejectedToken();
        if (refused == null) {
            lost(end);
            return;
        }
        move(Trigger.TOKEN_REJECTED);
        soundness.because(end.toString());
        renewal.begin(
                refused,
                end,
                token -> {
                    tellLost(end, Duration.ZERO);
                    move(Trigger.TOKEN);
                    claim(token);
                },
                this::lost);
    }

    private void decide(ReplayId refused, StreamEnd end) {
        move(Trigger.POSITION_REJECTED);
        gaps.ask(refused, progress.reachedAt(), end, new GapResolver.Outcome() {
            @Override
            public void goOn(ReplayGap gap, StartingPoint decision) {
                tell(new SubscriptionEvent.Gap(gap, decision));
                progress.startElsewhere();
                startWithoutPosition = decision;
                move(Trigger.DECIDED);
                goOnIn(course.pauseAfter(end.kind()));
            }

            @Override
            public void giveUp(ReplayGap gap, Exception failure) {
                tell(new SubscriptionEvent.Gap(gap, null));
                fail(failure);
            }
        });
    }

    /** Opens another stream after a delay. */
    private void lost(StreamEnd end) {
        move(Trigger.LOST);
        Duration delay = course.pauseAfter(end.kind());
        tellLost(end, delay);
        goOnIn(delay);
    }

    private void goOnIn(Duration delay) {
        pauseOwed = null;
        steps.later(delay, () -> {
            move(Trigger.DELAY_OVER);
            awaitToken();
        });
    }

    private void fail(Exception failure) {
        overdue.end();
        steadiness.closed(false);
        endStream();
        progress.halt();
        move(Trigger.FAIL);
        soundness.because(String.valueOf(failure.getMessage()));
        tell(new SubscriptionEvent.Failed(failure));
        letGo(progress.close());
        if (!opened.completeExceptionally(failure)) {
            runtime.callouts().execute(() -> onFailed.accept(failure));
        }
    }

    @Override
    public void broken(Throwable failure) {
        StreamEnd end = StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "the route failed: " + failure, failure);
        steps.always(() -> {
            StreamSession last = attempt;
            if (last != null) {
                endStream();
                course.lost(last, true);
                lost(end);
            } else if (state == SubscriptionState.FULL) {
                course.lost(null, true);
                lost(end);
            } else if (SubscriptionTransitions.isBetweenStreams(state)) {
                course.lost(null, true);
                pauseOwed = end;
            }
        });
    }

    @Override
    public void taken(Exception taken) {
        steps.always(() -> {
            if (SubscriptionTransitions.allows(state, Trigger.FAIL)) {
                fail(taken);
            }
        });
    }

    private void stalled(Duration silence) {
        tell(new SubscriptionEvent.Stalled(silence));
        StreamSession last = attempt;
        endStream();
        if (last != null) {
            course.silent(last);
        }
        lost(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "no event or keep-alive for " + silence.toSeconds() + " s"));
    }

    /** Whether the limit of events in flight is reached. */
    private boolean isFull() {
        DeliveryWindow intake = progress.intake();
        return intake != null && intake.isFull();
    }

    /** Whatever a step has thrown: another stream follows, after a pause. */
    private void defect(Throwable failure) {
        if (!SubscriptionTransitions.allows(state, Trigger.DEFECT)) {
            return;
        }
        Duration delay = course.pauseAfter(StreamEnd.Kind.INTERRUPTED);
        move(Trigger.DEFECT);
        goOnIn(delay);
        StreamSession last = attempt;
        attempt = null;
        watch.end();
        steadiness.lost(false, false);
        progress.detach();
        if (last != null) {
            last.close();
        }
        tellLost(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "a defect of the subscription: " + failure, failure), delay);
    }

    private void endStream() {
        endStream(() -> CompletableFuture.completedFuture(null));
    }

    /** From now on nothing comes from the stream; a position that travels on it is written before it is closed. */
    private void endStream(Supplier<CompletableFuture<Void>> lastWrite) {
        StreamSession last = attempt;
        attempt = null;
        watch.end();
        progress.detach();
        if (last == null) {
            return;
        }
        if (course.isSound(last)) {
            renewal.accepted();
        }
        if (positionIsOnStream) {
            lastWrite.get().whenComplete((done, failure) -> last.close());
        } else {
            last.close();
        }
    }

    private void ifCurrent(StreamSession stream, Runnable action) {
        steps.always(() -> {
            if (attempt == stream) {
                action.run();
            }
        });
    }

    private void move(Trigger trigger) {
        state = SubscriptionTransitions.after(state, trigger);
        soundness.moved(state);
        steps.taken();
    }

    @Override
    public void tell(SubscriptionEvent event) {
        counts.count(event);
        runtime.listener().on(setup.id(), event);
    }

    private void tellLost(StreamEnd end, Duration delay) {
        soundness.because(end.toString());
        tell(new SubscriptionEvent.Lost(end.kind(), end.text(), delay));
    }

    private SalesforceException failureOf(StreamEnd end) {
        return new SalesforceException(end.text(), end.cause());
    }
}
