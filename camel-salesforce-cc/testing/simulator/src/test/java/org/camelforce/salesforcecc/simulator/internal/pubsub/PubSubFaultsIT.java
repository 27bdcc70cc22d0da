package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PubSubFaultsIT {

    private final ManualTime time = new ManualTime(Orders.START);
    private final SalesforceSimulator org = Orders.orgAt(time);
    private final PubSubClient client = new PubSubClient(org);

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void requestWhenGrpcErrorThenItAndNextTimeServed() {
        org.faults().inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.serviceUnavailable(), 1);

        StatusRuntimeException error =
                catchThrowableOfType(StatusRuntimeException.class, () -> client.schemaId(Orders.TOPIC));

        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(PubSubClient.errorCode(error)).isEqualTo("sfdc.platform.eventbus.grpc.service.unavailable");
        assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
    }

    @Test
    void requestWhenSessionsEndThenUnauthenticated() {
        org.faults().inject(FaultPoint.PUBSUB_REQUEST, new Fault.EndAllSessions(), 1);

        assertThatThrownBy(() -> client.schemaId(Orders.TOPIC)).hasMessageContaining("UNAUTHENTICATED");
    }

    @Test
    void subscribeWhenReplayIdIsCalledCorruptedThenInvalidArgument() throws Exception {
        org.faults().inject(FaultPoint.PUBSUB_SUBSCRIBE, Fault.GrpcError.corruptedReplayId(), 1);

        StatusRuntimeException error =
                client.subscribe(Orders.TOPIC, ReplayPreset.LATEST, 10).error();

        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(PubSubClient.errorCode(error)).endsWith("subscription.fetch.replayid.corrupted");
    }

    @Test
    void deliveryWhenStreamCompletesThenEventsAreStillThere() throws Exception {
        Subscription subscription = latest();
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream(), 1);
        Orders.publish(org, "1");

        assertThat(subscription.end()).isEmpty();
        assertThat(subscription.hasNext()).isFalse();
        assertThat(client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 5).numbers(client, 1))
                .containsExactly("1");
    }

    @Test
    void deliveryWhenErrorInBatchThenOnlyItsBeginningComes() throws Exception {
        Orders.publish(org, "1", "2", "3");
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.ErrorInBatch(2, Fault.GrpcError.internal()), 1);

        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 10);

        assertThat(subscription.numbers(client, 2)).containsExactly("1", "2");
        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(subscription.hasNext()).isFalse();
    }

    @Test
    void deliveryWhenBatchIsRepeatedThenTheSameReplayIdsAgain() throws Exception {
        Orders.publish(org, "1", "2");
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.RepeatBatch(), 1);

        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 10);

        List<ByteString> ids =
                subscription.events(4).stream().map(ConsumerEvent::getReplayId).toList();
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        Orders.publish(org, "3");
        assertThat(subscription.next().getPendingNumRequested()).isEqualTo(7);
    }

    @Test
    void deliveryWhenStreamStallsThenNeitherEventsNorKeepalivesCome() throws Exception {
        Subscription subscription = latest();
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.StallStream(), 1);
        Orders.publish(org, "1", "2");

        assertSilent(subscription);
    }

    @Test
    void keepaliveWhenOneOfTwoStreamsStallsThenNothingComesToItAnyMore() throws Exception {
        org.faults().inject(FaultPoint.PUBSUB_KEEPALIVE, new Fault.StallStream(), 1);
        Subscription one = latest();
        Subscription other = latest();
        time.advance(Delivery.KEEPALIVE);
        Awaitility.await().until(() -> one.hasNext() || other.hasNext());
        Subscription alive = one.hasNext() ? one : other;
        alive.next();

        Orders.publish(org, "1");

        assertThat(alive.numbers(client, 1)).containsExactly("1");
        assertSilent(alive == one ? other : one);
    }

    @Test
    void deliveryWhenSchemaChangesThenNextEventsHaveAnotherOneAndBothAreKnown() throws Exception {
        Subscription subscription = latest();
        Orders.publish(org, "1");
        ConsumerEvent before = subscription.events(1).get(0);
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.SchemaChange(), 1);
        Orders.publish(org, "2");

        ConsumerEvent after = subscription.events(1).get(0);

        assertThat(after.getEvent().getSchemaId())
                .isNotEqualTo(before.getEvent().getSchemaId())
                .isEqualTo(client.schemaId(Orders.TOPIC));
        assertThat(client.decode(before.getEvent()).get("Number__c")).hasToString("1");
        assertThat(client.decode(after.getEvent()).get("Number__c")).hasToString("2");
        assertThat(client.decode(after.getEvent()).getSchema().getFields())
                .hasSize(
                        client.decode(before.getEvent()).getSchema().getFields().size() + 1);
    }

    @Test
    void deliveryWhenSessionIsRevokedThenUnauthenticatedWithoutTheEvent() throws Exception {
        Subscription subscription = latest();
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.EndAllSessions(), 1);
        Orders.publish(org, "1");

        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(subscription.hasNext()).isFalse();
    }

    @Test
    void deliveryWhenTrailerIsBinaryThenItIsThere() throws Exception {
        Subscription subscription = latest();
        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, Fault.GrpcError.binaryTrailer(), 1);
        Orders.publish(org, "1");

        Metadata trailers = Status.trailersFromThrowable(subscription.error());
        assertThat(trailers.keys()).contains("error-code", "rpc-id").anyMatch(name -> name.endsWith("-bin"));
    }

    @Test
    void injectWhenFaultIsOfAnotherProtocolThenRefused() {
        assertThatThrownBy(() -> org.faults().inject(FaultPoint.REST_REQUEST, Fault.GrpcError.internal(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> org.faults().inject(FaultPoint.PUBSUB_REQUEST, new Fault.StallStream(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        org.faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.Delay(Duration.ofSeconds(1)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void grpcErrorWhenStatusIsOkThenRefused() {
        assertThatThrownBy(() -> new Fault.GrpcError(0, "", "", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Another stream, which is not stalled, shows that the server had the occasion. */
    private void assertSilent(Subscription subscription) throws Exception {
        Subscription other = client.latest(Orders.ACCOUNTS, 5);
        time.advance(Delivery.KEEPALIVE);
        other.next();
        client.schemaId(Orders.TOPIC);
        assertThat(subscription.hasNext()).isFalse();
        assertThat(subscription.isOpen()).isTrue();
    }

    private Subscription latest() {
        return client.latest(Orders.TOPIC, 10);
    }
}
