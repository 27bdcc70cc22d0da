package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.apache.avro.Schema;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsAndSchemasIT {

    private final SalesforceSimulator org = Orders.org();
    private final PubSubClient client = new PubSubClient(org);

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void getTopicWhenPlatformEventThenMayBePublishedAndSubscribed() {
        TopicInfo topic = topic(Orders.TOPIC);

        assertThat(topic.getTopicName()).isEqualTo(Orders.TOPIC);
        assertThat(topic.getTenantGuid()).isEqualTo(org.org().id());
        assertThat(topic.getCanPublish()).isTrue();
        assertThat(topic.getCanSubscribe()).isTrue();
        assertThat(topic.getRpcId()).isNotEmpty();
    }

    @Test
    void getTopicWhenChangeEventThenMayOnlyBeSubscribed() {
        assertThat(topic(Orders.ACCOUNTS).getCanPublish()).isFalse();
        assertThat(topic(Orders.ACCOUNTS).getCanSubscribe()).isTrue();
    }

    @Test
    void getTopicWhenChannelOfAllChangesThenHasNoSchema() {
        assertThat(topic("/data/ChangeEvents").getSchemaId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/event/Nothing__e",
                "/event/Account",
                "/data/NothingChangeEvent",
                "/data/PushTopicChangeEvent",
                "x"
            })
    void getTopicWhenUnknownThenNotFoundWithCodeAndRpcId(String name) {
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, () -> topic(name));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(PubSubClient.errorCode(refusal)).isEqualTo("sfdc.platform.eventbus.grpc.topic.not.found");
        assertThat(refusal.getStatus().getDescription())
                .startsWith("The topic information for org " + org.org().id() + " and topic " + name + " not found.")
                .endsWith("rpcId: " + PubSubClient.trailer(refusal, "rpc-id"));
    }

    @Test
    void getTopicWhenNameIsBlankThenInvalid() {
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, () -> topic(""));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(PubSubClient.errorCode(refusal)).endsWith("topic.validation.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "CreatedDate, long",
        "CreatedById, string",
        "Number__c, string",
        "Total__c, double",
        "Sent__c, long",
        "Due__c, long",
        "Paid__c, boolean"
    })
    void getSchemaWhenPlatformEventThenHasItsFields(String field, String type) {
        Schema schema = client.schema(client.schemaId(Orders.TOPIC));

        assertThat(schema.getFullName()).isEqualTo("com.sforce.eventbus.Order__e");
        assertThat(schema.getField(field).schema().toString()).contains('"' + type + '"');
    }

    @Test
    void getSchemaWhenChangeEventThenHasTheDocumentedHeaderFirst() {
        Schema schema = client.schema(client.schemaId(Orders.ACCOUNTS));

        Schema.Field header = schema.getFields().get(0);
        assertThat(header.name()).isEqualTo("ChangeEventHeader");
        assertThat(header.schema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly(
                        "entityName",
                        "recordIds",
                        "changeType",
                        "changeOrigin",
                        "transactionKey",
                        "sequenceNumber",
                        "commitTimestamp",
                        "commitNumber",
                        "commitUser",
                        "nulledFields",
                        "diffFields",
                        "changedFields");
        assertThat(schema.getFields().stream().skip(1))
                .isNotEmpty()
                .allMatch(field -> field.schema().isNullable())
                .noneMatch(field -> field.name().equals("Id"));
    }

    @Test
    void getSchemaWhenIdIsLongThenTheErrorFitsInTheHeadersThatClientsTake() {
        SchemaRequest unknown =
                SchemaRequest.newBuilder().setSchemaId("\u00e9".repeat(50_000)).build();

        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.blocking().getSchema(unknown));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refusal.getStatus().getDescription()).contains("\u00e9... not found.");
        assertThat(refusal.getStatus().getDescription()).hasSizeLessThan(400);
    }

    @Test
    void getSchemaWhenUnknownThenNotFound() {
        SchemaRequest unknown =
                SchemaRequest.newBuilder().setSchemaId("unknown").build();

        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.blocking().getSchema(unknown));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void schemaIdWhenOrgIsAnotherOneThenTheSame() {
        try (SalesforceSimulator another = Orders.org();
                PubSubClient there = new PubSubClient(another)) {
            assertThat(there.schemaId(Orders.TOPIC)).isEqualTo(client.schemaId(Orders.TOPIC));
            assertThat(there.schemaId(Orders.ACCOUNTS)).isEqualTo(client.schemaId(Orders.ACCOUNTS));
        }
    }

    @Test
    void schemaIdWhenDefinitionHasAnotherFieldThenAnotherOne() {
        try (SalesforceSimulator another = Orders.builder()
                        .schema(Orders.schema()
                                .withFields(Orders.TYPE, FieldDefinition.text("More__c", 5))
                                .withFields("Account", FieldDefinition.text("More__c", 5)))
                        .start();
                PubSubClient there = new PubSubClient(another)) {
            assertThat(there.schemaId(Orders.TOPIC)).isNotEqualTo(client.schemaId(Orders.TOPIC));
            assertThat(there.schemaId(Orders.ACCOUNTS)).isNotEqualTo(client.schemaId(Orders.ACCOUNTS));
        }
    }

    private TopicInfo topic(String name) {
        return client.blocking()
                .getTopic(TopicRequest.newBuilder().setTopicName(name).build());
    }
}
