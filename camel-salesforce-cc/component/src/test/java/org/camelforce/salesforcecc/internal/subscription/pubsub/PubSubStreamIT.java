package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of an org's own Pub/Sub API. */
class PubSubStreamIT {

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-01T10:00:00Z"));
    private final PubSubWorld world = PubSubWorld.ofOrg(PubSubWorld.orders().time(time));

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void requestWhenEventsAreRetainedThenTheyComeInOrderAfterTheConfirmation() throws Exception {
        world.publish("1", "2", "3");

        HeardStream stream = world.earliest().request(10);

        assertThat(stream.numbers(3)).containsExactly("1", "2", "3");
        assertThat(stream.calls.get(0)).isEqualTo("confirmed");
    }

    @Test
    void requestWhenStreamStartsWithNewEventsThenConfirmedWithoutAnEvent() throws Exception {
        world.publish("1");
        HeardStream stream = world.open(new StartingPoint.Latest()).request(10).awaitConfirmation();

        world.publish("2");

        assertThat(stream.numbers(1)).containsExactly("2");
    }

    @Test
    void requestWhenStreamStartsAtATimeThenFromTheOldestEvent() throws Exception {
        world.publish("1");

        assertThat(world.open(new StartingPoint.Since(time.instant()))
                        .request(10)
                        .numbers(1))
                .containsExactly("1");
    }

    @Test
    void requestWhenFewerThanRetainedThenNoMoreThanThatCome() throws Exception {
        world.publish("1", "2", "3");
        HeardStream stream = world.earliest().request(2);
        assertThat(stream.numbers(2)).containsExactly("1", "2");

        stream.request(1);

        assertThat(stream.numbers(3)).containsExactly("1", "2", "3");
    }

    @Test
    void openWhenAfterAnEventThenGoesOnWithTheNext() throws Exception {
        world.publish("1", "2", "3");
        HeardStream first = world.earliest().request(3);
        first.numbers(3);

        assertThat(world.after(first.position(1)).request(10).numbers(1)).containsExactly("3");
    }

    @Test
    void streamWhenServerCompletesItThenEndsAndResumesWithoutLoss() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();
        world.publish("1");
        stream.numbers(1);
        fault(new Fault.CompleteStream());
        world.publish("2");

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.COMPLETED);
        assertThat(world.after(stream.position(0)).request(10).numbers(1)).containsExactly("2");
    }

    @Test
    void streamWhenErrorIsInTheMiddleOfABatchThenItsBeginningComesAndNothingIsLost() throws Exception {
        world.publish("1", "2", "3");
        fault(new Fault.ErrorInBatch(2, Fault.GrpcError.internal()));

        HeardStream stream = world.earliest().request(10);

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
        assertThat(stream.numbers(2)).containsExactly("1", "2");
        assertThat(world.after(stream.position(1)).request(10).numbers(1)).containsExactly("3");
    }

    @Test
    void streamWhenTrailerIsBinaryThenEndsLikeAnyOther() throws Exception {
        assertThat(endAfter(Fault.GrpcError.binaryTrailer()).kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
    }

    @Test
    void streamWhenReplayIdIsCalledCorruptedThenPositionRejected() throws Exception {
        HeardStream stream = world.after(ReplayId.ofBytes(new byte[] {9, 9, 9, 9, 9, 9, 9, 9}))
                .request(10);

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.POSITION_REJECTED);
    }

    @Test
    void openWhenPositionIsOfTheStreamingApiThenPositionRejectedBeforeARequest() throws Exception {
        HeardStream stream = world.after(ReplayId.ofNumber(17));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.POSITION_REJECTED);
        stream.request(10);
        assertThat(world.org.pubSubStreams()).isZero();
    }

    @Test
    void streamWhenSessionIsEndedThenTheTokenIsNamedAndNotShown() throws Exception {
        String token = world.token();

        StreamEnd end = endAfter(new Fault.EndAllSessions());

        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.TOKEN_REJECTED);
        assertThat(end.rejectedToken()).isNotEmpty().isEqualTo(token);
        assertThat(end.toString()).doesNotContain(end.rejectedToken());
    }

    @Test
    void streamWhenServerEchoesTheTokenThenItIsHidden() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();
        fault(new Fault.GrpcError(16, "", "No session " + world.token(), Map.of()));
        world.publish("1");

        assertThat(stream.end().text()).contains("No session [hidden]");
    }

    @Test
    void streamWhenTopicDoesNotExistThenRefusedAndNamedWithWhereToLook() throws Exception {
        StreamEnd end = world.open("/event/Nothing__e", new StartingPoint.Latest())
                .request(10)
                .end();

        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.FATAL);
        assertThat(end.text()).contains("/event/Nothing__e", "Setup > Platform Events");
    }

    @Test
    void streamWhenChangeEventsAreNotThereThenTheOtherPageIsNamed() throws Exception {
        StreamEnd end = world.open("/data/NothingChangeEvent", new StartingPoint.Latest())
                .request(10)
                .end();

        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.FATAL);
        assertThat(end.text()).contains("/data/NothingChangeEvent", "Setup > Change Data Capture");
    }

    @Test
    void streamWhenDeliveryLimitIsReachedThenBusy() throws Exception {
        assertThat(endAfter(Fault.GrpcError.deliveryLimitExceeded()).kind()).isEqualTo(StreamEnd.Kind.BUSY);
    }

    @Test
    void streamWhenSchemaChangesThenEventsOfBothAreRead() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();
        world.publish("1");
        stream.numbers(1);
        fault(new Fault.SchemaChange());
        world.publish("2");

        assertThat(stream.numbers(2)).containsExactly("1", "2");
    }

    @Test
    void streamWhenQuietForItsRhythmThenReportsAPositionToGoOnAfter() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();

        time.advance(Duration.ofSeconds(270));

        await().until(() -> !stream.positions.isEmpty());
        world.publish("1");
        assertThat(world.after(stream.positions.get(0)).request(1).numbers(1)).containsExactly("1");
        assertThat(stream.calls).contains("alive");
    }

    @Test
    void streamWhenTokenIsRenewedThenItIsLeftAlone() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();

        world.login.tokens().renew(world.token()).get(30, TimeUnit.SECONDS);

        assertThat(world.org.tokenRequests()).isEqualTo(2);
        world.publish("1");
        assertThat(stream.numbers(1)).containsExactly("1");
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void closeWhenStreamIsOpenThenServerForgetsItAndListenerIsNotCalled() throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();

        stream.close();

        await().until(() -> world.org.pubSubStreams() == 0);
        assertThat(stream.calls).doesNotContain("ended");
    }

    @Test
    void streamsWhenOneStartsLatestAndOtherEarliestThenEachKeepsItsOwnStart() throws Exception {
        world.publish("1");
        HeardStream latest = world.open(new StartingPoint.Latest()).request(10).awaitConfirmation();
        HeardStream earliest = world.earliest().request(10);
        assertThat(earliest.numbers(1)).containsExactly("1");
        fault(Fault.GrpcError.internal());
        world.publish("2");

        await().until(() -> latest.isOver() || earliest.isOver());

        HeardStream alive = latest.isOver() ? earliest : latest;
        assertThat(alive.numbers(alive == latest ? 1 : 2)).endsWith("2");
        assertThat(alive.isOver()).isFalse();
    }

    @Test
    void receivedWhenWrittenThenPositionIsTheHeadersInBase64() throws Exception {
        world.publish("1");
        HeardStream stream = world.earliest().request(10);
        stream.numbers(1);

        String header =
                stream.written(stream.events.get(0)).getIn().getHeader("CamelSalesforcePubSubReplayId", String.class);
        assertThat(stream.position(0)).hasToString("bytes:" + header);
    }

    @Test
    void createdAtWhenEventIsReceivedThenTheOrgsTime() throws Exception {
        world.publish("1");
        HeardStream stream = world.earliest().request(10);
        stream.numbers(1);

        assertThat(stream.events.get(0).createdAt()).hasValue(time.instant());
    }

    private StreamEnd endAfter(Fault fault) throws Exception {
        HeardStream stream = world.earliest().request(10).awaitConfirmation();
        fault(fault);
        world.publish("1");
        return stream.end();
    }

    private void fault(Fault fault) {
        world.org.faults().inject(FaultPoint.PUBSUB_DELIVERY, fault, 1);
    }
}
