package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits whose answers come late, together or never. */
class ManagedCommitTrackerTest {

    private ScriptedPubSub api;
    private PubSubWorld world;
    private ManagedSource source;
    private HeardStream stream;
    private StreamObserver<FetchResponse> server;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
        source = world.connection.managedSource(
                world.endpoint("pubSubSubscribe:" + PubSubWorld.TOPIC), "Managed_Orders", false);
        stream = HeardStream.of(world.context, source, new StartingPoint.Earliest())
                .request(10);
        server = ScriptedPubSub.next(api.managedStreams);
        ScriptedPubSub.next(api.managedRequests);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @Test
    void commitWhenSeveralHaveOneAnswerThenAllAreDone() throws Exception {
        CompletableFuture<Void> first = commit("1");
        CompletableFuture<Void> second = commit("2");
        CompletableFuture<Void> third = commit("3");

        server.onNext(answer("2", ""));

        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);
        assertThat(third).isNotDone();
        server.onNext(answer("3", ""));
        third.get(30, TimeUnit.SECONDS);
    }

    @Test
    void commitWhenTheOneAnswerIsAnErrorThenAllBeforeItFail() throws Exception {
        CompletableFuture<Void> first = commit("1");
        CompletableFuture<Void> second = commit("2");

        server.onNext(answer("2", "as the test says"));

        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("as the test says");
        assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS)).hasMessageContaining("as the test says");
    }

    @Test
    void commitWhenStreamEndsBeforeTheAnswerThenFails() throws Exception {
        CompletableFuture<Void> commit = commit("1");

        server.onCompleted();

        assertThatThrownBy(() -> commit.get(30, TimeUnit.SECONDS)).hasMessageContaining("not open");
        stream.end();
    }

    @Test
    void commitWhenAnswerComesThenItsPositionIsNotReportedAsReached() throws Exception {
        CompletableFuture<Void> commit = commit("1");
        server.onNext(answer("1", "").toBuilder()
                .setLatestReplayId(ByteString.copyFromUtf8("9"))
                .build());
        commit.get(30, TimeUnit.SECONDS);
        server.onNext(ScriptedPubSub.orders("1"));

        stream.numbers(1);
        assertThat(stream.positions).isEmpty();
    }

    /** @return done when the commit is, which has been sent */
    private CompletableFuture<Void> commit(String position) throws InterruptedException {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                source.claim(new PositionKey(PubSubWorld.ORG_ID, PubSubWorld.TOPIC, "orders"))
                        .commit(new StoredPosition(ReplayId.ofBytes(position.getBytes()), Instant.EPOCH));
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        ScriptedPubSub.next(api.managedRequests);
        return done;
    }

    private static FetchResponse answer(String requestId, String error) throws Exception {
        UnknownFieldSet.Builder answer = UnknownFieldSet.newBuilder().addField(1, bytes(requestId));
        if (!error.isEmpty()) {
            answer.addField(
                    3,
                    Field.newBuilder()
                            .addLengthDelimited(UnknownFieldSet.newBuilder()
                                    .addField(2, bytes(error))
                                    .build()
                                    .toByteString())
                            .build());
        }
        // by its bytes: not every version of protobuf has the same builder
        return FetchResponse.parseFrom(UnknownFieldSet.newBuilder()
                .addField(
                        5,
                        Field.newBuilder()
                                .addLengthDelimited(answer.build().toByteString())
                                .build())
                .build()
                .toByteString());
    }

    private static Field bytes(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }
}
