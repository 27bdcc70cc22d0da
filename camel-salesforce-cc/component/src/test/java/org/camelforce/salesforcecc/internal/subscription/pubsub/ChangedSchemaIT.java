package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesforce.eventbus.protobuf.Error;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Publishing while the event's definition is changed. */
class ChangedSchemaIT {

    private static final Schema NEWER = SchemaBuilder.record("Order__e")
            .namespace("com.sforce.eventbus")
            .fields()
            .optionalString("Note__c")
            .requiredString("Number__c")
            .endRecord();
    private static final String JSON = "{\"Number__c\":\"17\"}";

    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
        api.onSchema = (request, answer) -> ScriptedPubSub.reply(
                answer,
                SchemaInfo.newBuilder()
                        .setSchemaJson(
                                (request.getSchemaId().equals("schema-1") ? ScriptedPubSub.SCHEMA : NEWER).toString())
                        .build());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @Test
    void publishWhenEventHasAnotherSchemaByNowThenItIsEncodedAgainAndSentOnceMore() throws Exception {
        api.onPublish = (request, answer) -> reply(request, answer, "");
        publish(JSON);
        api.published.clear();
        refuse("schema-1");
        api.schemaIdOfTopic = "schema-2";

        assertThat(publish(JSON)).singleElement().satisfies(result -> assertThat(result.hasError())
                .isFalse());

        assertThat(api.published)
                .extracting(request -> request.getEvents(0).getSchemaId())
                .containsExactly("schema-1", "schema-2");
    }

    @Test
    void publishWhenTheWholeRequestIsRefusedForItsSchemaThenSentOnceMore() throws Exception {
        publish(JSON);
        api.published.clear();
        api.schemaIdOfTopic = "schema-2";
        api.onPublish = (request, answer) -> {
            if (request.getEvents(0).getSchemaId().equals("schema-1")) {
                answer.onError(Status.INVALID_ARGUMENT
                        .withDescription("Schema validation failed.")
                        .asRuntimeException());
            } else {
                reply(request, answer, "");
            }
        };

        publish(JSON);

        assertThat(api.published).hasSize(2);
    }

    @Test
    void publishWhenBodyIsEncodedByTheUserThenItIsNotSentAgain() throws Exception {
        refuse("schema-1");

        assertThat(publish((Object)
                        ScriptedPubSub.payload(ScriptedPubSub.SCHEMA, "17").toByteArray()))
                .singleElement()
                .satisfies(result -> assertThat(result.hasError()).isTrue());
        assertThat(publish(ProducerEvent.newBuilder().setSchemaId("schema-1").build()))
                .singleElement()
                .satisfies(result -> assertThat(result.hasError()).isTrue());
        assertThat(api.published).hasSize(2);
    }

    @Test
    void publishWhenOnlySomeAreRefusedThenNothingIsSentAgain() throws Exception {
        api.onPublish = (request, answer) -> ScriptedPubSub.reply(
                answer,
                PublishResponse.newBuilder()
                        .addResults(PublishResult.newBuilder().setCorrelationKey("a"))
                        .addResults(PublishResult.newBuilder()
                                .setError(Error.newBuilder().setMsg("The schema is not known")))
                        .build());

        assertThat(publish(JSON, JSON)).hasSize(2);
        assertThat(api.published).hasSize(1);
    }

    @Test
    void publishWhenBodyNeedsTheNewSchemaThenTheTopicIsAskedForAgain() throws Exception {
        api.onPublish = (request, answer) -> reply(request, answer, "");
        publish(JSON);
        api.published.clear();
        api.schemaIdOfTopic = "schema-2";

        publish(newer("17"));

        assertThat(api.published).hasSize(1);
        assertThat(api.published.take().getEvents(0).getSchemaId()).isEqualTo("schema-2");
    }

    @Test
    void publishWhenRecordIsOfAnOlderSchemaThenItIsFittedToTheCurrentOne() throws Exception {
        api.onPublish = (request, answer) -> reply(request, answer, "");
        api.schemaIdOfTopic = "schema-2";
        GenericRecord older = new GenericRecordBuilder(ScriptedPubSub.SCHEMA)
                .set("Number__c", "17")
                .build();

        publish(older);

        assertThat(api.published.take().getEvents(0).getPayload())
                .isEqualTo(EventSerializer.event(newerWithout("17"), "", NEWER).getPayload());
    }

    @Test
    void publishWhenEventHasNoSuchFieldThenFailsAndNamesItAndNothingIsSent() {
        assertThatThrownBy(() -> publish(newer("17"))).hasMessageContaining("no field Note__c");
        assertThat(api.published).isEmpty();
    }

    @Test
    void publishWhenTopicIsKnownThenItIsNotAskedForAgain() throws Exception {
        api.onPublish = (request, answer) -> reply(request, answer, "");

        publish(JSON);
        publish(JSON);

        assertThat(api.topicQuestions).hasValue(1);
    }

    private void refuse(String schemaId) {
        api.onPublish = (request, answer) -> reply(
                request,
                answer,
                request.getEvents(0).getSchemaId().equals(schemaId) ? "The schema ID is not one of the topic" : "");
    }

    private static void reply(PublishRequest request, StreamObserver<PublishResponse> answer, String error) {
        PublishResponse.Builder response = PublishResponse.newBuilder();
        for (int i = 0; i < request.getEventsCount(); i++) {
            PublishResult.Builder result = PublishResult.newBuilder();
            response.addResults(
                    error.isEmpty()
                            ? result
                            : result.setError(Error.newBuilder().setMsg(error)));
        }
        ScriptedPubSub.reply(answer, response.build());
    }

    private static GenericRecord newer(String number) {
        return new GenericRecordBuilder(NEWER)
                .set("Number__c", number)
                .set("Note__c", "new")
                .build();
    }

    private static GenericRecord newerWithout(String number) {
        return new GenericRecordBuilder(NEWER).set("Number__c", number).build();
    }

    private List<org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult> publish(Object... bodies)
            throws Exception {
        return world.connection
                .publisher()
                .publish(PubSubWorld.TOPIC, List.of(bodies))
                .get(30, TimeUnit.SECONDS);
    }
}
