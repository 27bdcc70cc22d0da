package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeEventsIT {

    private final SalesforceSimulator org = Orders.org();
    private final PubSubClient client = new PubSubClient(org);
    private final String user = org.runAsUserId().orElseThrow();

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void createWhenSubscribedThenHeaderAndFields() throws Exception {
        String id = account("Acme");

        GenericRecord event = events(Orders.ACCOUNTS, 1).get(0);

        assertThat(event.get("Name")).hasToString("Acme");
        assertThat(event.get("CreatedDate")).isInstanceOf(Long.class);
        GenericRecord header = (GenericRecord) event.get("ChangeEventHeader");
        assertThat(header.get("entityName")).hasToString("Account");
        assertThat(header.get("changeType")).hasToString("CREATE");
        assertThat(header.get("recordIds")).hasToString("[" + id + "]");
        assertThat(header.get("commitUser")).hasToString(user);
        assertThat((List<?>) header.get("changedFields")).isEmpty();
        assertThat((List<?>) header.get("nulledFields")).isEmpty();
    }

    @Test
    void updateWhenFieldsAreSetAndEmptiedThenBitmapsNameThem() throws Exception {
        String id = account("Acme");
        ObjectNode change = Orders.json("Phone", "1").putNull("Site");
        org.records().update("Account", id, change, user);

        GenericRecord event = events(Orders.ACCOUNTS, 2).get(1);

        assertThat(fieldsOf(event, "changedFields")).contains("Phone", "Site").doesNotContain("Name");
        assertThat(fieldsOf(event, "nulledFields")).containsExactly("Site");
        assertThat(fieldsOf(event, "diffFields")).isEmpty();
        assertThat(event.get("Name")).isNull();
        assertThat(event.get("Phone")).hasToString("1");
    }

    @Test
    void deleteWhenSubscribedThenHeaderOnly() throws Exception {
        String id = account("Acme");
        org.records().delete("Account", id, user);

        GenericRecord event = events(Orders.ACCOUNTS, 2).get(1);

        assertThat(((GenericRecord) event.get("ChangeEventHeader")).get("changeType"))
                .hasToString("DELETE");
        assertThat(event.get("Name")).isNull();
    }

    @Test
    void changesWhenOfSeveralObjectsThenOneChannelHasAll() throws Exception {
        account("Acme");
        org.records().create("Contact", Orders.json("LastName", "Doe"), user);

        assertThat(events("/data/ChangeEvents", 2))
                .extracting(event -> event.getSchema().getName())
                .containsExactly("AccountChangeEvent", "ContactChangeEvent");
    }

    @Test
    void changesWhenOneObjectAloneIsCapturedThenOnlyItsEvents() throws Exception {
        try (SalesforceSimulator contactsOnly =
                        Orders.builder().changeDataCapture("Contact"::equals).start();
                PubSubClient there = new PubSubClient(contactsOnly)) {
            String author = contactsOnly.runAsUserId().orElseThrow();
            contactsOnly.records().create("Account", Orders.json("Name", "Acme"), author);
            contactsOnly.records().create("Contact", Orders.json("LastName", "Doe"), author);

            assertThat(there.subscribe("/data/ChangeEvents", ReplayPreset.EARLIEST, 100)
                            .events(1))
                    .extracting(
                            event -> there.decode(event.getEvent()).getSchema().getName())
                    .containsExactly("ContactChangeEvent");
        }
    }

    private String account(String name) {
        return org.records().create("Account", Orders.json("Name", name).put("Site", "North"), user);
    }

    private List<GenericRecord> events(String topic, int count) throws Exception {
        return client.subscribe(topic, ReplayPreset.EARLIEST, 100).events(count).stream()
                .map(event -> client.decode(event.getEvent()))
                .toList();
    }

    private static List<String> fieldsOf(GenericRecord event, String bitmap) {
        List<?> words = (List<?>) ((GenericRecord) event.get("ChangeEventHeader")).get(bitmap);
        if (words.isEmpty()) {
            return List.of();
        }
        assertThat(words).hasSize(1);
        assertThat(words.get(0).toString()).matches("0x([0-9A-F]{2})+");
        BigInteger bits = new BigInteger(words.get(0).toString().substring(2), 16);
        return IntStream.range(0, event.getSchema().getFields().size())
                .filter(bits::testBit)
                .mapToObj(
                        position -> event.getSchema().getFields().get(position).name())
                .toList();
    }
}
