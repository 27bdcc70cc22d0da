package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Change events as subscribers of both APIs get them, of changes made by the REST API. */
class ChangeEventsOnTheWireIT {

    private static final String CONTACTS = "/data/ContactChangeEvent";

    private final ManualTime time = new ManualTime(Orders.START);
    private final SalesforceSimulator org = Orders.orgAt(time);
    private final PubSubClient client = new PubSubClient(org);
    private final CometdReader cometd = new CometdReader(org, client.token);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String user = org.runAsUserId().orElseThrow();

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void changeWhenReadByCometdThenItsDatesCanBeParsedAsInstants() throws Exception {
        account("Acme");

        JsonNode payload = cometd.retained(Orders.ACCOUNTS, 1).get(0).path("payload");

        assertThat(Instant.parse(payload.path("LastModifiedDate").asText())).isEqualTo(Orders.START);
        assertThat(payload.path("CreatedDate").asText()).isEqualTo("2026-03-01T10:00:00.000Z");
    }

    @Test
    void platformEventWhenItHasADateTimeThenCometdWritesItWithZ() throws Exception {
        send("POST", "sobjects/Order__e", "{`Number__c`:`1`,`Sent__c`:`2026-03-01T11:30:00.000+0100`}");

        JsonNode payload = cometd.retained(Orders.TOPIC, 1).get(0).path("payload");

        assertThat(payload.path("Sent__c").asText()).isEqualTo("2026-03-01T10:30:00.000Z");
    }

    @Test
    void updateWhenThreeRecordsChangeAlikeThenCometdHasOneEventOfAll() throws Exception {
        List<String> ids = List.of(account("A"), account("B"), account("C"));
        update(ids);

        JsonNode header = cometd.retained(Orders.ACCOUNTS, 4).get(3).at("/payload/ChangeEventHeader");

        assertThat(header.path("recordIds")).extracting(JsonNode::asText).containsExactlyElementsOf(ids);
        assertThat(header.path("sequenceNumber").asInt()).isEqualTo(1);
        assertThat(header.path("changedFields"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("Industry", "LastModifiedDate");
    }

    @Test
    void updateWhenThreeRecordsChangeAlikeThenPubSubHasOneEventOfAll() throws Exception {
        List<String> ids = List.of(account("A"), account("B"), account("C"));
        update(ids);

        GenericRecord event = client.decode(client.subscribe(Orders.ACCOUNTS, ReplayPreset.EARLIEST, 100)
                .events(4)
                .get(3)
                .getEvent());

        GenericRecord header = (GenericRecord) event.get("ChangeEventHeader");
        assertThat(header.get("recordIds")).hasToString(ids.toString());
        assertThat(event.get("Industry")).hasToString("Retail");
    }

    @Test
    void createWhenRecordHasCompoundFieldsThenCometdNestsTheirParts() throws Exception {
        contact();

        JsonNode payload = cometd.retained(CONTACTS, 1).get(0).path("payload");

        assertThat(payload.path("Name")).hasToString("{`LastName`:`Roe`,`FirstName`:`Jane`}".replace('`', '"'));
        assertThat(payload.path("MailingAddress")).hasToString("{`Street`:`Weg 1`,`City`:`Berlin`}".replace('`', '"'));
        assertThat(payload.has("OtherAddress")).isFalse();
        assertThat(payload.has("FirstName")).isFalse();
        assertThat(payload.has("MailingCity")).isFalse();
    }

    @Test
    void updateWhenPartsOfCompoundFieldsChangeThenCometdNamesAndNestsThemAlone() throws Exception {
        update(contact(), "{`FirstName`:`Joan`,`MailingCity`:null,`Phone`:`1`}");

        JsonNode payload = cometd.retained(CONTACTS, 2).get(1).path("payload");

        assertThat(payload.at("/ChangeEventHeader/changedFields"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("LastModifiedDate", "MailingAddress.City", "Name.FirstName", "Phone");
        assertThat(payload.path("Name")).hasToString("{`FirstName`:`Joan`}".replace('`', '"'));
        assertThat(payload.has("MailingAddress")).isFalse();
    }

    @Test
    void createWhenRecordHasCompoundFieldsThenPubSubHasRecordsOfTheirParts() throws Exception {
        contact();

        GenericRecord event = event(CONTACTS, 0);

        assertThat(((GenericRecord) event.get("Name")).get("LastName")).hasToString("Roe");
        assertThat(((GenericRecord) event.get("MailingAddress")).get("City")).hasToString("Berlin");
        assertThat(event.get("OtherAddress")).isNull();
        assertThat(event.getSchema().getField("MailingCity")).isNull();
    }

    @Test
    void updateWhenPartsOfCompoundFieldsChangeThenPubSubHasNestedBitmaps() throws Exception {
        update(contact(), "{`FirstName`:`Joan`,`MailingCity`:null,`Phone`:`1`}");

        GenericRecord event = event(CONTACTS, 1);

        GenericRecord header = (GenericRecord) event.get("ChangeEventHeader");
        int name = event.getSchema().getField("Name").pos();
        int mailing = event.getSchema().getField("MailingAddress").pos();
        assertThat((List<?>) header.get("changedFields"))
                .hasSize(3)
                .extracting(Object::toString)
                .contains(name + "-0x02", mailing + "-0x02");
        assertThat((List<?>) header.get("nulledFields"))
                .extracting(Object::toString)
                .containsExactly(mailing + "-0x02");
    }

    @Test
    void createWhenAccountThenItsNameIsATextInASchemaThatAllowsAPersonsName() throws Exception {
        account("Acme");

        GenericRecord event = event(Orders.ACCOUNTS, 0);

        assertThat(event.get("Name")).hasToString("Acme");
        assertThat(event.getSchema().getField("Name").schema().getTypes())
                .extracting(Schema::getName)
                .containsExactly("null", "string", "Switchable_PersonName");
    }

    private GenericRecord event(String topic, int index) throws Exception {
        return client.decode(client.subscribe(topic, ReplayPreset.EARLIEST, 100)
                .events(index + 1)
                .get(index)
                .getEvent());
    }

    private String contact() {
        return org.records()
                .create(
                        "Contact",
                        Orders.json("LastName", "Roe")
                                .put("FirstName", "Jane")
                                .put("MailingStreet", "Weg 1")
                                .put("MailingCity", "Berlin"),
                        user);
    }

    private void update(String contact, String fields) throws Exception {
        send("PATCH", "sobjects/Contact/" + contact, fields);
    }

    private void update(List<String> ids) throws Exception {
        String rows = String.join(
                ",",
                ids.stream()
                        .map(id -> "{`attributes`:{`type`:`Account`},`Id`:`" + id + "`,`Industry`:`Retail`}")
                        .toList());
        send("PATCH", "composite/sobjects", "{`records`:[" + rows + "]}");
    }

    private void send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.getLoginUrl() + "/services/data/v67.0/" + path))
                .header("Authorization", "Bearer " + client.token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('`', '"')))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isLessThan(300);
    }

    private String account(String name) {
        return org.records().create("Account", Orders.json("Name", name), user);
    }
}
