package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.subscription.FakeSource.id;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;

/** That a subscription never stands still in silence, and does not come back for the same trouble again and again. */
class SubscriptionEngineTest {

    private final SubscriptionWorld world = new SubscriptionWorld();

    @Test
    void l11ReconnectWhenTwoThousandTimesThenTheTasksWaitingStayConstant() {
        world.firstDelay = Duration.ofMillis(1);
        world.maxDelay = Duration.ofMillis(1);
        world.opened();
        int most = 0;
        for (int i = 1; i <= 2000; i++) {
            world.source.stream().send(i);
            world.done(i);
            world.source.stream().end(StreamEnd.Kind.COMPLETED);
            world.advance(Duration.ofMillis(1));
            world.source.stream().confirm();
            world.run();
            most = Math.max(most, world.scheduler.waiting());
        }

        assertThat(world.source.opened()).isEqualTo(2001);
        assertThat(most).isLessThan(10);
    }

    @Test
    void l11SuspendWhenAgainAndAgainThenNoTaskIsLeft() {
        Subscription subscription = world.opened();
        int most = 0;
        for (int i = 0; i < 200; i++) {
            world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
            world.run();
            subscription.suspend();
            subscription.resume();
            world.run();
            most = Math.max(most, world.scheduler.waiting());
        }

        assertThat(most).isLessThan(10);
    }

    @Test
    void l11StopWhenTheSchedulerDoesNothingAnyMoreThenThePositionIsFree() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.done(11);
        world.scheduler.shutdown();

        CompletableFuture<Void> stopped = subscription.stop();

        assertThat(stopped).isCompleted();
        assertThat(world.freed).isEqualTo(1);
        assertThat(world.position()).contains(id(11));
    }

    @Test
    void l11StepWhenItThrowsAnErrorThenAnotherStreamFollows() {
        Subscription subscription = world.opened();
        world.source.failToOpen(new NoClassDefFoundError("as the test says"));
        world.source.stream().end(StreamEnd.Kind.COMPLETED);
        world.advance(Duration.ofSeconds(1));
        assertThat(subscription.status().state()).isEqualTo(SubscriptionState.BACKING_OFF);
        assertThat(subscription.status().problem()).contains("as the test says");

        world.source.failToOpen(null);
        world.advance(Duration.ofSeconds(2));
        world.source.stream().confirm();
        world.run();

        assertThat(subscription.status().state()).isEqualTo(SubscriptionState.OPEN);
    }

    @Test
    void l13BreakWhenTheSameEventFailsAgainThenThePausesGrow() {
        world.breakOnFirstError = true;
        world.opened();
        for (int i = 0; i < 7; i++) {
            breakOn(11);
            world.advance(Duration.ofSeconds(30));
            world.source.stream().confirm();
            world.run();
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void l13BreakWhenTheStreamWasOpenForLongBeforeThenThePausesGrowAllTheSame() {
        world.breakOnFirstError = true;
        world.opened();
        for (int i = 0; i < 3; i++) {
            world.source.stream().send(11);
            world.advance(Duration.ofSeconds(20));
            world.fail(11);
            world.advance(Duration.ofSeconds(8));
            world.source.stream().confirm();
            world.run();
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void l13BreakWhenThePositionHasMovedThenThePausesStartAgain() {
        world.breakOnFirstError = true;
        world.opened();
        breakOn(11);
        reopen();
        breakOn(11);
        reopen();
        world.source.stream().send(11);
        world.done(11);
        breakOn(12);

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 1L);
    }

    @Test
    void l13BreakWhenTheStreamIsOpenAgainThenOneEventIsRequestedUntilItIsDone() {
        world.breakOnFirstError = true;
        world.opened();
        world.source.stream().send(11, 12, 13);
        world.fail(11);
        reopen();
        assertThat(world.source.stream().requested()).isEqualTo(1);
        world.source.stream().send(11);
        assertThat(world.source.stream().requested()).isEqualTo(1);

        world.done(11);

        assertThat(world.source.stream().requested()).isEqualTo(9);
    }

    @Test
    void l13BreakWhenManyEventsHadWaitedThenTheStreamIsOpenedAgainAllTheSame() {
        world.breakOnFirstError = true;
        world.window = 20_000;
        world.parallel = 1;
        AtomicBoolean busy = new AtomicBoolean();
        world.workers = task -> {
            if (busy.compareAndSet(false, true)) {
                SubscriptionWorld.onAnotherThread(task);
            }
        };
        world.opened();
        for (long i = 1; i <= 9_000; i++) {
            world.source.stream().send(i);
        }
        world.fail(1);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.opened()).isEqualTo(2);
        world.workers = SubscriptionWorld::onAnotherThread;
        world.source.stream().confirm();
        world.source.stream().send(1);
        world.advance(Duration.ofSeconds(10));
        world.done(1);
        assertThat(world.source.stream().requested()).isGreaterThan(5_000);
    }

    @Test
    void l13BreakWhenTheStreamHadEndedForLackOfRoomThenAnotherOneIsOpenedAfterAPause() {
        world.breakOnFirstError = true;
        world.window = 2;
        world.opened();
        world.source.stream().send(11, 12);
        world.source.stream().end(StreamEnd.Kind.NO_ROOM);
        world.run();
        world.fail(11);
        assertThat(world.source.opened()).isEqualTo(1);

        world.done(12);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void l13BreakWhenTheTokenIsBeingRenewedThenThePausesGrowAllTheSame() {
        world.breakOnFirstError = true;
        world.opened();
        for (int i = 0; i < 3; i++) {
            world.source.stream().send(11);
            world.source.stream().refuseToken("old");
            world.run();
            world.fail(11);
            world.renewals.get(i).complete(SubscriptionWorld.token("new"));
            world.run();
            assertThat(world.source.opened()).isEqualTo(i + 1);
            world.advance(Duration.ofSeconds(30));
            world.source.stream().confirm();
            world.run();
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .filteredOn(lost -> lost.text().contains("the route failed"))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void l13BreakWhenTheNextStreamWaitsForATokenThenAPauseComesBeforeIt() {
        world.breakOnFirstError = true;
        world.opened();
        world.source.stream().send(11);
        world.firstToken = new CompletableFuture<>();
        world.source.stream().end(StreamEnd.Kind.COMPLETED);
        world.advance(Duration.ofSeconds(1));
        world.fail(11);
        world.firstToken.complete(SubscriptionWorld.token("first"));
        world.run();
        assertThat(world.source.opened()).isEqualTo(1);

        world.advance(Duration.ofSeconds(30));

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void l8EventOfBeforeAGapWhenItFailsAfterItThenItIsNotExpectedAgain() {
        world.breakOnFirstError = true;
        world.window = 20_000;
        world.gapPolicy = ReplayGapPolicy.EARLIEST;
        world.opened();
        world.source.stream().send(11, 12);
        world.done(11);
        world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
        world.advance(Duration.ofSeconds(2));
        world.source.stream().end(StreamEnd.Kind.POSITION_REJECTED);
        world.run();
        world.fail(12);
        world.advance(Duration.ofSeconds(30));
        world.source.stream().confirm();

        world.source.stream().send(101);
        world.done(101);

        assertThat(world.source.stream().requested()).isEqualTo(1 + DeliveryWindow.MAX_BEHIND);
    }

    @Test
    void l13StreamWhenItBringsTheSameEventsAndEndsAgainThenThePausesGrow() {
        world.opened();
        world.source.stream().send(11);
        for (int i = 0; i < 4; i++) {
            world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
            world.advance(Duration.ofSeconds(8));
            world.source.stream().confirm();
            world.source.stream().send(11);
            world.run();
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void l13EventWhenItHasFailedAsOftenAsItMayThenGivenUpAndThePositionMovesOn() {
        world.breakOnFirstError = true;
        world.maxRedeliveries = 2;
        Subscription subscription = world.opened();
        breakOn(11);
        reopen();
        breakOn(11);
        reopen();
        breakOn(11);
        assertThat(world.givenUp).containsOnlyKeys(id(11));
        assertThat(world.position()).isNotEqualTo(Optional.of(id(11)));

        world.givenUp.get(id(11)).accept(null);
        world.run();

        assertThat(world.source.opened()).isEqualTo(3);
        assertThat(world.position()).contains(id(11));
        assertThat(subscription.status().progress().exhausted()).isEqualTo(1);
        assertThat(world.events(SubscriptionEvent.Exhausted.class))
                .singleElement()
                .satisfies(given -> assertThat(given.failures()).isEqualTo(3));
    }

    @Test
    void l13EventWhenItCannotBeGivenUpThenItComesAgain() {
        world.breakOnFirstError = true;
        world.maxRedeliveries = 0;
        Subscription subscription = world.opened();
        breakOn(11);
        world.givenUp.get(id(11)).accept(new IllegalStateException("no broker"));
        world.run();

        assertThat(subscription.status().problem()).contains("no broker");
        assertThat(subscription.status().progress().exhausted()).isZero();
        reopen();
        world.source.stream().send(11);
        assertThat(world.inHand).containsOnlyKeys(id(11));
        assertThat(world.position()).isNotEqualTo(Optional.of(id(11)));
    }

    @Test
    void l14RouteWhenItThrowsAnErrorThenTheEventIsFinished() {
        world.defectOfRoute = new NoClassDefFoundError("a class of the route");
        Subscription subscription = world.opened();
        world.source.stream().send(11, 12);
        world.run();

        assertThat(subscription.status().inFlight()).isZero();
        assertThat(subscription.status().traffic().processed()).isEqualTo(2);
    }

    @Test
    void l14RouteWhenItThrowsAnErrorAndBreaksThenTheEventComesAgain() {
        world.breakOnFirstError = true;
        world.defectOfRoute = new StackOverflowError();
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.run();
        assertThat(subscription.status().inFlight()).isZero();
        world.defectOfRoute = null;
        reopen();
        world.source.stream().send(11);

        assertThat(world.inHand).containsOnlyKeys(id(11));
    }

    @Test
    void l14RouteWhenItCallsBackTwiceThenTheEventCountsOnce() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        var done = world.inHand.get(id(11));
        done.accept(null);
        done.accept(new IllegalStateException("too late"));

        assertThat(subscription.status().traffic().processed()).isEqualTo(1);
    }

    @Test
    void l14EventWhenItsCallbackNeverComesThenNamedOnceAndStalled() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.advance(Duration.ofMinutes(4));
        assertThat(subscription.status().progress().isStalled()).isFalse();
        world.source.stream().alive();
        world.advance(Duration.ofMinutes(2));
        world.source.stream().alive();
        world.advance(Duration.ofMinutes(2));

        assertThat(world.events(SubscriptionEvent.Overdue.class))
                .singleElement()
                .satisfies(late -> assertThat(late.event()).isEqualTo(id(11)));
        assertThat(subscription.status().progress().isStalled()).isTrue();
        assertThat(subscription.status().progress().oldest()).isEqualTo(id(11));
        world.done(11);
        assertThat(subscription.status().progress().isStalled()).isFalse();
    }

    @Test
    void l16PoisonWhenNothingMovesThenStalled() {
        world.breakOnFirstError = true;
        Subscription subscription = world.opened();
        for (int i = 0; i < 11; i++) {
            breakOn(11);
            world.advance(Duration.ofSeconds(30));
            world.source.stream().confirm();
            world.run();
        }

        assertThat(subscription.status().progress().isStalled()).isTrue();
        assertThat(subscription.status().progress().losses()).isGreaterThanOrEqualTo(10);
        world.source.stream().send(11);
        world.done(11);
        world.advance(Duration.ofSeconds(10));
        assertThat(subscription.status().progress().isStalled()).isFalse();
        assertThat(subscription.status().progress().losses()).isZero();
    }

    @Test
    void l16ResumeWhenEventsHadWaitedThenNotStalledBecauseOfThePauseBetween() {
        world.workers = work -> {};
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        subscription.suspend();
        world.advance(Duration.ofHours(2));
        subscription.resume();
        world.run();

        assertThat(subscription.status().progress().isStalled()).isFalse();
    }

    @Test
    void l16BreaksWhenThePositionHasMovedSinceTheLastOneThenNotUnsteadyAnyMore() {
        world.breakOnFirstError = true;
        Subscription subscription = world.opened();
        for (int i = 0; i < 4; i++) {
            world.source.stream().send(1);
            world.fail(1);
            world.advance(Duration.ofSeconds(30));
            world.source.stream().confirm();
            world.run();
        }
        assertThat(subscription.status().progress().losses()).isEqualTo(4);

        world.source.stream().send(1);
        world.done(1);

        assertThat(subscription.status().progress().losses()).isZero();
        assertThat(subscription.status().progress().unsteadyFor()).isNull();
    }

    @Test
    void l16StreamWhenItFlapsThenItsLossesAreCountedUntilOneIsSteady() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 5; i++) {
            world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
            world.advance(Duration.ofSeconds(16));
            world.source.stream().confirm();
            world.run();
        }
        assertThat(subscription.status().progress().losses()).isEqualTo(5);
        assertThat(subscription.status().progress().unsteadyFor()).isEqualTo(Duration.ofSeconds(80));

        world.advance(Duration.ofSeconds(10));

        assertThat(subscription.status().progress().losses()).isZero();
        assertThat(subscription.status().progress().unsteadyFor()).isNull();
    }

    @Test
    void l16PoolWhenItDropsTasksThenStalled() {
        world.workers = work -> {};
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.advance(Duration.ofMinutes(5));

        assertThat(subscription.status().progress().isStalled()).isTrue();
    }

    @Test
    void l15PoolWhenItRejectsThenToldAndTheEventIsProcessedOnceItTakesTasksAgain() {
        world.workers = work -> {
            throw new RejectedExecutionException("full");
        };
        Subscription subscription = world.opened();
        world.source.stream().send(11, 12);
        assertThat(subscription.status().progress().rejection()).contains("full");
        world.advance(Duration.ofSeconds(30));
        assertThat(subscription.status().progress().rejectedTasks()).isGreaterThan(3);

        world.workers = SubscriptionWorld::onAnotherThread;
        world.advance(Duration.ofSeconds(5));

        assertThat(world.routed).containsExactly(id(11), id(12));
        assertThat(subscription.status().progress().rejection()).isNull();
    }

    @Test
    void windowWhenItIsBeyondTheInnerBoundThenEventsAreRequested() {
        world.window = 30_000;
        world.opened();

        assertThat(world.source.stream().requested()).isEqualTo(10_000);
    }

    @Test
    void l11StatusWhenTheComponentsThreadsRejectStepsThenSaysSo() {
        Subscription subscription = world.opened();
        world.rejectedTasks = "The threads X reject tasks";

        assertThat(subscription.status().progress().rejection()).isEqualTo("The threads X reject tasks");
    }

    private void breakOn(long event) {
        world.source.stream().send(event);
        world.fail(event);
    }

    /** After the longest pause that these tests know. */
    private void reopen() {
        world.advance(Duration.ofSeconds(2));
        world.source.stream().confirm();
        world.run();
    }
}
