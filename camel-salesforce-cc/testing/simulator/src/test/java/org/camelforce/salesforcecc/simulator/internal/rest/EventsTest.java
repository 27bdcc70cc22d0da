package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final String EVENTS = RestOrg.V + "sobjects/Order_Placed__e";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void publishWhenValidThenEnqueuedWithUuid() {
        RestOrg.Answer answer = org.post(EVENTS, "{\"number__c\":\"A-1\",\"Total__c\":12.50}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/success").asBoolean()).isTrue();
        assertThat(answer.text("/id")).startsWith("e0").hasSize(18);
        assertThat(answer.at("/errors"))
                .hasToString("[{\"statusCode\":\"OPERATION_ENQUEUED\",\"message\":\"" + RecordingEventBus.UUID
                        + "\",\"fields\":[]}]");
        RecordingEventBus.Published event = org.events.published.get(0);
        assertThat(event.type()).isEqualTo("Order_Placed__e");
        assertThat(event.userId()).isEqualTo(RestOrg.USER);
        assertThat(event.payload())
                .hasToString("{\"Number__c\":\"A-1\",\"Express__c\":false,\"Placed_At__c\":null,\"Total__c\":12.5}");
    }

    @Test
    void publishWhenUnknownFieldThenRefused() {
        RestOrg.Answer answer = org.post(EVENTS, "{\"Number__c\":\"A-1\",\"Nope__c\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(org.events.published).isEmpty();
    }

    @Test
    void publishWhenRequiredFieldMissingThenRefused() {
        RestOrg.Answer answer = org.post(EVENTS, "{}");

        assertThat(answer.text("/0/errorCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(org.events.published).isEmpty();
    }

    @Test
    void publishWhenCollectionThenEachEnqueued() {
        RestOrg.Answer answer = org.post(
                RestOrg.V + "composite/sobjects",
                """
                {"records":[
                  {"attributes":{"type":"Order_Placed__e"},"Number__c":"A-1"},
                  {"attributes":{"type":"Order_Placed__e"},"Number__c":"A-2"}]}""");

        assertThat(answer.text("/1/errors/0/statusCode")).isEqualTo("OPERATION_ENQUEUED");
        assertThat(org.events.published).hasSize(2);
    }

    @Test
    void readWhenEventThenNoSuchResource() {
        assertThat(org.get(EVENTS + "/e00000000000001AAA").status()).isEqualTo(404);
    }

    @Test
    void pushWhenChannelThenGenericEventPublished() {
        String id = org.create("StreamingChannel", "{\"Name\":\"/u/news\"}");

        RestOrg.Answer answer = org.post(
                RestOrg.V + "sobjects/StreamingChannel/" + id + "/push",
                "{\"pushEvents\":[{\"payload\":\"hello\",\"userIds\":[]}]}");

        assertThat(answer.body()).hasToString("[{\"fanoutCount\":-1,\"userOnlineStatus\":{}}]");
        assertThat(org.events.generic).containsExactly("/u/news hello");
    }

    @Test
    void eventSchemaWhenCompactThenPayloadAlone() {
        RestOrg.Answer answer = org.get(EVENTS + "/eventSchema?payloadFormat=COMPACT");

        assertThat(answer.text("/name")).isEqualTo("Order_Placed__e");
        assertThat(answer.at("/fields").findValuesAsText("name"))
                .containsExactly("CreatedDate", "CreatedById", "Number__c", "Express__c", "Placed_At__c", "Total__c");
        assertThat(answer.text("/uuid")).hasSize(22);
        assertThat(answer.text("/type")).isEqualTo("record");
        assertThat(answer.at("/fields/0"))
                .hasToString("{\"name\":\"CreatedDate\",\"type\":\"long\",\"doc\":\"CreatedDate:DateTime\"}");
        assertThat(answer.at("/fields/1"))
                .hasToString("{\"name\":\"CreatedById\",\"type\":\"string\",\"doc\":\"CreatedBy:EntityId\"}");
        assertThat(answer.text("/fields/2/doc")).matches("Data:Text:00N[0-9A-Za-z]{12}");
    }

    @Test
    void eventSchemaWhenExpandedThenMessageWithDatesAsText() {
        RestOrg.Answer answer = org.get(EVENTS + "/eventSchema");

        assertThat(answer.text("/type")).isEqualTo("expanded-record");
        assertThat(answer.at("/fields/0/type/fields/1/type/fields/0"))
                .hasToString("{\"name\":\"CreatedDate\",\"type\":\"string\",\"doc\":\"CreatedDate:DateTime\"}");
        assertThat(answer.at("/fields/0/type/fields/1/type/fields"))
                .hasSameSizeAs(
                        org.get(EVENTS + "/eventSchema?payloadFormat=COMPACT").at("/fields"));
    }

    @Test
    void eventSchemaWhenVersionIs42ThenCompactWithoutChoice() {
        String events = EVENTS.replace("v67.0", "v42.0");

        assertThat(org.get(events + "/eventSchema").text("/type")).isEqualTo("record");
        assertThat(org.get(events + "/eventSchema?payloadFormat=EXPANDED").status())
                .isEqualTo(400);
    }

    @Test
    void eventSchemaWhenFormatIsUnknownThenBadRequest() {
        assertThat(org.get(EVENTS + "/eventSchema?payloadFormat=TINY").status()).isEqualTo(400);
    }

    @Test
    void eventSchemaWhenAskedByIdThenTheSame() {
        RestOrg.Answer byName = org.get(EVENTS + "/eventSchema?payloadFormat=EXPANDED");

        RestOrg.Answer byId =
                org.get(RestOrg.V + "event/eventSchema/" + byName.text("/uuid") + "?payloadFormat=EXPANDED");

        assertThat(byId.status()).isEqualTo(200);
        assertThat(byId.body()).isEqualTo(byName.body());
        assertThat(byId.text("/fields/1/name")).isEqualTo("channel");
    }

    @Test
    void eventSchemaWhenObjectHasRecordsThenNoSuchResource() {
        assertThat(org.get(RestOrg.V + "sobjects/Account/eventSchema").status()).isEqualTo(404);
    }
}
