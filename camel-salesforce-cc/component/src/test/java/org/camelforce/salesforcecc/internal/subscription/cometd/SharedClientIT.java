package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slow consumer and a fast one on one client: the next poll waits for room, and the test ends the wait. */
@WithSalesforceSimulator(settings = SharedClientIT.WithEvents.class)
class SharedClientIT {

    private static final Duration HOLD = Duration.ofMillis(4_321);

    private final RecordingListener slow = new RecordingListener();
    private final RecordingListener fast = new RecordingListener();
    private final HandHeld scheduler = new HandHeld();
    private Streams streams;

    @BeforeEach
    void start(SalesforceSimulator simulator) {
        streams = new Streams(simulator, scheduler, HOLD, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        streams.close();
    }

    @Test
    void fastWhenTheSlowOneHasNoRoomThenItsEventsWaitAsLongAsThePoll() {
        fillTheSlowOne();
        streams.publish(Streams.REFUNDS, "2");

        assertThat(streams.org.heldConnects()).isZero();
        assertThat(fast.events).isEmpty();

        scheduler.endHold(0);
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("2"));
        assertThat(slow.ends).isEmpty();
    }

    @Test
    void fastWhenTheSlowOneHasEndedForWantOfRoomThenItIsNotDelayedByItAgain() {
        fillTheSlowOne();
        streams.publish(Streams.ORDERS, "2");
        scheduler.endHold(0);
        await().until(() -> !slow.ends.isEmpty());
        assertThat(slow.ends.get(0).kind()).isEqualTo(StreamEnd.Kind.NO_ROOM);

        RecordingListener again = new RecordingListener();
        streams.open(Streams.ORDERS, Streams.after(slow), again, 1);
        await().until(() -> scheduler.holds.size() == 2);
        assertThat(again.numbers()).containsExactly("2");

        // the second hold is never ended
        streams.publish(Streams.REFUNDS, "3");
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("3"));
        assertThat(fast.ends).isEmpty();
    }

    @Test
    void fastWhenAnotherSlowOneFollowsTheFirstThenItsEventsWaitForOneHoldOnly() {
        fillTheSlowOne();
        fillAnotherSlowOneAfterTheHold();

        // it has no room now, and no further hold is ended
        streams.publish(Streams.REFUNDS, "3");
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("3"));
        assertThat(scheduler.holds).hasSize(1);
    }

    @Test
    void fastWhenSlowOnesStillHaveNoRoomLaterThenTheyDoNotHoldItBackAgain() {
        fillTheSlowOne();
        fillAnotherSlowOneAfterTheHold();
        streams.publish(Streams.REFUNDS, "3");
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("3"));

        scheduler.execute(scheduler.opens.get(0));
        streams.publish(Streams.REFUNDS, "4");
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("3", "4"));
        streams.publish(Streams.REFUNDS, "5");
        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("3", "4", "5"));
        assertThat(scheduler.holds).hasSize(1);
    }

    @Test
    void pollWhenTheSlowOneHasRoomAgainThenGoesBeforeTheHoldEnds() {
        streams.open(Streams.REFUNDS, Streams.LATEST, fast, 100);
        var stream = streams.open(Streams.ORDERS, Streams.LATEST, slow, 1);
        streams.publish(Streams.ORDERS, "1");
        await().until(() -> scheduler.holds.size() == 1);

        stream.request(1);
        streams.publish(Streams.ORDERS, "2");

        await().untilAsserted(() -> assertThat(slow.numbers()).containsExactly("1", "2"));
    }

    @Test
    void pollWhenTheSlowOneIsClosedThenGoesBeforeTheHoldEnds() {
        streams.open(Streams.REFUNDS, Streams.LATEST, fast, 100);
        var stream = streams.open(Streams.ORDERS, Streams.LATEST, slow, 1);
        streams.publish(Streams.ORDERS, "1");
        await().until(() -> scheduler.holds.size() == 1);

        stream.close();
        streams.publish(Streams.REFUNDS, "2");

        await().untilAsserted(() -> assertThat(fast.numbers()).containsExactly("2"));
    }

    private void fillTheSlowOne() {
        streams.open(Streams.REFUNDS, Streams.LATEST, fast, 100);
        streams.open(Streams.ORDERS, Streams.LATEST, slow, 1);
        assertThat(streams.org.streamingClients()).isEqualTo(1);
        streams.publish(Streams.ORDERS, "1");
        await().until(() -> scheduler.holds.size() == 1);
    }

    private void fillAnotherSlowOneAfterTheHold() {
        RecordingListener slowToo = new RecordingListener();
        streams.open(Streams.INVOICES, Streams.LATEST, slowToo, 1);
        await().until(() -> slowToo.confirmed);
        scheduler.endHold(0);
        await().until(() -> !scheduler.opens.isEmpty());
        streams.publish(Streams.INVOICES, "2");
        await().until(() -> slowToo.numbers().equals(List.of("2")));
    }

    /** Ends of holds come when the test says so. */
    private static final class HandHeld extends ScheduledThreadPoolExecutor {

        final List<Runnable> holds = new CopyOnWriteArrayList<>();

        /** Ends of the times in which no poll is held. */
        final List<Runnable> opens = new CopyOnWriteArrayList<>();

        HandHeld() {
            super(1);
        }

        void endHold(int index) {
            execute(holds.get(index));
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            if (unit.toMillis(delay) == 2 * HOLD.toMillis()) {
                opens.add(task);
                return super.schedule(() -> {}, 1, TimeUnit.DAYS);
            }
            if (unit.toMillis(delay) != HOLD.toMillis()) {
                return super.schedule(task, delay, unit);
            }
            holds.add(task);
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }
    }

    static final class WithEvents implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            Streams.events(builder);
        }
    }
}
