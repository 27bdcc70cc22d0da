package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.Error;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagedSubscribeIT {

    private static final String NAME = "Managed_Orders";

    private final ManualTime time = new ManualTime(Orders.START);
    private final SalesforceSimulator org = Orders.orgAt(time);
    private final PubSubClient client = new PubSubClient(org);
    private String id;

    @BeforeEach
    void define() {
        id = org.managedSubscriptions().define(ManagedSubscriptions.Definition.earliest(NAME, Orders.TOPIC));
    }

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void subscribeWhenNothingIsCommittedThenDefaultReplayDecides() throws Exception {
        Orders.publish(org, "1", "2");

        assertThat(subscribe(10).numbers(2)).containsExactly("1", "2");
    }

    @Test
    void subscribeWhenNamedByIdThenTheSameSubscription() throws Exception {
        Orders.publish(org, "1");

        assertThat(open(request("subscription_id", id, 10)).numbers(1)).containsExactly("1");
    }

    @Test
    void subscribeWhenAnEventIsCommittedThenContinuesAfterIt() throws Exception {
        Orders.publish(org, "1", "2", "3");
        Managed first = subscribe(10);
        ByteString second = first.events(3).get(1).getReplayId();

        Message answer = first.commit("c1", second);
        first.end();

        assertThat(ManagedMessages.text(answer, "commit_request_id")).isEqualTo("c1");
        assertThat(ManagedMessages.bytes(answer, "replay_id")).isEqualTo(second);
        assertThat(ManagedMessages.has(answer, "error")).isFalse();
        assertThat(org.managedSubscriptions().committed(NAME))
                .hasValue(second.asReadOnlyByteBuffer().getLong());
        assertThat(subscribe(10).numbers(1)).containsExactly("3");
    }

    @Test
    void commitWhenListenedToThenListenerHearsOfNameAndPosition() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        org.managedSubscriptions().addCommitListener((name, position) -> heard.add(name + " " + position));
        Orders.publish(org, "1");
        Managed stream = subscribe(10);
        ByteString position = stream.events(1).get(0).getReplayId();

        stream.commit("c1", position);

        assertThat(heard)
                .containsExactly(NAME + " " + position.asReadOnlyByteBuffer().getLong());
    }

    @Test
    void commitWhenOlderThanTheLastThenErrorAndStreamGoesOn() throws Exception {
        Orders.publish(org, "1", "2");
        Managed stream = subscribe(10);
        List<ConsumerEvent> events = stream.events(2);
        stream.commit("c1", events.get(1).getReplayId());

        Message answer = stream.commit("c2", events.get(0).getReplayId());

        assertThat(error(answer).getCodeValue()).isEqualTo(2);
        Orders.publish(org, "3");
        assertThat(stream.numbers(1)).containsExactly("3");
    }

    @Test
    void commitWhenNotDeliveredYetThenError() throws Exception {
        Orders.publish(org, "1", "2");
        Managed stream = subscribe(1);
        stream.events(1);
        long latest = new CometdReader(org, client.token)
                .retained(Orders.TOPIC, 2)
                .get(1)
                .path("event")
                .path("replayId")
                .asLong();

        assertThat(ManagedMessages.has(stream.commit("c1", ReplayIds.bytes(latest)), "error"))
                .isTrue();
        assertThat(org.managedSubscriptions().committed(NAME)).isEmpty();
    }

    @Test
    void subscribeWhenCommittedPositionIsNotRetainedThenErrorRecoveryReplayDecides() throws Exception {
        Orders.publish(org, "1");
        Managed first = subscribe(10);
        first.commit("c1", first.events(1).get(0).getReplayId());
        first.end();
        time.advance(Duration.ofHours(72));
        client.header("accesstoken", PubSubClient.logIn(org));
        Orders.publish(org, "2");

        assertThat(subscribe(10).numbers(1)).containsExactly("2");
    }

    @Test
    void subscribeWhenAnotherClientIsActiveThenRefused() throws Exception {
        subscribe(10);

        assertThat(PubSubClient.errorCode(
                        open(request("developer_name", NAME, 1)).error()))
                .isEqualTo("sfdc.platform.eventbus.grpc.managed.subscription.already.active");
    }

    @Test
    void subscribeWhenNameIsUnknownThenRefused() throws Exception {
        assertThat(PubSubClient.errorCode(
                        open(request("developer_name", "Unknown", 1)).error()))
                .endsWith("managed.subscription.developer.name.not.found");
    }

    @Test
    void streamWhenSubscriptionIsStoppedThenEndsAndCommittedPositionIsForgotten() throws Exception {
        Orders.publish(org, "1");
        Managed stream = subscribe(10);
        stream.commit("c1", stream.events(1).get(0).getReplayId());

        org.managedSubscriptions().setRunning(NAME, false);

        assertThat(PubSubClient.errorCode(stream.error())).endsWith("managed.subscription.config.stopped");
        assertThat(org.managedSubscriptions().committed(NAME)).isEmpty();
        assertThat(PubSubClient.errorCode(
                        open(request("developer_name", NAME, 1)).error()))
                .endsWith("managed.subscription.config.stopped");
    }

    private static Error error(Message answer) throws InvalidProtocolBufferException {
        return Error.parseFrom(ManagedMessages.message(answer, "error").toByteString());
    }

    /** Opens the stream and waits until the server has accepted it. */
    private Managed subscribe(int events) {
        Managed stream = open(request("developer_name", NAME, events));
        Awaitility.await().until(() -> org.pubSubStreams() == 1);
        return stream;
    }

    private Managed open(DynamicMessage first) {
        Managed stream = new Managed();
        stream.requests = ClientCalls.asyncBidiStreamingCall(
                ClientInterceptors.intercept(client.channel, MetadataUtils.newAttachHeadersInterceptor(client.headers))
                        .newCall(ManagedMessages.METHOD, CallOptions.DEFAULT),
                stream);
        stream.requests.onNext(first);
        return stream;
    }

    private static DynamicMessage request(String field, String value, int events) {
        DynamicMessage.Builder request = DynamicMessage.newBuilder(ManagedMessages.REQUEST);
        ManagedMessages.set(request, field, value);
        ManagedMessages.set(request, "num_requested", events);
        return request.build();
    }

    private final class Managed implements StreamObserver<DynamicMessage> {

        private final BlockingQueue<DynamicMessage> responses = new LinkedBlockingQueue<>();
        private final CompletableFuture<Optional<StatusRuntimeException>> end = new CompletableFuture<>();
        private StreamObserver<DynamicMessage> requests;

        DynamicMessage next() throws InterruptedException {
            DynamicMessage response = responses.poll(30, TimeUnit.SECONDS);
            assertThat(response).as("a response").isNotNull();
            return response;
        }

        List<ConsumerEvent> events(int count) throws InterruptedException {
            List<ConsumerEvent> events = new ArrayList<>();
            while (events.size() < count) {
                List<?> batch = (List<?>) next().getField(ManagedMessages.RESPONSE.findFieldByName("events"));
                batch.forEach(event -> events.add(event(event)));
            }
            return events;
        }

        List<String> numbers(int count) throws InterruptedException {
            return events(count).stream()
                    .map(event ->
                            client.decode(event.getEvent()).get("Number__c").toString())
                    .toList();
        }

        Message commit(String requestId, ByteString replayId) throws InterruptedException {
            DynamicMessage.Builder commit = DynamicMessage.newBuilder(ManagedMessages.COMMIT);
            ManagedMessages.set(commit, "commit_request_id", requestId);
            ManagedMessages.set(commit, "replay_id", replayId);
            DynamicMessage.Builder request = DynamicMessage.newBuilder(ManagedMessages.REQUEST);
            ManagedMessages.set(request, "commit_replay_id_request", commit.build());
            requests.onNext(request.build());
            DynamicMessage response = next();
            while (!ManagedMessages.has(response, "commit_response")) {
                response = next();
            }
            return ManagedMessages.message(response, "commit_response");
        }

        StatusRuntimeException error() throws Exception {
            return end.get(30, TimeUnit.SECONDS).orElseThrow();
        }

        void end() throws Exception {
            requests.onCompleted();
            assertThat(end.get(30, TimeUnit.SECONDS)).isEmpty();
        }

        @Override
        public void onNext(DynamicMessage response) {
            responses.add(response);
        }

        @Override
        public void onError(Throwable error) {
            end.complete(Optional.of((StatusRuntimeException) error));
        }

        @Override
        public void onCompleted() {
            end.complete(Optional.empty());
        }

        private static ConsumerEvent event(Object message) {
            try {
                return ConsumerEvent.parseFrom(((Message) message).toByteString());
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
