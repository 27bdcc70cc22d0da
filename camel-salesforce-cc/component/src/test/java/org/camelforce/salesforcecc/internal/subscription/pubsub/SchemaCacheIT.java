package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events whose schema has to be asked for. */
class SchemaCacheIT {

    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @Test
    void receivedWhenManyEventsHaveOneSchemaThenItIsAskedForOnce() throws Exception {
        HeardStream one = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1", "2"));
        one.numbers(2);
        HeardStream other = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1", "2"));
        other.numbers(2);

        assertThat(api.schemaQuestions).hasValue(1);
    }

    @Test
    void schemaWhenNetworkFailsThenStreamFailsWithoutAnEventAndNextTimeItIsAskedForAgain() throws Exception {
        var good = api.onSchema;
        api.onSchema = (request, answer) -> answer.onError(Status.UNAVAILABLE.asRuntimeException());
        HeardStream stream = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
        assertThat(stream.events).isEmpty();
        assertThat(stream.positions).isEmpty();
        api.onSchema = good;
        HeardStream again = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));
        assertThat(again.numbers(1)).containsExactly("1");
    }

    @Test
    void schemaWhenTokenIsRejectedThenTheTokenIsNamed() throws Exception {
        api.onSchema = (request, answer) -> answer.onError(Status.UNAUTHENTICATED.asRuntimeException());
        HeardStream stream = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.TOKEN_REJECTED);
        assertThat(stream.end().rejectedToken()).isEqualTo(world.token());
    }

    @Test
    void schemaWhenItIsNotFoundThenStreamFailsForNowAndNamesIt() throws Exception {
        api.onSchema = (request, answer) -> answer.onError(Status.NOT_FOUND.asRuntimeException());
        HeardStream stream = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
        assertThat(stream.end().text()).contains("schema", PubSubWorld.TOPIC).doesNotContain("Setup");
    }

    @Test
    void schemaWhenItCannotBeReadThenEventsComeAndCannotBeDecoded() throws Exception {
        for (String json : new String[] {"", "null", "{\"type\":\"record\"}", "[]", "no json"}) {
            api.onSchema = (request, answer) -> ScriptedPubSub.reply(
                    answer, SchemaInfo.newBuilder().setSchemaJson(json).build());
            HeardStream stream = world.earliest().request(10);
            api.nextStream().onNext(ScriptedPubSub.orders(ScriptedPubSub.SCHEMA, "bad" + json, "1", "2"));
            org.awaitility.Awaitility.await().until(() -> stream.events.size() == 2);

            Exchange exchange = new DefaultExchange(world.context);
            assertThat(stream.events.get(0).createdAt()).isEmpty();
            assertThatThrownBy(() -> stream.events.get(0).writeTo(exchange)).isInstanceOf(Exception.class);
            assertThat(exchange.getIn().getBody()).isInstanceOf(byte[].class);
            assertThat(exchange.getIn().getHeader("CamelSalesforcePubSubEventId"))
                    .isEqualTo("id-1");
            stream.close();
        }
    }

    @Test
    void closeWhenSchemaIsBeingAskedForThenNothingIsHeardAnyMore() throws Exception {
        BlockingQueue<StreamObserver<SchemaInfo>> waiting = new LinkedBlockingQueue<>();
        api.onSchema = (request, answer) -> waiting.add(answer);
        HeardStream stream = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("1"));
        StreamObserver<SchemaInfo> asked = ScriptedPubSub.next(waiting);

        stream.close();
        ScriptedPubSub.reply(
                asked,
                SchemaInfo.newBuilder()
                        .setSchemaJson(ScriptedPubSub.SCHEMA.toString())
                        .build());

        HeardStream later = world.earliest().request(10);
        api.nextStream().onNext(ScriptedPubSub.orders("2"));
        assertThat(later.numbers(1)).containsExactly("2");
        assertThat(stream.calls).doesNotContain("received", "ended");
    }

    @Test
    void streamWhenItEndsWhileSchemaIsBeingAskedForThenItsEventsComeFirst() throws Exception {
        BlockingQueue<StreamObserver<SchemaInfo>> waiting = new LinkedBlockingQueue<>();
        api.onSchema = (request, answer) -> waiting.add(answer);
        HeardStream stream = world.earliest().request(10);
        StreamObserver<FetchResponse> server = api.nextStream();
        server.onNext(ScriptedPubSub.orders("1", "2"));
        StreamObserver<SchemaInfo> asked = ScriptedPubSub.next(waiting);
        server.onCompleted();

        ScriptedPubSub.reply(
                asked,
                SchemaInfo.newBuilder()
                        .setSchemaJson(ScriptedPubSub.SCHEMA.toString())
                        .build());

        assertThat(stream.end().kind()).isEqualTo(StreamEnd.Kind.COMPLETED);
        assertThat(stream.numbers(2)).containsExactly("1", "2");
    }
}
