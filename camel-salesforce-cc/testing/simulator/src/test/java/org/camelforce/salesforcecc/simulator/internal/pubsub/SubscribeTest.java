package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscribeTest {

    private final ManualTime time = new ManualTime(Orders.START);
    private final SalesforceSimulator org = Orders.orgAt(time);
    private final PubSubClient client = new PubSubClient(org);

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void subscribeWhenLatestThenOnlyNewEventsCome() throws Exception {
        Orders.publish(org, "1");
        Subscription subscription = latest(10);
        Orders.publish(org, "2");

        assertThat(subscription.numbers(client, 1)).containsExactly("2");
    }

    @Test
    void subscribeWhenEarliestThenRetainedEventsComeFirst() throws Exception {
        Orders.publish(org, "1", "2");
        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 10);
        Orders.publish(org, "3");

        assertThat(subscription.numbers(client, 3)).containsExactly("1", "2", "3");
    }

    @Test
    void subscribeWhenCustomThenStartsAfterThatEvent() throws Exception {
        Orders.publish(org, "1", "2", "3");
        ByteString first = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 1)
                .next()
                .getEvents(0)
                .getReplayId();

        assertThat(client.resume(Orders.TOPIC, first).numbers(client, 2)).containsExactly("2", "3");
    }

    @Test
    void subscribeWhenReplayIdIsNoLongerRetainedThenCorrupted() throws Exception {
        Orders.publish(org, "1");
        ByteString first =
                client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 1).next().getLatestReplayId();
        time.advance(Duration.ofHours(72));
        client.header("accesstoken", PubSubClient.logIn(org));

        assertCorrupted(client.resume(Orders.TOPIC, first));
    }

    @Test
    void subscribeWhenReplayIdWasNeverIssuedThenCorrupted() throws Exception {
        assertCorrupted(client.resume(Orders.TOPIC, ReplayIds.bytes(4711)));
    }

    @Test
    void subscribeWhenReplayIdHasAnotherLengthThenCorrupted() throws Exception {
        assertCorrupted(client.resume(Orders.TOPIC, ByteString.copyFromUtf8("abc")));
    }

    @Test
    void subscribeWhenCustomHasNoReplayIdThenValidationFails() throws Exception {
        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.CUSTOM, 1);

        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(PubSubClient.errorCode(subscription.error()))
                .isEqualTo("sfdc.platform.eventbus.grpc.subscription.fetch.replayid.validation.failed");
    }

    @Test
    void subscribeWhenSomeAreRequestedThenNoMoreCome() throws Exception {
        Orders.publish(org, "1", "2", "3");
        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 2);

        FetchResponse response = subscription.next();
        assertThat(response.getEventsCount()).isEqualTo(2);
        assertThat(response.getPendingNumRequested()).isZero();
        assertThat(response.getLatestReplayId()).isEqualTo(response.getEvents(1).getReplayId());
        subscription.request(5);
        assertThat(subscription.next().getPendingNumRequested()).isEqualTo(4);
    }

    @Test
    void subscribeWhenMoreThanHundredAreRequestedThenHundred() throws Exception {
        Subscription subscription = latest(250);
        Orders.publish(org, "1");

        assertThat(subscription.next().getPendingNumRequested()).isEqualTo(99);
    }

    @Test
    void subscribeWhenRequestedTwiceThenTheNumbersAddUp() throws Exception {
        Subscription subscription = latest(1);
        subscription.request(2);
        Orders.publish(org, "1", "2", "3", "4", "5");

        assertThat(subscription.numbers(client, 3)).containsExactly("1", "2", "3");
        assertThat(served(subscription).hasNext()).isFalse();
    }

    @Test
    void subscribeWhenNothingIsRequestedThenInvalidArgument() throws Exception {
        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.LATEST, 0);

        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(PubSubClient.errorCode(subscription.error())).endsWith("requested.events.invalid");
    }

    @Test
    void subscribeWhenTopicChangesThenInvalidArgument() throws Exception {
        Subscription subscription = latest(1);
        subscription.requests.onNext(FetchRequest.newBuilder()
                .setTopicName(Orders.ACCOUNTS)
                .setNumRequested(1)
                .build());

        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void subscribeWhenTopicIsUnknownThenNotFound() throws Exception {
        Subscription subscription = client.subscribe("/event/Nothing__e", ReplayPreset.LATEST, 1);

        assertThat(subscription.error().getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void streamWhenNothingIsPendingForSixtySecondsThenCompleted() throws Exception {
        Orders.publish(org, "1");
        Subscription earlier = drained();
        time.advance(Duration.ofSeconds(1));
        Subscription subscription = drained();
        time.advance(Delivery.IDLE.minusSeconds(1));
        assertThat(earlier.end()).isEmpty();
        assertThat(served(subscription).isOpen()).isTrue();

        time.advance(Duration.ofSeconds(1));

        assertThat(subscription.end()).isEmpty();
    }

    @Test
    void streamWhenSomeArePendingThenKeptAliveWithAReplayIdToResumeFrom() throws Exception {
        org.records().create("Account", Orders.json("Name", "Acme"), "");
        Subscription subscription = latest(5);
        time.advance(Delivery.KEEPALIVE.plusHours(2));

        FetchResponse response = subscription.next();
        assertThat(response.getEventsCount()).isZero();
        assertThat(response.getPendingNumRequested()).isEqualTo(5);
        time.advance(Duration.ofHours(71));
        client.header("accesstoken", PubSubClient.logIn(org));
        Subscription resumed = client.resume(Orders.TOPIC, response.getLatestReplayId());
        Orders.publish(org, "1");
        assertThat(resumed.numbers(client, 1)).containsExactly("1");
    }

    @Test
    void streamWhenEventsComeThenKeptAliveAfterTheLastOnly() throws Exception {
        Subscription subscription = latest(5);
        Subscription quiet = client.latest(Orders.ACCOUNTS, 5);
        time.advance(Delivery.KEEPALIVE.minusSeconds(1));
        Orders.publish(org, "1");
        subscription.next();
        time.advance(Duration.ofSeconds(1));

        quiet.next();
        assertThat(served(subscription).hasNext()).isFalse();
    }

    @Test
    void streamWhenSessionIsEndedThenUnauthenticated() throws Exception {
        Subscription subscription = latest(5);

        org.sessions().endAll();

        StatusRuntimeException error = subscription.error();
        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(PubSubClient.errorCode(error)).isEqualTo("sfdc.platform.eventbus.grpc.service.auth.error");
    }

    @Test
    void streamWhenOpenForLongerThanTheSessionsTimeoutThenKeepsItAlive() throws Exception {
        Subscription subscription = latest(5);

        time.advance(Duration.ofHours(10));
        Orders.publish(org, "1");

        assertThat(subscription.events(1)).hasSize(1);
        assertThat(org.sessions().peek(client.token)).isPresent();
    }

    @Test
    void streamWhenCancelledOrCompletedThenForgotten() throws Exception {
        Subscription cancelled = latest(5);
        Subscription completed = latest(5);
        assertThat(org.pubSubStreams()).isEqualTo(2);

        cancelled.requests.onError(Status.CANCELLED.asRuntimeException());
        completed.requests.onCompleted();

        assertThat(completed.end()).isEmpty();
        Awaitility.await().until(() -> org.pubSubStreams() == 0);
    }

    @Test
    void replayIdWhenEventIsOfRestThenTheNumberThatCometdShows() throws Exception {
        Orders.publish(org, "1", "2");

        ConsumerEvent second = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 5)
                .events(2)
                .get(1);

        long shown = new CometdReader(org, client.token)
                .retained(Orders.TOPIC, 2)
                .get(1)
                .path("event")
                .path("replayId")
                .asLong();
        assertThat(second.getReplayId()).isEqualTo(ReplayIds.bytes(shown));
    }

    @Test
    void publishWhenByGrpcThenSubscriberGetsPayloadAndId() throws Exception {
        Subscription subscription = latest(5);

        ByteString published =
                client.publish(client.order("my-id", "17")).getResults(0).getReplayId();

        ConsumerEvent event = subscription.events(1).get(0);
        assertThat(event.getReplayId()).isEqualTo(published);
        assertThat(event.getEvent().getId()).isEqualTo("my-id");
        assertThat(client.decode(event.getEvent()).get("Number__c")).hasToString("17");
        assertThat(client.decode(event.getEvent()).get("CreatedDate")).isEqualTo(Orders.START.toEpochMilli());
        assertThat(client.decode(event.getEvent()).get("CreatedById"))
                .hasToString(org.runAsUserId().orElseThrow());
    }

    private Subscription drained() throws Exception {
        Subscription subscription = client.subscribe(Orders.TOPIC, ReplayPreset.EARLIEST, 1);
        subscription.next();
        return subscription;
    }

    /** The server has done by then what was to be done before: it serves everything with one thread. */
    private Subscription served(Subscription subscription) {
        client.schemaId(Orders.TOPIC);
        return subscription;
    }

    private Subscription latest(int events) {
        return client.latest(Orders.TOPIC, events);
    }

    private static void assertCorrupted(Subscription subscription) throws Exception {
        StatusRuntimeException error = subscription.error();
        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(error.getStatus().getDescription()).startsWith("The Replay ID validation failed.");
        assertThat(PubSubClient.errorCode(error))
                .isEqualTo("sfdc.platform.eventbus.grpc.subscription.fetch.replayid.corrupted");
    }
}
