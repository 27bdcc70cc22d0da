package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is requested of the server, and when. */
class FlowControlIT {

    private final ManualScheduler timer = new ManualScheduler();
    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api, timer);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @Test
    void openWhenNothingIsRequestedThenNothingIsSent() throws Exception {
        world.earliest();
        world.open(new StartingPoint.Latest()).request(1);

        assertThat(api.nextRequest().getReplayPreset()).isEqualTo(ReplayPreset.LATEST);
        assertThat(api.streams).hasSize(1);
    }

    @Test
    void requestWhenStreamStartsThenTopicPositionAndNumberAreInOneRequest() throws Exception {
        world.after(ReplayId.ofBytes(new byte[] {1, 2})).request(7);

        assertThat(api.nextRequest())
                .isEqualTo(FetchRequest.newBuilder()
                        .setTopicName(PubSubWorld.TOPIC)
                        .setReplayPreset(ReplayPreset.CUSTOM)
                        .setReplayId(ByteString.copyFrom(new byte[] {1, 2}))
                        .setNumRequested(7)
                        .build());
    }

    @Test
    void requestWhenMoreThanAHundredThenInHundreds() throws Exception {
        world.earliest().request(230);

        assertThat(api.nextRequest().getNumRequested()).isEqualTo(100);
        assertThat(api.nextRequest().getNumRequested()).isEqualTo(100);
        assertThat(api.nextRequest().getNumRequested()).isEqualTo(30);
    }

    @Test
    void requestWhenEventsHaveComeThenExactlyWhatIsGrantedIsRequested() throws Exception {
        HeardStream stream = world.earliest();
        stream.onEvent(event -> stream.request(1)).request(2);
        assertThat(api.nextRequest().getNumRequested()).isEqualTo(2);

        api.nextStream().onNext(ScriptedPubSub.orders("1", "2"));

        assertThat(api.nextRequest().getNumRequested()).isEqualTo(1);
        assertThat(api.nextRequest().getNumRequested()).isEqualTo(1);
        stream.numbers(2);
        assertThat(api.requests).isEmpty();
    }

    @Test
    void requestWhenItIsNotTheFirstThenOnlyTopicAndNumberAreSent() throws Exception {
        world.after(ReplayId.ofBytes(new byte[] {1})).request(1).request(5);
        api.nextRequest();

        assertThat(api.nextRequest())
                .isEqualTo(FetchRequest.newBuilder()
                        .setTopicName(PubSubWorld.TOPIC)
                        .setNumRequested(5)
                        .build());
    }

    @Test
    void receivedWhenServerSendsMoreThanRequestedThenTheRestIsNotGivenAndThereIsNoRoom() throws Exception {
        HeardStream stream = world.earliest().request(2);

        api.nextStream().onNext(ScriptedPubSub.orders("1", "2", "3"));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.NO_ROOM);
        assertThat(stream.numbers(2)).containsExactly("1", "2");
        assertThat(stream.positions).isEmpty();
    }

    @Test
    void requestWhenNoneComesFor50SecondsThenThereIsNoRoom() throws Exception {
        HeardStream stream = world.earliest().request(1);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));
        stream.numbers(1);
        Awaitility.await().until(() -> timer.waiting() == 1);

        timer.advance(Duration.ofSeconds(49));
        assertThat(stream.isOver()).isFalse();
        timer.advance(Duration.ofSeconds(1));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.NO_ROOM);
    }

    @Test
    void requestWhenItComesBefore50SecondsThenStreamGoesOn() throws Exception {
        HeardStream stream = world.earliest().request(1);
        StreamObserver<FetchResponse> server = api.nextStream();
        server.onNext(ScriptedPubSub.orders("1"));
        Awaitility.await().until(() -> timer.waiting() == 1);

        timer.advance(Duration.ofSeconds(49));
        stream.request(1);
        timer.advance(Duration.ofSeconds(100));

        server.onNext(ScriptedPubSub.orders("2"));
        assertThat(stream.numbers(2)).containsExactly("1", "2");
    }

    @Test
    void reachedWhenResponseHasEventsThenOnlyAnEmptyOneReportsAPosition() throws Exception {
        HeardStream stream = world.earliest().request(5);
        StreamObserver<FetchResponse> server = api.nextStream();

        server.onNext(ScriptedPubSub.orders("1").toBuilder()
                .setLatestReplayId(ByteString.copyFromUtf8("9"))
                .setPendingNumRequested(4)
                .build());

        stream.numbers(1);
        server.onNext(FetchResponse.newBuilder()
                .setLatestReplayId(ByteString.copyFromUtf8("2"))
                .build());
        Awaitility.await().until(() -> !stream.positions.isEmpty());
        assertThat(stream.positions).containsExactly(ReplayId.ofBytes(new byte[] {'2'}));
    }

    @Test
    void receivedWhenListenerFailsThenStreamFailsAndNothingElse() throws Exception {
        HeardStream stream = world.earliest()
                .onEvent(event -> {
                    throw new IllegalStateException("as the test says");
                })
                .request(5);
        HeardStream other = world.earliest().request(5);

        StreamObserver<FetchResponse> first = api.nextStream();
        StreamObserver<FetchResponse> second = api.nextStream();
        first.onNext(ScriptedPubSub.orders("1", "2"));
        second.onNext(ScriptedPubSub.orders("1", "2"));

        StreamEnd end = stream.end();
        assertThat(end.kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
        assertThat(end.text()).contains("as the test says");
        assertThat(other.numbers(2)).containsExactly("1", "2");
        assertThat(stream.events).hasSize(1);
    }

    /** What is sent after an answer of many bytes shares the connection's window with it. */
    @Test
    void schemaWhenManyBytesWaitForItThenItComesNevertheless() throws Exception {
        BlockingQueue<StreamObserver<SchemaInfo>> waiting = new LinkedBlockingQueue<>();
        var good = api.onSchema;
        api.onSchema = (request, answer) -> waiting.add(answer);
        HeardStream stream = world.earliest().request(100);
        StreamObserver<FetchResponse> server = api.nextStream();
        String megabyte = "x".repeat(1024 * 1024);

        server.onNext(ScriptedPubSub.orders("1"));
        for (int i = 0; i < 12; i++) {
            server.onNext(ScriptedPubSub.order(String.valueOf(i + 2), megabyte));
        }
        StreamObserver<SchemaInfo> asked = ScriptedPubSub.next(waiting);
        good.to(SchemaRequest.newBuilder().setSchemaId("schema-1").build(), asked);

        assertThat(stream.numbers(13)).hasSize(13);
    }

    @Test
    void headersWhenRpcIsMadeThenTheOrgIsNamedIn18Characters() throws Exception {
        world.earliest().request(1);

        assertThat(ScriptedPubSub.next(api.headers)
                        .get(io.grpc.Metadata.Key.of("tenantid", io.grpc.Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo(PubSubWorld.ORG_ID);
    }
}
