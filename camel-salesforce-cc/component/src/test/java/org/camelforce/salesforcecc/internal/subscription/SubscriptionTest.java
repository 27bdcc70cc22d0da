package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camelforce.salesforcecc.internal.subscription.FakeSource.id;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionTest {

    private static final Duration LONGEST = FakeSource.LONGEST_SILENCE;

    private final SubscriptionWorld world = new SubscriptionWorld();

    @Test
    void startWhenThereIsNoTokenThenNothingIsOpenedUntilThereIsOne() {
        world.firstToken = new CompletableFuture<>();
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        assertThat(world.claims).isZero();

        world.firstToken.complete(SubscriptionWorld.token("late"));
        world.run();

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void startWhenAcceptedThenCompletesAndRequestsTheWindow() {
        Subscription subscription = world.subscription();
        CompletableFuture<Void> opened = subscription.start();
        world.run();
        assertThat(opened).isNotDone();

        world.source.stream().confirm();
        world.run();

        assertThat(opened).isCompleted();
        assertThat(world.source.stream().requested()).isEqualTo(10);
        assertThat(world.events(SubscriptionEvent.Opened.class)).hasSize(1);
    }

    @Test
    void startWhenAPositionIsStoredThenTheStreamStartsAfterIt() {
        store(42);
        world.opened();

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(42)));
    }

    @Test
    void startWhenThePositionIsInOtherHandsThenRefusedAndNotTriedAgain() {
        world.taken = true;
        CompletableFuture<Void> opened = world.subscription().start();
        world.advance(Duration.ofHours(1));

        assertThat(opened).isCompletedExceptionally();
        assertThat(opened.handle((done, failure) -> failure instanceof PositionAlreadyClaimedException))
                .isCompletedWithValue(true);
        assertThat(world.claims).isEqualTo(1);
        assertThat(world.source.opened()).isZero();
    }

    @Test
    void startWhenThePositionComesFromTheOtherApiThenRefusedAndSaysWhatToChange() {
        world.stored.put(key(), new StoredPosition(ReplayId.ofBytes(new byte[] {1}), SubscriptionWorld.NOW));
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();

        assertThat(opened.handle((done, failure) -> failure.getMessage()))
                .isCompletedWithValueMatching(message -> message.contains("another subscriptionName"));
        assertThat(world.freed).isEqualTo(1);
    }

    @Test
    void startWhenTheOrgCannotBePreparedForAWhileThenTriedAgain() {
        world.source.failToPrepare(new IOException("no answer"));
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();
        assertThat(world.source.opened()).isZero();

        world.source.failToPrepare(null);
        world.advance(Duration.ofSeconds(1));

        assertThat(opened).isNotDone();
        assertThat(world.source.opened()).isEqualTo(1);
    }

    static Stream<Throwable> defectsOfAStore() {
        return Stream.of(
                new IllegalStateException("the pool is not started yet"),
                new NoClassDefFoundError("a driver of another version"));
    }

    @ParameterizedTest
    @MethodSource("defectsOfAStore")
    void startWhenTheStoreThrowsSomethingUncheckedThenTriedAgain(Throwable defect) {
        world.storeFailure = defect;
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        assertThat(subscription.status().problem()).contains(defect.toString());

        world.storeFailure = null;
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void startWhenTheOrgRejectsThePreparationThenFailed() {
        world.source.failToPrepare(new SalesforceException("no such object", 400));
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();

        assertThat(opened).isCompletedExceptionally();
    }

    @Test
    void refusedWhenItWasNeverOpenThenStartFailsWithWhatTheServerSaidAndIsNotTriedForEver() {
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();
        world.source.stream().end(StreamEnd.Kind.FATAL);
        world.advance(Duration.ofHours(24));

        assertThat(opened.handle((done, failure) -> failure.getMessage())).isCompletedWithValue("as the test says");
        assertThat(world.source.opened()).isEqualTo(1);
        assertThat(world.freed).isEqualTo(1);
    }

    @Test
    void failedWhenItWasOpenThenTheConsumerIsToldAndNothingIsTriedAgain() {
        world.opened();
        world.source.stream().end(StreamEnd.Kind.FATAL);
        world.advance(Duration.ofHours(24));

        assertThat(world.failures).hasSize(1);
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l1ReconnectWhenTheRouteHasNotFinishedThenFromBeforeTheOpenEvent() {
        store(10);
        world.opened();
        world.source.stream().send(11, 12);
        world.done(11);
        lose(StreamEnd.Kind.INTERRUPTED);

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(11)));
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamEnd.Kind.class,
            names = {"INTERRUPTED", "COMPLETED", "BUSY", "NO_ROOM"})
    void l3ReconnectWhenAPositionIsKnownThenNeverLatest(StreamEnd.Kind kind) {
        world.opened();
        world.source.stream().send(11);
        world.done(11);
        lose(kind);

        assertThat(world.source.opened()).isEqualTo(2);
        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(11)));
    }

    @Test
    void l3ReconnectWhenNoEventHasComeYetThenSinceTheFirstOpeningAndOlderEventsArePassedOver() {
        world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);

        Instant since = SubscriptionWorld.NOW.minus(Duration.ofMinutes(5));
        assertThat(world.source.stream().from())
                .isInstanceOfSatisfying(StartingPoint.Since.class, start -> assertThat(start.created())
                        .isCloseTo(since, within(1, ChronoUnit.SECONDS)));
        world.source.stream().confirm();
        world.source.stream().sendCreated(8, since.minusSeconds(10));
        world.source.stream().sendCreated(9, since.plusSeconds(10));
        world.source.stream().send(10);

        assertThat(world.routed).containsExactly(id(9), id(10));
        assertThat(world.source.stream().requested()).isEqualTo(10);
    }

    @Test
    void l3ReconnectWhenOlderEventsWerePassedOverThenNotAgain() {
        world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().sendCreated(8, SubscriptionWorld.NOW.minus(Duration.ofHours(1)));
        lose(StreamEnd.Kind.INTERRUPTED);

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(8)));
    }

    @Test
    void l3ReconnectWhenItEndsWhileOlderEventsArePassedOverThenTheRestOfThemIsPassedOverToo() {
        Instant old = SubscriptionWorld.NOW.minus(Duration.ofHours(1));
        world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().sendCreated(7, old);
        lose(StreamEnd.Kind.INTERRUPTED);

        world.source.stream().confirm();
        world.source.stream().sendCreated(8, old);
        world.source.stream().send(9);

        assertThat(world.routed).containsExactly(id(9));
    }

    @Test
    void l3RestartWhenItEndsWhileOlderEventsArePassedOverThenTheRestOfThemIsPassedOverToo() {
        Instant old = SubscriptionWorld.NOW.minus(Duration.ofHours(1));
        Subscription former = world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().sendCreated(7, old);
        former.stop();
        world.run();

        world.opened();
        world.source.stream().sendCreated(8, old);
        world.source.stream().send(9);

        assertThat(world.routed).containsExactly(id(9));
    }

    @Test
    void l1ReconnectWhenTheFirstEventHasFailedAndOlderOnesComeFirstThenItComesAgain() {
        Instant old = SubscriptionWorld.NOW.minus(Duration.ofHours(1));
        world.breakOnFirstError = true;
        world.opened();
        world.source.stream().send(11);
        world.fail(11);
        world.advance(Duration.ofSeconds(1));

        world.source.stream().confirm();
        world.source.stream().sendCreated(8, old);
        world.source.stream().send(11);

        assertThat(world.routed).containsExactly(id(11), id(11));
        assertThat(world.events(SubscriptionEvent.Missed.class)).isEmpty();
    }

    @Test
    void l5PositionWhenTheFirstEventBecomesDoneWhileOlderOnesComeThenItDoesNotGoBack() {
        Instant old = SubscriptionWorld.NOW.minus(Duration.ofHours(1));
        world.opened();
        world.source.stream().send(11);
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.done(11);
        world.source.stream().sendCreated(8, old);
        world.advance(Duration.ofSeconds(2));

        assertThat(world.position()).contains(id(11));
    }

    @Test
    void l8PositionWhenAPassedOverEventIsNotRetainedAnyMoreThenNothingIsLostAndNoPolicyIsAsked() {
        world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().sendCreated(8, SubscriptionWorld.NOW.minus(Duration.ofHours(1)));
        lose(StreamEnd.Kind.INTERRUPTED);
        lose(StreamEnd.Kind.POSITION_REJECTED);

        assertThat(world.source.stream().from()).isInstanceOf(StartingPoint.Since.class);
        assertThat(world.events(SubscriptionEvent.Gap.class)).isEmpty();
    }

    @Test
    void l5RestartWhenTheFirstEventWasNeverFinishedThenItComesAgain() {
        Subscription former = world.opened();
        world.source.stream().send(11);
        former.stop();
        world.run();

        world.opened();

        assertThat(world.source.stream().from()).isInstanceOf(StartingPoint.Since.class);
    }

    @Test
    void l5RestartWhenTheFormerOneWasNeverAcceptedThenNothingPublishedSinceItsStartIsMissed() {
        Subscription former = world.subscription();
        former.start();
        world.run();
        former.stop();
        world.run();

        world.opened();

        assertThat(world.source.stream().from()).isInstanceOf(StartingPoint.Since.class);
    }

    @Test
    void l5StartWhenItsFirstPositionCannotBeStoredThenSubscribedOnlyWhenItCan() {
        world.commitFailure = new IOException("the disk is full");
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        assertThat(world.source.opened()).isZero();
        assertThat(world.freed).isEqualTo(1);
        assertThat(subscription.status().problem()).contains("the disk is full");

        world.commitFailure = null;
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.Latest());
    }

    @Test
    void startWhenItBeginsWithWhatIsRetainedThenNoPositionIsStoredBeforeItsFirstEvent() {
        world.initial = new StartingPoint.Earliest();
        world.opened();

        assertThat(world.stored).isEmpty();
    }

    @Test
    void startWhenTheFormerOneIsStillGivingItsPositionFreeThenTriedAgain() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        world.releases.begin(SubscriptionWorld.ID, release);
        world.taken = true;
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();
        assertThat(opened).isNotDone();

        world.taken = false;
        release.complete(null);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void stopWhenTheStoreDoesNotAnswerThenThePositionCountsAsHeldUntilItDoes() {
        List<Runnable> waiting = new ArrayList<>();
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.blocking = waiting::add;
        world.done(11);
        subscription.stop();
        world.run();
        assertThat(world.releases.areUnderWay(SubscriptionWorld.ID)).isTrue();

        waiting.forEach(Runnable::run);

        assertThat(world.releases.areUnderWay(SubscriptionWorld.ID)).isFalse();
    }

    @Test
    void l16StreamWhenItWasLostAgainAndAgainAndBringsAnEventThenSteadyAtOnce() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 4; i++) {
            lose(StreamEnd.Kind.INTERRUPTED);
            world.advance(Duration.ofSeconds(30));
            world.source.stream().confirm();
            world.run();
        }
        assertThat(subscription.status().progress().losses()).isEqualTo(4);

        world.source.stream().send(11);

        assertThat(subscription.status().progress().losses()).isZero();
    }

    static Stream<Arguments> rejections() {
        return Stream.of(
                Arguments.of(
                        withoutText("org.apache.camel.processor.errorhandler.RedeliveryErrorHandler$SimpleTask"), true),
                Arguments.of(withoutText("org.apache.camel.processor.ThreadsProcessor$ProcessCall"), false),
                Arguments.of(new RejectedExecutionException(), false),
                Arguments.of(new RejectedExecutionException("Run not allowed as the shutdown is forced"), true),
                Arguments.of(new RejectedExecutionException("Task rejected from a pool of the route"), false),
                Arguments.of(new IllegalStateException(), false));
    }

    private static RejectedExecutionException withoutText(String thrower) {
        RejectedExecutionException rejection = new RejectedExecutionException();
        rejection.setStackTrace(new StackTraceElement[] {new StackTraceElement(thrower, "run", null, 1)});
        return rejection;
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void l1EventWhenCamelDoesNotRunTheRouteThenItComesAgain(RuntimeException failure, boolean comesAgain) {
        store(10);
        world.opened();
        world.source.stream().send(11);
        world.finish(11, RouteNotRunException.orFailure("orders", failure));
        world.advance(Duration.ofSeconds(1));

        assertThat(world.position()).contains(id(comesAgain ? 10 : 11));
        assertThat(world.source.opened()).isEqualTo(comesAgain ? 2 : 1);
    }

    @Test
    void l4StreamWhenTheServerCompletesItThenOpenedAgain() {
        world.opened();
        lose(StreamEnd.Kind.COMPLETED);

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void l5PositionWhenSubscribedAgainThenWhereTheFormerOneHadStoredIt() {
        Subscription former = world.opened();
        world.source.stream().send(11, 12);
        world.done(11);
        CompletableFuture<Void> stopped = former.stop();
        world.run();
        assertThat(stopped).isCompleted();

        world.opened();

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(11)));
    }

    @Test
    void l6ReconnectWhenItFailsAgainAndAgainThenTheDelayGrowsUpToItsMaximum() {
        world.subscription().start();
        world.run();
        for (int i = 0; i < 8; i++) {
            world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
            world.run();
            world.advance(Duration.ofSeconds(30));
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void l6ReconnectWhenSalesforceIsBusyThenTheDelayStartsAtTheMaximum() {
        world.subscription().start();
        world.run();
        for (int i = 0; i < 3; i++) {
            world.source.stream().end(StreamEnd.Kind.BUSY);
            world.run();
            world.advance(Duration.ofMinutes(5));
        }

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(30L, 60L, 120L);
    }

    @Test
    void reconnectWhenTheStreamWasSteadyThenTheDelayStartsAgain() {
        world.opened();
        lose(StreamEnd.Kind.INTERRUPTED);
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().send(11);
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.advance(Duration.ofSeconds(10));
        lose(StreamEnd.Kind.INTERRUPTED);

        assertThat(world.events(SubscriptionEvent.Lost.class))
                .extracting(lost -> lost.delay().toSeconds())
                .containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void l7StreamWhenItIsOpenButSilentThenHealedWithinTheKeepAlivePeriodPlusItsMargin() {
        world.opened();
        Duration before = Duration.ofNanos(world.scheduler.ticker());
        world.advance(LONGEST.plusSeconds(1));

        assertThat(world.events(SubscriptionEvent.Stalled.class)).hasSize(1);
        assertThat(world.source.stream(0).isClosed()).isTrue();
        assertThat(world.source.opened()).isEqualTo(2);
        assertThat(Duration.ofNanos(world.scheduler.ticker()).minus(before))
                .isLessThanOrEqualTo(LONGEST.plusSeconds(30));
    }

    @Test
    void l7StreamWhenItIsSilentAndCannotBeClosedThenAnotherOneFollows() {
        world.opened();
        world.source.stream().failToClose(new NoClassDefFoundError("of another version"));
        world.advance(LONGEST.plusSeconds(30));

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void l16StreamsWhenNothingEverComesOnThemThenTheyCountAsLostInVainUntilSomethingDoes() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 4; i++) {
            world.advance(LONGEST.plusSeconds(30));
            world.source.stream().confirm();
            world.run();
        }
        world.advance(Duration.ofMinutes(1));
        assertThat(subscription.status().progress().losses()).isGreaterThanOrEqualTo(3);

        world.source.stream().alive();

        assertThat(subscription.status().progress().losses()).isZero();
    }

    @Test
    void l16StreamWhenItFallsSilentAfterKeepAlivesThenTheNextOneIsSteadySoon() {
        Subscription subscription = world.opened();
        world.source.stream().alive();
        world.advance(LONGEST.plusSeconds(5));
        world.source.stream().confirm();
        world.advance(Duration.ofSeconds(10));

        assertThat(subscription.status().progress().losses()).isZero();
    }

    @Test
    void l16StreamsWhenTheyEndForLackOfRoomThatThereIsThenPausesGrowAndTheLossesCount() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 60; i++) {
            if (!world.source.stream().isClosed()) {
                world.source.stream().confirm();
                world.source.stream().end(StreamEnd.Kind.NO_ROOM);
            }
            world.advance(Duration.ofSeconds(1));
        }

        assertThat(world.source.opened()).isLessThan(10);
        assertThat(subscription.status().progress().losses()).isGreaterThan(3);
    }

    @Test
    void suspendWhenTheStreamCannotBeClosedThenNoOtherOneFollows() {
        Subscription subscription = world.opened();
        world.source.stream().failToClose(new NoClassDefFoundError("of another version"));
        CompletableFuture<Void> suspended = subscription.suspend();
        world.advance(Duration.ofMinutes(1));

        assertThat(suspended).isCompleted();
        assertThat(subscription.status().state()).isEqualTo(SubscriptionState.SUSPENDED);
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void stopWhenTheStreamCannotBeClosedThenNoOtherOneFollowsAndThePositionIsFree() {
        Subscription subscription = world.opened();
        world.source.stream().failToClose(new NoClassDefFoundError("of another version"));
        CompletableFuture<Void> stopped = subscription.stop();
        world.advance(Duration.ofMinutes(1));

        assertThat(stopped).isCompleted();
        assertThat(world.source.opened()).isEqualTo(1);
        assertThat(world.freed).isEqualTo(1);
    }

    @Test
    void l7StreamWhenItGivesKeepAlivesThenLeftAlone() {
        world.opened();
        for (int i = 0; i < 20; i++) {
            world.advance(LONGEST.minusSeconds(1));
            world.source.stream().alive();
        }

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l7StreamWhenItsKeepAlivesEndThenNoticed() {
        world.opened();
        world.advance(LONGEST.minusSeconds(1));
        world.source.stream().alive();
        world.advance(LONGEST.minusSeconds(1));
        assertThat(world.events(SubscriptionEvent.Stalled.class)).isEmpty();

        world.advance(Duration.ofSeconds(2));

        assertThat(world.events(SubscriptionEvent.Stalled.class)).hasSize(1);
    }

    @Test
    void l7StreamWhenItIsSilentAfterTheRouteHasRoomAgainThenNoticed() {
        world.opened();
        world.source.stream().send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        world.advance(LONGEST.plusSeconds(1));
        world.done(1, 2, 3, 4, 5);

        world.advance(LONGEST.multipliedBy(2));

        assertThat(world.events(SubscriptionEvent.Stalled.class)).isNotEmpty();
    }

    @Test
    void l7StreamWhenNothingIsRequestedThenItsSilenceIsNoStall() {
        world.opened();
        world.source.stream().send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        world.advance(LONGEST.multipliedBy(3));

        assertThat(world.events(SubscriptionEvent.Stalled.class)).isEmpty();
    }

    @Test
    void l8PositionWhenLostAndThePolicyIsFailThenFailedNamesTheWindowAndTells() {
        store(10);
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();
        world.source.stream().end(StreamEnd.Kind.POSITION_REJECTED);
        world.run();

        assertThat(opened.handle((done, failure) -> failure.getMessage()))
                .isCompletedWithValueMatching(message ->
                        message.contains(SubscriptionWorld.NOW + " to ") && message.contains("replayGapPolicy"));
        assertThat(world.events(SubscriptionEvent.Gap.class))
                .singleElement()
                .satisfies(gap -> assertThat(gap.decision()).isNull());
    }

    @Test
    void l8PositionWhenLostAndThePolicyIsEarliestThenGoesOnThereAndTells() {
        store(10);
        world.gapPolicy = ReplayGapPolicy.EARLIEST;
        world.subscription().start();
        world.run();
        lose(StreamEnd.Kind.POSITION_REJECTED);

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.Earliest());
        assertThat(world.events(SubscriptionEvent.Gap.class)).singleElement().satisfies(gap -> {
            assertThat(gap.gap().position()).isEqualTo(id(10));
            assertThat(gap.gap().reachedAt()).isEqualTo(SubscriptionWorld.NOW);
            assertThat(gap.decision()).isEqualTo(new StartingPoint.Earliest());
        });
    }

    @Test
    void l8PositionWhenLostThenEventsAfterTheGapMoveItAgain() {
        store(10);
        world.gapPolicy = ReplayGapPolicy.LATEST;
        world.subscription().start();
        world.run();
        lose(StreamEnd.Kind.POSITION_REJECTED);
        world.source.stream().confirm();
        world.source.stream().send(90);
        world.done(90);

        assertThat(world.position()).contains(id(90));
    }

    @Test
    void l8PolicyWhenItReturnsTheRejectedPositionThenFailed() {
        store(10);
        world.gapPolicy = gap -> new StartingPoint.After(id(10));
        CompletableFuture<Void> opened = world.subscription().start();
        world.run();
        world.source.stream().end(StreamEnd.Kind.POSITION_REJECTED);
        world.advance(Duration.ofHours(1));

        assertThat(opened).isCompletedExceptionally();
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l9PositionWhenALaterEventIsDoneFirstThenNotStored() {
        store(10);
        world.opened();
        world.source.stream().send(11, 12);
        world.done(12);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.position()).contains(id(10));

        world.done(11);
        assertThat(world.position()).contains(id(12));
    }

    @Test
    void l2BreakOnFirstErrorWhenTheRouteFailsThenTheEventComesAgainAndThePositionStays() {
        store(10);
        world.breakOnFirstError = true;
        world.opened();
        world.source.stream().send(11, 12);
        world.fail(11);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.position()).contains(id(10));
        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(10)));
        world.source.stream().confirm();
        world.source.stream().send(11, 12);
        world.done(11, 12);
        assertThat(world.position()).contains(id(12));
        assertThat(world.routed).containsExactly(id(11), id(12), id(11));
    }

    @Test
    void failureWhenNotBrokenByItThenThePositionMovesOn() {
        world.opened();
        world.source.stream().send(11);
        world.fail(11);

        assertThat(world.position()).contains(id(11));
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l10ReconnectWhenEventsComeAgainThatTheRouteHasThenNotGivenTwice() {
        store(10);
        world.opened();
        world.source.stream().send(11, 12);
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().send(11, 12, 13);

        assertThat(world.routed).containsExactly(id(11), id(12), id(13));
    }

    @Test
    void oldStreamWhenItStillSpeaksThenNobodyListens() {
        world.opened();
        FakeSource.Stream old = world.source.stream();
        lose(StreamEnd.Kind.INTERRUPTED);
        old.send(77);
        old.end(StreamEnd.Kind.FATAL);
        world.run();

        assertThat(world.routed).isEmpty();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void tokenWhenRejectedThenOneRenewalAndTheStreamFollowsAtOnce() {
        world.opened();
        world.source.stream().refuseToken("old");
        world.run();
        assertThat(world.renewals).hasSize(1);
        assertThat(world.source.opened()).isEqualTo(1);

        world.renewals.get(0).complete(SubscriptionWorld.token("new"));
        world.run();

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void tokenWhenTheRenewedOneIsRejectedTooThenADelayComesBeforeTheNextStream() {
        world.subscription().start();
        world.run();
        refuseTokenAndRenew();
        assertThat(world.source.opened()).isEqualTo(2);

        refuseTokenAndRenew();
        assertThat(world.source.opened()).isEqualTo(2);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.source.opened()).isEqualTo(3);
    }

    @Test
    void tokenWhenTheRenewedOneIsRejectedTooThenTheLoginIsToldOnce() {
        world.subscription().start();
        world.run();
        refuseTokenAndRenew();
        assertThat(world.rejectedAgain).isEmpty();

        refuseTokenAndRenew();

        assertThat(world.rejectedAgain).containsExactly("old");
    }

    @Test
    void tokenWhenALoginReturnsTheRejectedOneThenNoOtherLoginAndADelay() {
        world.objection = org.camelforce.salesforcecc.internal.token.Tokens.unavailable();
        world.subscription().start();
        world.run();
        refuseTokenAndRenew();

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.renewals).hasSize(1);
        assertThat(world.source.opened()).isEqualTo(2);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.source.opened()).isEqualTo(3);
    }

    @Test
    void tokenWhenItCannotBeRenewedThenADelayComesBeforeTheNextStream() {
        world.opened();
        world.source.stream().refuseToken("old");
        world.run();
        world.renewals.get(0).completeExceptionally(org.camelforce.salesforcecc.internal.token.Tokens.unavailable());
        world.run();
        assertThat(world.source.opened()).isEqualTo(1);

        world.advance(Duration.ofSeconds(1));
        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void tokenWhenItCouldNotBeRenewedThenItsNextRejectionIsNotOneOfARenewedToken() {
        world.opened();
        world.source.stream().refuseToken("old");
        world.run();
        world.renewals.get(0).completeExceptionally(org.camelforce.salesforcecc.internal.token.Tokens.unavailable());
        world.run();
        world.advance(Duration.ofSeconds(1));

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.rejectedAgain).isEmpty();
        assertThat(world.renewals).hasSize(2);
    }

    @Test
    void roomWhenTheRouteHasItsWindowInFlightThenNoMoreIsRequestedUntilHalfIsDone() {
        world.opened();
        world.source.stream().send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        world.done(1, 2, 3, 4);
        assertThat(world.source.stream().requested()).isEqualTo(10);

        world.done(5);
        assertThat(world.source.stream().requested()).isEqualTo(15);
    }

    @Test
    void roomWhenAnOldEventIsStuckThenTheEventsBehindItDoNotPileUpWithoutEnd() {
        world.window = 8000;
        world.opened();
        world.source.stream().send(1);
        for (long i = 2; i < 30_000; i++) {
            if (world.source.stream().requested() < i) {
                break;
            }
            world.source.stream().send(i);
            world.done(i);
        }

        assertThat(world.source.stream().requested()).isLessThan(20_000);
        assertThat(world.inHand).hasSize(1);
    }

    @Test
    void roomWhenTheStreamEndedForLackOfItThenOpenedWhenTheRouteHasDoneHalf() {
        world.opened();
        world.source.stream().send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        lose(StreamEnd.Kind.NO_ROOM);
        assertThat(world.source.opened()).isEqualTo(1);

        world.done(1, 2, 3, 4, 5);

        assertThat(world.source.opened()).isEqualTo(2);
        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(5)));
    }

    @Test
    void positionWhenTheServerReportsItWithoutAnEventThenStored() {
        world.opened();
        world.source.stream().reach(50);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.position()).contains(id(50));
    }

    @Test
    void positionWhenAnotherOwnerTakesItThenTheSubscriptionEndsAndWritesNothing() {
        store(10);
        world.opened();
        world.source.stream().send(11);
        world.taken = true;
        world.done(11);

        assertThat(world.failures).singleElement().isInstanceOf(PositionAlreadyClaimedException.class);
        assertThat(world.source.stream().isClosed()).isTrue();
        assertThat(world.position()).contains(id(10));
    }

    @Test
    void suspendWhenEventsAreInFlightThenTheRouteFinishesThemAndNothingNewComes() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        subscription.suspend();
        world.run();
        assertThat(world.source.stream().isClosed()).isTrue();
        world.source.stream().send(12);

        world.done(11);

        assertThat(world.position()).contains(id(11));
        assertThat(world.routed).containsExactly(id(11));
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void suspendWhenEventsWaitForTheRouteThenTheyAreNotGivenToItAndComeAgain() {
        List<Runnable> waiting = new ArrayList<>();
        world.workers = waiting::add;
        Subscription subscription = world.opened();
        world.source.stream().send(11, 12);
        subscription.suspend();
        world.run();
        waiting.forEach(Runnable::run);
        assertThat(world.routed).isEmpty();

        world.workers = SubscriptionWorld::onAnotherThread;
        subscription.resume();
        world.run();
        world.source.stream().confirm();
        world.source.stream().send(11, 12);

        assertThat(world.routed).containsExactly(id(11), id(12));
    }

    @Test
    void resumeWhenADelayWasUnderWayThenOneStreamIsOpenedNotTwo() {
        Subscription subscription = world.opened();
        world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
        world.run();
        subscription.suspend();
        subscription.resume();
        world.run();
        world.advance(Duration.ofSeconds(5));

        assertThat(world.source.opened()).isEqualTo(2);
    }

    @Test
    void resumeWhenItIsOpenThenNothingHappens() {
        Subscription subscription = world.opened();
        subscription.resume();
        world.run();

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void stopWhenThePositionComesAfterTheThreadsHaveEndedThenItIsGivenFreeAllTheSame() {
        List<Runnable> waiting = new ArrayList<>();
        world.blocking = waiting::add;
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        CompletableFuture<Void> stopped = subscription.stop();
        world.run();
        world.blocking = work -> {
            throw new RejectedExecutionException("the threads have ended");
        };

        waiting.get(0).run();
        world.run();

        assertThat(world.freed).isEqualTo(1);
        assertThat(stopped).isCompleted();
    }

    @Test
    void startWhenNoThreadTakesTheClaimThenTriedAgain() {
        world.blocking = work -> {
            throw new RejectedExecutionException("no thread");
        };
        world.subscription().start();
        world.run();
        world.blocking = Runnable::run;
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l8PolicyWhenItDoesNotDecideThenTheThreadsOfTheStoreAreFreeAndTheStatusSaysSo() {
        store(10);
        List<Runnable> policies = new ArrayList<>();
        Subscription subscription = world.opened();
        world.callouts = policies::add;
        world.blocking = work -> {
            throw new AssertionError("the store's threads");
        };
        world.source.stream().end(StreamEnd.Kind.POSITION_REJECTED);
        world.run();
        world.advance(Duration.ofSeconds(61));

        assertThat(policies).hasSize(1);
        assertThat(subscription.status().problem())
                .isEqualTo("Option replayGapPolicy: the policy has not decided for 61 s");
    }

    @Test
    void startWhenTheStoreDoesNotAnswerThenTheStatusSaysSo() {
        world.blocking = work -> {};
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        world.advance(Duration.ofSeconds(61));

        assertThat(subscription.status().disconnectedFor()).isEqualTo(Duration.ofSeconds(61));
        assertThat(subscription.status().problem())
                .isEqualTo("Option replayStore: the store of the position has not answered for 61 s");
    }

    @Test
    void positionWhenTheStoreDoesNotAnswerThenTheStatusSaysSoAndEventsAreDeliveredAllTheSame() {
        Subscription subscription = world.opened();
        world.blocking = work -> {};
        world.source.stream().send(11, 12);
        world.done(11);
        world.advance(Duration.ofSeconds(61));
        world.done(12);

        assertThat(subscription.status().commitFailure()).hasMessageContaining("has not answered for 61 s");
        assertThat(subscription.status().traffic().processed()).isEqualTo(2);
    }

    @Test
    void positionWhenTheStoreFailsForAnHourThenTriedLessOftenButStoredSoonAfterItWorks() {
        world.opened();
        world.commitFailure = new IOException("the database is away");
        world.source.stream().send(11);
        world.done(11);
        world.advance(Duration.ofMinutes(60));

        assertThat(world.events(SubscriptionEvent.CommitFailed.class))
                .hasSizeBetween(240, 250)
                .last()
                .satisfies(failed -> assertThat(failed.attempts()).isGreaterThan(239));
        world.commitFailure = null;
        world.advance(Duration.ofSeconds(15));
        assertThat(world.position()).contains(id(11));
        assertThat(world.events(SubscriptionEvent.CommitRecovered.class)).hasSize(1);
    }

    @Test
    void l12StartWhenSalesforcesTimeIsNotKnownThenNothingThatIsRetainedIsPassedOver() {
        world.salesforceTime = null;
        world.opened();
        world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
        world.run();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.Since(Instant.EPOCH));
    }

    @Test
    void l12StartWhenItLiesAheadOfSalesforcesClockThenItWasNoneAndNothingIsPassedOver() {
        Subscription subscription = openedSince(SubscriptionWorld.NOW.plus(Duration.ofMinutes(55)));
        world.source.stream().sendCreated(11, SubscriptionWorld.NOW.minusSeconds(60));

        assertThat(world.routed).containsExactly(id(11));
        assertThat(subscription.status().traffic().passedOver()).isZero();
    }

    @Test
    void l12StartWhenItTurnsOutToLieAheadOfSalesforcesClockThenNothingMoreIsPassedOver() {
        Subscription subscription = openedSince(SubscriptionWorld.NOW.minus(Duration.ofMinutes(5)));
        world.salesforceTime = SubscriptionWorld.NOW.minus(Duration.ofMinutes(40));
        world.source.stream().sendCreated(11, SubscriptionWorld.NOW.minus(Duration.ofMinutes(40)));

        assertThat(world.routed).containsExactly(id(11));
        assertThat(subscription.status().traffic().passedOver()).isZero();
    }

    @Test
    void l12EventsWhenTheyArePassedOverThenCountedAndToldOncePerStream() {
        Subscription subscription = openedSince(SubscriptionWorld.NOW.minus(Duration.ofHours(1)));
        world.source.stream().sendCreated(11, SubscriptionWorld.NOW.minus(Duration.ofHours(3)));
        world.source.stream().sendCreated(12, SubscriptionWorld.NOW.minus(Duration.ofHours(2)));
        assertThat(subscription.status().traffic().passedOver()).isEqualTo(2);
        world.source.stream().sendCreated(13, SubscriptionWorld.NOW);
        world.source.stream().sendCreated(14, SubscriptionWorld.NOW);

        assertThat(world.events(SubscriptionEvent.PassedOver.class))
                .containsExactly(new SubscriptionEvent.PassedOver(2, SubscriptionWorld.NOW.minus(Duration.ofHours(1))));
    }

    private Subscription openedSince(Instant start) {
        world.stored.put(
                new PositionKey(Tokens.ORG, SubscriptionWorld.ID.channel(), SubscriptionWorld.ID.name()),
                new StoredPosition(ReplayId.ofStart(start), SubscriptionWorld.NOW));
        return world.opened();
    }

    @Test
    void stopWhenThePositionIsStillBeingReadThenItIsGivenFreeAndOnlyThenStopped() {
        List<Runnable> waiting = new ArrayList<>();
        world.blocking = waiting::add;
        Subscription subscription = world.subscription();
        subscription.start();
        world.run();
        CompletableFuture<Void> stopped = subscription.stop();
        world.run();
        assertThat(stopped).isNotDone();

        world.blocking = Runnable::run;
        waiting.forEach(Runnable::run);
        world.run();

        assertThat(stopped).isCompleted();
        assertThat(world.claims).isEqualTo(1);
        assertThat(world.freed).isEqualTo(1);
        assertThat(world.source.opened()).isZero();
    }

    @Test
    void failedWhenItEndsThenListenersAreToldWhy() {
        world.opened();
        world.source.stream().end(StreamEnd.Kind.FATAL);
        world.run();

        assertThat(world.events(SubscriptionEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).hasMessage("as the test says"));
    }

    @Test
    void statusWhenThingsHaveHappenedThenCountsThem() {
        store(10);
        world.gapPolicy = ReplayGapPolicy.EARLIEST;
        Subscription subscription = world.opened();
        lose(StreamEnd.Kind.POSITION_REJECTED);
        lose(StreamEnd.Kind.INTERRUPTED);
        world.source.stream().confirm();
        world.source.stream().send(11);
        world.advance(LONGEST.plusSeconds(1));

        SubscriptionStatus status = subscription.status();
        assertThat(status.gaps()).isEqualTo(1);
        assertThat(status.stalls()).isEqualTo(1);
        assertThat(status.reconnects()).isEqualTo(2);
        assertThat(status.inFlight()).isEqualTo(1);
        assertThat(status.state()).isEqualTo(SubscriptionState.OPENING);
    }

    @Test
    void resumeWhenSuspendedThenTheStreamGoesOnAfterThePosition() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.done(11);
        subscription.suspend();
        subscription.resume();
        world.run();

        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.After(id(11)));
    }

    @Test
    void suspendWhenThePositionTravelsOnTheStreamThenItIsWrittenBeforeTheStreamIsClosed() {
        world.positionsOnStream = true;
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        subscription.suspend();
        world.run();
        assertThat(world.source.stream().isClosed()).isFalse();

        world.done(11);

        assertThat(world.source.committedWhileOpen()).isEqualTo(id(11));
        assertThat(world.source.stream().isClosed()).isTrue();
    }

    @Test
    void stopWhenThePositionTravelsOnTheStreamThenItIsWrittenBeforeTheStreamIsClosed() {
        world.positionsOnStream = true;
        world.batchSize = 100;
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.done(11);
        subscription.stop();
        world.run();

        assertThat(world.source.committedWhileOpen()).isEqualTo(id(11));
        assertThat(world.source.stream().isClosed()).isTrue();
    }

    @Test
    void stopWhenStartedThenTheLastPositionIsStoredAndFreeAndNothingIsOpenedAnyMore() {
        Subscription subscription = world.opened();
        world.source.stream().send(11);
        world.done(11);
        CompletableFuture<Void> stopped = subscription.stop();
        world.advance(Duration.ofHours(1));

        assertThat(stopped).isCompleted();
        assertThat(world.position()).contains(id(11));
        assertThat(world.freed).isEqualTo(1);
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void stopWhenItWaitsForATokenThenNothingIsOpenedAnyMore() {
        world.firstToken = new CompletableFuture<>();
        Subscription subscription = world.subscription();
        CompletableFuture<Void> opened = subscription.start();
        subscription.stop();
        world.run();
        world.firstToken.complete(SubscriptionWorld.token("late"));
        world.advance(Duration.ofHours(1));

        assertThat(opened).isCancelled();
        assertThat(world.claims).isZero();
    }

    /** A store that allows one claim at a time, as all of ours do, and answers late. */
    @Test
    void resumeWhenAnEarlierClaimIsStillUnderWayThenItIsNotTakenForAnotherOwner() {
        List<Runnable> waiting = new ArrayList<>();
        world.exclusive = true;
        world.blocking = waiting::add;
        Subscription subscription = world.subscription();
        CompletableFuture<Void> opened = subscription.start();
        world.run();
        subscription.suspend();
        world.run();
        subscription.resume();
        world.run();

        world.blocking = Runnable::run;
        waiting.forEach(Runnable::run);
        world.advance(Duration.ofMinutes(1));

        assertThat(opened).isNotCompletedExceptionally();
        assertThat(world.source.opened()).isEqualTo(1);
    }

    @Test
    void l1PositionWhenReportedAfterAnEventThatWasNotTakenThenThatEventStillReachesTheRoute() {
        world.breakOnFirstError = true;
        world.opened();
        world.source.stream().send(1);
        // the route has failed, and the subscription's thread has not heard of it yet
        failBeforeTheSubscriptionIsTold(1);
        world.source.stream().send(2);
        world.source.stream().reach(2);
        world.run();
        world.advance(Duration.ofSeconds(1));

        world.source.stream().confirm();
        world.source.stream().send(1);
        world.done(1);
        world.source.stream().send(2);

        assertThat(world.routed).containsExactly(id(1), id(1), id(2));
    }

    @Test
    void l16TokenWhenEachNewOneOpensAStreamAndIsRejectedThenPausesGrowAndTheLossesCount() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 60; i++) {
            FakeSource.Stream stream = world.source.stream();
            if (!stream.isClosed()) {
                stream.confirm();
                world.run();
                refuseTokenAndRenew();
            }
            world.advance(Duration.ofSeconds(1));
        }

        assertThat(world.renewals).hasSizeLessThan(10);
        assertThat(subscription.status().progress().losses()).isGreaterThan(3);
    }

    @Test
    void tokenWhenItHasServedASteadyStreamThenItsRejectionIsNoTrouble() {
        Subscription subscription = world.opened();
        for (int i = 0; i < 5; i++) {
            world.advance(Duration.ofMinutes(1));
            refuseTokenAndRenew();
            assertThat(world.source.opened()).isEqualTo(i + 2);
            world.source.stream().confirm();
            world.run();
        }

        assertThat(subscription.status().progress().losses()).isZero();
        assertThat(world.rejectedAgain).isEmpty();
    }

    @Test
    void tokenWhenASoundStreamHasEndedForAnotherReasonThenALaterRejectionIsNotOneOfARenewedToken() {
        world.opened();
        refuseTokenAndRenew();
        world.source.stream().confirm();
        for (int i = 1; i <= 120; i++) {
            world.advance(Duration.ofMinutes(1));
            world.source.stream().send(i);
            world.done(i);
        }
        lose(StreamEnd.Kind.INTERRUPTED);

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.rejectedAgain).isEmpty();
    }

    @Test
    void tokenWhenTheRouteHasBrokenASoundStreamThenALaterRejectionIsNotOneOfARenewedToken() {
        world.breakOnFirstError = true;
        world.opened();
        refuseTokenAndRenew();
        world.source.stream().confirm();
        world.run();
        world.source.stream().send(1, 2);
        world.done(1);
        world.fail(2);
        world.advance(Duration.ofSeconds(1));

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.rejectedAgain).isEmpty();
    }

    @Test
    void tokenWhenASoundStreamHasStalledThenALaterRejectionIsNotOneOfARenewedToken() {
        world.opened();
        refuseTokenAndRenew();
        world.source.stream().confirm();
        world.run();
        world.source.stream().send(1);
        world.done(1);
        int before = world.source.opened();
        while (world.source.opened() == before) {
            world.advance(Duration.ofMinutes(1));
        }

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.events(SubscriptionEvent.Stalled.class)).hasSize(1);
        assertThat(world.rejectedAgain).isEmpty();
    }

    @Test
    void tokenWhenTheSubscriptionWasSuspendedFromASoundStreamThenALaterRejectionIsNotOneOfARenewedToken() {
        Subscription subscription = world.opened();
        refuseTokenAndRenew();
        world.source.stream().confirm();
        world.run();
        world.source.stream().send(1);
        world.done(1);
        subscription.suspend();
        world.run();
        subscription.resume();
        world.run();

        world.source.stream().refuseToken("old");
        world.run();

        assertThat(world.rejectedAgain).isEmpty();
    }

    @Test
    void l5StreamWhenTheFirstOneIsNeverAcceptedThenTheNextOneMissesNothingPublishedSinceTheStart() {
        world.subscription().start();
        world.run();
        assertThat(world.source.stream().from()).isEqualTo(new StartingPoint.Latest());
        lose(StreamEnd.Kind.INTERRUPTED);

        assertThat(world.source.stream().from()).isInstanceOf(StartingPoint.Since.class);
    }

    @Test
    void l8PolicyWhenItDecidesNothingThenFailedAndNamesTheOption() {
        world.gapPolicy = gap -> null;
        store(42);
        Subscription subscription = world.opened();
        world.source.stream().end(StreamEnd.Kind.POSITION_REJECTED);
        world.run();

        assertThat(subscription.status().state()).isEqualTo(SubscriptionState.FAILED);
        assertThat(subscription.status().problem()).contains("replayGapPolicy");
    }

    private void failBeforeTheSubscriptionIsTold(long event) {
        world.inHand.remove(id(event)).accept(new IllegalStateException("the route fails"));
    }

    private void refuseTokenAndRenew() {
        int before = world.renewals.size();
        world.source.stream().refuseToken("old");
        world.run();
        CompletableFuture<TokenEntry> renewal = world.renewals.get(before);
        renewal.complete(SubscriptionWorld.token("new"));
        world.run();
    }

    private void lose(StreamEnd.Kind kind) {
        world.source.stream().end(kind);
        world.run();
        world.advance(kind == StreamEnd.Kind.BUSY ? Duration.ofSeconds(30) : Duration.ofSeconds(2));
    }

    private void store(long position) {
        world.stored.put(key(), new StoredPosition(id(position), SubscriptionWorld.NOW));
    }

    private static PositionKey key() {
        return new PositionKey(
                org.camelforce.salesforcecc.internal.token.Tokens.ORG,
                SubscriptionWorld.ID.channel(),
                SubscriptionWorld.ID.name());
    }
}
