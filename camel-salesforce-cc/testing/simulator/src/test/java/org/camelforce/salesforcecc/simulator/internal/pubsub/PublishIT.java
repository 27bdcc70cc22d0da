package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishIT {

    private final SalesforceSimulator org = Orders.org();
    private final PubSubClient client = new PubSubClient(org);

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void publishWhenEventIsValidThenCometdShowsItUnderTheSameReplayId() throws Exception {
        PublishResult result = client.publish(client.order("", "17")).getResults(0);

        JsonNode data =
                new CometdReader(org, client.token).retained(Orders.TOPIC, 1).get(0);
        assertThat(data.path("payload").path("Number__c").asText()).isEqualTo("17");
        assertThat(data.path("payload").path("CreatedById").asText())
                .isEqualTo(org.runAsUserId().orElseThrow());
        assertThat(data.path("event").path("replayId").asLong())
                .isEqualTo(result.getReplayId().asReadOnlyByteBuffer().getLong());
        assertThat(data.path("event").path("EventUuid").asText()).isEqualTo(result.getCorrelationKey());
    }

    @Test
    void publishWhenFieldsAreDatesThenLoggedAsText() throws Exception {
        Map<String, Object> values = new HashMap<>(
                Map.of("CreatedDate", 0L, "CreatedById", "", "Number__c", "1", "Paid__c", true, "Total__c", 9.5));
        values.put("Sent__c", Orders.START.toEpochMilli());
        values.put("Due__c", Orders.START.toEpochMilli());
        String schemaId = client.schemaId(Orders.TOPIC);
        Schema schema = client.schema(schemaId);

        client.publish(ProducerEvent.newBuilder()
                .setSchemaId(schemaId)
                .setPayload(PubSubClient.payload(schema, values))
                .build());

        JsonNode payload = new CometdReader(org, client.token)
                .retained(Orders.TOPIC, 1)
                .get(0)
                .path("payload");
        assertThat(payload.path("Sent__c").asText()).startsWith("2026-03-01T10:00:00.000");
        assertThat(payload.path("Due__c").asText()).isEqualTo("2026-03-01");
        assertThat(payload.path("Total__c").asDouble()).isEqualTo(9.5);
        assertThat(payload.path("Paid__c").asBoolean()).isTrue();
    }

    @Test
    void publishWhenIdIsGivenThenItIsTheCorrelationKey() {
        String id = "e981b488-81f3-4fcc-bd6f-f7033c9d7ac3";

        assertThat(client.publish(client.order(id, "1")).getResults(0).getCorrelationKey())
                .isEqualTo(id);
    }

    @Test
    void publishWhenOneOfTwoCannotBeReadThenTheOtherIsPublished() {
        ProducerEvent broken = client.order("broken", "1").toBuilder()
                .setPayload(ByteString.copyFromUtf8("x"))
                .build();

        PublishResponse response = client.publish(broken, client.order("", "2"));

        assertThat(response.getResults(0).getError().getCode()).isEqualTo(ErrorCode.PUBLISH);
        assertThat(response.getResults(0).getError().getMsg()).contains("Order__e");
        assertThat(response.getResults(0).getCorrelationKey()).isEqualTo("broken");
        assertThat(response.getResults(1).hasError()).isFalse();
    }

    @Test
    void publishWhenRequiredFieldIsEmptyThenErrorNamesIt() {
        assertThat(client.publish(client.order("", "")).getResults(0).getError().getMsg())
                .contains("Number__c");
    }

    @Test
    void publishWhenSchemaIsOfAnotherTopicThenError() {
        ProducerEvent event = client.order("", "1").toBuilder()
                .setSchemaId(client.schemaId(Orders.ACCOUNTS))
                .build();

        assertThat(client.publish(event).getResults(0).hasError()).isTrue();
    }

    @Test
    void publishWhenSchemaIdIsBlankThenInvalidArgument() {
        assertRefused(
                PubSubClient.request(
                        client.order("", "1").toBuilder().clearSchemaId().build()),
                Status.Code.INVALID_ARGUMENT,
                "Schema validation failed. The schema ID can't be blank.");
    }

    @Test
    void publishWhenThereAreNoEventsThenInvalidArgument() {
        assertRefused(PubSubClient.request(), Status.Code.INVALID_ARGUMENT, "must have events");
    }

    @Test
    void publishWhenTopicIsOfChangesThenDenied() {
        assertRefused(
                PubSubClient.request(client.order("", "1")).toBuilder()
                        .setTopicName(Orders.ACCOUNTS)
                        .build(),
                Status.Code.PERMISSION_DENIED,
                Orders.ACCOUNTS);
    }

    @Test
    void publishWhenRequestIsTooLargeThenLooksLikeANetworkFault() {
        ProducerEvent large = client.order("", "1").toBuilder()
                .setPayload(ByteString.copyFrom(new byte[5 * 1024 * 1024]))
                .build();

        assertRefused(PubSubClient.request(large), Status.Code.UNAVAILABLE, "upstream connect error");
    }

    private void assertRefused(PublishRequest request, Status.Code status, String message) {
        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.blocking().publish(request));

        assertThat(refusal.getStatus().getCode()).isEqualTo(status);
        assertThat(refusal.getStatus().getDescription()).contains(message);
    }
}
