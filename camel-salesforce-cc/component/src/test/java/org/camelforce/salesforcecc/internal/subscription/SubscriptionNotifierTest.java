package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.junit.jupiter.api.Test;

/** What a subscription tells of itself. */
class SubscriptionNotifierTest {

    private final SubscriptionWorld world = new SubscriptionWorld();

    @Test
    void statusWhenEventsCameThenCountedAndDated() {
        Subscription subscription = world.opened();
        world.source.stream().send(1, 2);
        world.run();
        world.done(1);
        world.advance(Duration.ofSeconds(7));

        SubscriptionTraffic traffic = subscription.status().traffic();

        assertThat(traffic.received()).isEqualTo(2);
        assertThat(traffic.processed()).isEqualTo(1);
        assertThat(traffic.duplicated()).isZero();
        assertThat(traffic.sinceEvent()).isEqualTo(Duration.ofSeconds(7));
        assertThat(traffic.sinceActivity()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void statusWhenAnEventComesAgainThenDuplicatedAndNotProcessedTwice() {
        Subscription subscription = world.opened();
        world.source.stream().send(1, 1);
        world.run();
        world.done(1);

        SubscriptionTraffic traffic = subscription.status().traffic();

        assertThat(traffic.received()).isEqualTo(2);
        assertThat(traffic.duplicated()).isEqualTo(1);
        assertThat(traffic.processed()).isEqualTo(1);
    }

    @Test
    void statusWhenOnlyAKeepAliveCameThenSignWithoutEvent() {
        Subscription subscription = world.opened();
        world.advance(Duration.ofSeconds(100));
        world.source.stream().alive();
        world.advance(Duration.ofSeconds(5));

        SubscriptionTraffic traffic = subscription.status().traffic();

        assertThat(traffic.sinceActivity()).isEqualTo(Duration.ofSeconds(5));
        assertThat(traffic.sinceEvent()).isNull();
    }

    @Test
    void statusWhenNothingIsOwedThenTheSilenceIsToldAllTheSame() {
        world.window = 1;
        Subscription subscription = world.opened();
        world.source.stream().send(1);
        world.run();
        world.advance(Duration.ofSeconds(400));

        SubscriptionStatus status = subscription.status();

        assertThat(status.eventsRequested()).isFalse();
        assertThat(status.traffic().sinceActivity()).isEqualTo(Duration.ofSeconds(400));
    }

    @Test
    void statusWhenOpenThenNotBroken() {
        SubscriptionStatus status = world.opened().status();

        assertThat(status.disconnectedFor()).isNull();
        assertThat(status.problem()).isNull();
        assertThat(status.eventsRequested()).isTrue();
        assertThat(status.longestSilence()).isEqualTo(FakeSource.LONGEST_SILENCE);
    }

    @Test
    void statusWhenTheStreamIsLostThenDisconnectedSinceThenAndTheProblemIsNamed() {
        Subscription subscription = world.opened();
        world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
        world.run();
        world.advance(Duration.ofMillis(500));

        SubscriptionStatus status = subscription.status();

        assertThat(status.disconnectedFor()).isEqualTo(Duration.ofMillis(500));
        assertThat(status.problem()).isEqualTo("INTERRUPTED: as the test says");
    }

    @Test
    void statusWhenOpenAgainThenNotBrokenAnyMore() {
        Subscription subscription = world.opened();
        world.source.stream().end(StreamEnd.Kind.INTERRUPTED);
        world.advance(Duration.ofSeconds(1));
        world.source.stream().confirm();
        world.run();

        assertThat(subscription.status().disconnectedFor()).isNull();
        assertThat(subscription.status().problem()).isNull();
    }

    @Test
    void statusWhenRefusedThenTheProblemIsTheRefusal() {
        Subscription subscription = world.opened();
        world.source.stream().end(StreamEnd.Kind.FATAL);
        world.run();

        assertThat(subscription.status().state()).isEqualTo(SubscriptionState.FAILED);
        assertThat(subscription.status().problem()).isEqualTo("as the test says");
    }

    @Test
    void statusWhenSuspendedThenNotBroken() {
        Subscription subscription = world.opened();
        subscription.suspend();
        world.run();

        assertThat(subscription.status().disconnectedFor()).isNull();
    }

    @Test
    void openedWhenAPositionWasFoundThenTheFirstTellsTheTakeover() {
        world.stored.put(
                new PositionKey(Tokens.ORG, SubscriptionWorld.ID.channel(), SubscriptionWorld.ID.name()),
                new StoredPosition(FakeSource.id(42), SubscriptionWorld.NOW));
        world.subscription().start();
        world.run();
        world.advance(Duration.ofSeconds(3));
        world.source.stream().confirm();
        world.run();
        world.source.stream().end(StreamEnd.Kind.COMPLETED);
        world.advance(Duration.ofSeconds(1));
        world.source.stream().confirm();
        world.run();

        assertThat(world.events(SubscriptionEvent.Opened.class))
                .extracting(SubscriptionEvent.Opened::takeover)
                .containsExactly(Duration.ofSeconds(3), null);
    }

    @Test
    void openedWhenThereWasNoPositionThenNoTakeover() {
        world.opened();

        assertThat(world.events(SubscriptionEvent.Opened.class))
                .extracting(SubscriptionEvent.Opened::takeover)
                .containsOnlyNulls();
    }

    @Test
    void startedWhenTheConsumerStartsThenTheFirstEvent() {
        world.opened();

        assertThat(world.events.get(0)).isEqualTo(new SubscriptionEvent.Started());
    }
}
