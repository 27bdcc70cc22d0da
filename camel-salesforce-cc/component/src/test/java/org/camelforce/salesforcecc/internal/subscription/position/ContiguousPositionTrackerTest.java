package org.camelforce.salesforcecc.internal.subscription.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContiguousPositionTrackerTest {

    private static final ReplayId START = ReplayId.ofNumber(10);
    private static final ReplayId ONE = ReplayId.ofNumber(11);
    private static final ReplayId TWO = ReplayId.ofNumber(14);
    private static final ReplayId THREE = ReplayId.ofNumber(15);

    private final ContiguousPositionTracker tracker = new ContiguousPositionTracker(START);

    @Test
    void positionWhenNothingIsDoneThenTheStart() {
        tracker.received(ONE);

        assertThat(tracker.position()).contains(START);
    }

    @Test
    void l17PositionWhenAnEventHasNoReplayIdThenItStaysAndThoseBehindItMoveIt() {
        ReplayId unknown = ReplayId.ofUnknown("a");
        tracker.received(ONE);
        tracker.received(unknown);
        tracker.received(TWO);
        tracker.done(ONE);
        assertThat(tracker.position()).contains(ONE);

        tracker.done(TWO);
        assertThat(tracker.position()).contains(ONE);

        tracker.done(unknown);
        assertThat(tracker.position()).contains(TWO);
    }

    @Test
    void positionWhenNothingWasEverDoneThenEmpty() {
        assertThat(new ContiguousPositionTracker(null).position()).isEmpty();
    }

    @Test
    void l1PositionWhenEventIsReceivedThenItMovesOnlyWhenItIsDone() {
        tracker.received(ONE);
        assertThat(tracker.position()).contains(START);

        tracker.done(ONE);
        assertThat(tracker.position()).contains(ONE);
    }

    @Test
    void l9PositionWhenALaterEventIsDoneFirstThenItStaysBeforeTheOpenOne() {
        receive(ONE, TWO, THREE);

        tracker.done(TWO);
        tracker.done(THREE);
        assertThat(tracker.position()).contains(START);

        tracker.done(ONE);
        assertThat(tracker.position()).contains(THREE);
    }

    @Test
    void l2PositionWhenAnEventHasFailedThenItStaysBefore() {
        receive(ONE, TWO);
        tracker.failed(ONE);
        tracker.done(TWO);

        assertThat(tracker.position()).contains(START);
    }

    @Test
    void receivedWhenAFailedEventComesAgainThenItGoesToTheRoute() {
        receive(ONE, TWO);
        tracker.failed(ONE);
        tracker.done(TWO);
        tracker.reopened();

        assertThat(tracker.received(ONE)).isTrue();
        assertThat(tracker.received(TWO)).isFalse();
        tracker.done(ONE);

        assertThat(tracker.position()).contains(TWO);
    }

    @Test
    void receivedWhenTheRouteStillHasTheEventThenItIsNotGivenAgain() {
        tracker.received(ONE);
        tracker.reopened();

        assertThat(tracker.received(ONE)).isFalse();
        assertThat(tracker.inFlight()).isEqualTo(1);
    }

    @Test
    void receivedWhenTheRouteFinishedTheEventAfterTheReopeningThenItIsNotGivenAgain() {
        receive(ONE, TWO);
        tracker.reopened();
        tracker.done(ONE);
        tracker.done(TWO);

        assertThat(tracker.received(ONE)).isFalse();
        assertThat(tracker.received(TWO)).isFalse();
        assertThat(tracker.received(THREE)).isTrue();
        assertThat(tracker.position()).contains(TWO);
    }

    @Test
    void receivedWhenANewEventHasComeThenNothingOlderIsExpectedAgain() {
        receive(ONE);
        tracker.reopened();
        tracker.done(ONE);
        receive(TWO);

        assertThat(tracker.received(ONE)).isTrue();
    }

    @Test
    void takeMissedWhenAFailedEventDoesNotComeAgainThenItIsReportedOnceAndDoesNotBlock() {
        receive(ONE, TWO);
        tracker.failed(ONE);
        tracker.done(TWO);
        tracker.reopened();
        tracker.received(THREE);
        tracker.done(THREE);

        assertThat(tracker.takeMissed()).containsExactly(ONE);
        assertThat(tracker.takeMissed()).isEmpty();
        assertThat(tracker.position()).contains(THREE);
    }

    @Test
    void takeMissedWhenTheEventFailsAgainAfterItHasComeThenNothingIsMissed() {
        tracker.received(ONE);
        tracker.failed(ONE);
        tracker.reopened();
        tracker.received(ONE);
        tracker.failed(ONE);
        tracker.received(TWO);

        assertThat(tracker.takeMissed()).isEmpty();
    }

    @Test
    void reachedWhenEventsBeforeAreOpenThenItCountsAfterThem() {
        tracker.received(ONE);
        tracker.reached(THREE);
        assertThat(tracker.position()).contains(START);

        tracker.done(ONE);
        assertThat(tracker.position()).contains(THREE);
    }

    @Test
    void reachedWhenNothingIsOpenThenThePositionMoves() {
        tracker.reached(TWO);

        assertThat(tracker.position()).contains(TWO);
        assertThat(tracker.commitLag()).isZero();
    }

    @Test
    void reachedWhenManyFollowBehindOneOpenEventThenOnlyTheLastIsKept() {
        tracker.received(ONE);
        for (int i = 100; i < 1100; i++) {
            tracker.reached(ReplayId.ofNumber(i));
        }

        assertThat(tracker.commitLag()).isEqualTo(2);
        tracker.done(ONE);
        assertThat(tracker.position()).contains(ReplayId.ofNumber(1099));
    }

    @Test
    void doneWhenTheEventIsUnknownThenNothingHappens() {
        tracker.done(THREE);

        assertThat(tracker.position()).contains(START);
        assertThat(tracker.inFlight()).isZero();
    }

    @Test
    void doneWhenSaidTwiceThenCountedOnce() {
        receive(ONE, TWO);
        tracker.done(TWO);
        tracker.done(TWO);

        assertThat(tracker.inFlight()).isEqualTo(1);
    }

    @Test
    void startedElsewhereWhenEventsAreOpenThenTheirEndIsVoid() {
        tracker.received(ONE);
        tracker.startedElsewhere();
        tracker.done(ONE);

        assertThat(tracker.position()).isEmpty();
        assertThat(tracker.inFlight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void l9PositionWhenEventsAreDoneInAnyOrderThenNeverPastAnOpenOne(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        order.forEach(i -> tracker.received(ReplayId.ofNumber(100 + 3L * i)));
        Collections.shuffle(order, new Random(seed));
        boolean[] done = new boolean[200];

        for (int event : order) {
            tracker.done(ReplayId.ofNumber(100 + 3L * event));
            done[event] = true;
            int contiguous = 0;
            while (contiguous < 200 && done[contiguous]) {
                contiguous++;
            }
            assertThat(tracker.position())
                    .contains(contiguous == 0 ? START : ReplayId.ofNumber(100 + 3L * (contiguous - 1)));
        }
    }

    private void receive(ReplayId... events) {
        for (ReplayId event : events) {
            assertThat(tracker.received(event)).isTrue();
        }
    }
}
