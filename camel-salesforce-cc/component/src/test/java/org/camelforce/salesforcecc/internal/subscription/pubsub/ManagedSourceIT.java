package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Instant;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managed subscriptions of an org's own Pub/Sub API. */
class ManagedSourceIT {

    private static final String NAME = "Managed_Orders";
    private static final PositionKey KEY = new PositionKey(PubSubWorld.ORG_ID, PubSubWorld.TOPIC, "orders");

    private final PubSubWorld world = PubSubWorld.ofOrg();
    private String id;

    @BeforeEach
    void define() {
        id = world.org.managedSubscriptions().define(ManagedSubscriptions.Definition.earliest(NAME, PubSubWorld.TOPIC));
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void streamWhenNothingIsCommittedThenSalesforceSaysWhereItStarts() throws Exception {
        world.publish("1", "2");

        assertThat(open(source(NAME)).request(10).numbers(2)).containsExactly("1", "2");
    }

    @Test
    void sourceWhenNamedByIdThenTheSameSubscription() throws Exception {
        world.publish("1");

        assertThat(open(source(id)).request(10).numbers(1)).containsExactly("1");
    }

    @Test
    void commitWhenStreamIsOpenedAgainThenItGoesOnAfterTheCommittedEvent() throws Exception {
        world.publish("1", "2", "3");
        ManagedSource source = source(NAME);
        HeardStream stream = open(source).request(10);
        stream.numbers(3);

        commit(source, stream.position(1));
        stream.close();

        awaitNoStream();
        assertThat(open(source(NAME)).request(10).numbers(1)).containsExactly("3");
    }

    @Test
    void commitWhenEventsHaveBeenRequestedThenNoneIsRequestedByIt() throws Exception {
        world.publish("1", "2", "3");
        ManagedSource source = source(NAME);
        HeardStream stream = open(source).request(2);
        stream.numbers(2);

        commit(source, stream.position(0));
        commit(source, stream.position(1));

        assertThat(stream.events).hasSize(2);
        assertThat(stream.request(1).numbers(3)).containsExactly("1", "2", "3");
    }

    @Test
    void commitWhenOlderThanTheLastOneThenFailsWithSalesforcesWords() throws Exception {
        world.publish("1", "2");
        ManagedSource source = source(NAME);
        HeardStream stream = open(source).request(10);
        stream.numbers(2);
        commit(source, stream.position(1));

        assertThatIOException()
                .isThrownBy(() -> commit(source, stream.position(0)))
                .withMessageContaining(NAME)
                .withMessageContaining("older");
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void commitWhenThereIsNoStreamThenFailsAndSaysSo() {
        assertThatIOException()
                .isThrownBy(() -> commit(source(NAME), ReplayId.ofBytes(new byte[] {1})))
                .withMessageContaining("no stream of managed subscription " + NAME);
    }

    @Test
    void commitWhenStreamIsClosedThenFailsAndSaysSo() throws Exception {
        world.publish("1");
        ManagedSource source = source(NAME);
        HeardStream stream = open(source).request(10);
        stream.numbers(1);
        stream.close();

        assertThatIOException()
                .isThrownBy(() -> commit(source, stream.position(0)))
                .withMessageContaining("not open");
    }

    @Test
    void commitWhenStreamHasEndedThenFailsAndSaysSo() throws Exception {
        world.publish("1");
        ManagedSource source = source(NAME);
        HeardStream stream = open(source).request(10);
        stream.numbers(1);
        world.org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream(), 1);
        world.publish("2");
        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.COMPLETED);

        assertThatIOException()
                .isThrownBy(() -> commit(source, stream.position(0)))
                .withMessageContaining("not open");
    }

    @Test
    void commitWhenThereHasBeenNoEventYetThenNothingIsSent() throws Exception {
        ManagedSource source = source(NAME);

        commit(source, ReplayId.ofStart(Instant.EPOCH));

        assertThat(world.org.managedSubscriptions().committed(NAME)).isEmpty();
    }

    @Test
    void streamWhenSubscriptionIsUnknownThenRefusedAndTheOptionIsNamed() throws Exception {
        StreamEnd end = open(source("Nothing")).request(10).end();

        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.FATAL);
        assertThat(end.text()).contains("managedSubscription", "ManagedEventSubscription");
    }

    @Test
    void streamWhenSubscriptionIsStoppedThenRefusedAndSaysWhatToDo() throws Exception {
        world.org.managedSubscriptions().setRunning(NAME, false);

        StreamEnd end = open(source(NAME)).request(10).end();

        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.FATAL);
        assertThat(end.text()).contains("STOP", "RUN", "ManagedEventSubscription");
    }

    @Test
    void streamWhenAnotherClientHasItThenFailsForNow() throws Exception {
        open(source(NAME)).request(10).awaitConfirmation();

        assertThat(open(source(NAME)).request(10).end().kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
    }

    @Test
    void claimWhenMadeThenNothingIsFound() throws Exception {
        try (PositionClaim claim = source(NAME).claim(KEY)) {
            assertThat(claim.found()).isEmpty();
        }
    }

    private ManagedSource source(String subscription) {
        try {
            return world.connection.managedSource(
                    world.endpoint("pubSubSubscribe:" + PubSubWorld.TOPIC), subscription, false);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private HeardStream open(ManagedSource source) {
        return HeardStream.of(world.context, source, new StartingPoint.Earliest());
    }

    private void awaitNoStream() {
        org.awaitility.Awaitility.await().until(() -> world.org.pubSubStreams() == 0);
    }

    private static void commit(ManagedSource source, ReplayId position) throws IOException {
        try (PositionClaim claim = source.claim(KEY)) {
            claim.commit(new StoredPosition(position, Instant.EPOCH));
        }
    }
}
