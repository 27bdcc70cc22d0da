package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTopicsOnRecordsTest {

    private final RecordStore records = new H2Records(Schema.standard(), new ManualTime(TestEvents.NOON));
    private final List<NewEvent> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        PushTopics topics = new PushTopics(records);
        records.addListener(change -> events.addAll(topics.of(change)));
        create(
                "PushTopic",
                "{`Name`:`Berlin`,`ApiVersion`:67.0,`Query`:`SELECT Id, Name FROM Account WHERE BillingCity = 'Berlin'`}");
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void createWhenRecordMatchesThenEventOfItsSelectedFields() {
        String id = create("Account", "{`Name`:`Acme`,`BillingCity`:`Berlin`}");
        create("Account", "{`Name`:`Other`,`BillingCity`:`Ulm`}");

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.channels()).containsExactly("/topic/Berlin");
            assertThat(event.type()).isEqualTo("created");
            assertThat(event.payload()).isEqualTo(TestEvents.json("{`Id`:`" + id + "`,`Name`:`Acme`}"));
        });
    }

    @Test
    void updateWhenFieldIsNotReferencedThenNoEvent() {
        String id = create("Account", "{`Name`:`Acme`,`BillingCity`:`Berlin`}");
        events.clear();
        records.update("Account", id, TestEvents.json("{`Phone`:`1`}"), TestEvents.USER);
        assertThat(events).isEmpty();

        records.update("Account", id, TestEvents.json("{`Name`:`Acme AG`}"), TestEvents.USER);

        assertThat(events).singleElement().extracting(NewEvent::type).isEqualTo("updated");
    }

    @Test
    void deleteWhenRecordMatchedThenEventOfItsId() {
        String id = create("Account", "{`Name`:`Acme`,`BillingCity`:`Berlin`}");
        events.clear();
        records.delete("Account", id, TestEvents.USER);

        assertThat(events)
                .singleElement()
                .extracting(NewEvent::payload)
                .isEqualTo(TestEvents.json("{`Id`:`" + id + "`}"));
    }

    @Test
    void createWhenTopicHasBeenDeactivatedThenNoEvent() {
        String topic = records.query("SELECT Id FROM PushTopic", false)
                .rows()
                .get(0)
                .path("Id")
                .asText();
        records.update("PushTopic", topic, TestEvents.json("{`IsActive`:false}"), TestEvents.USER);
        create("Account", "{`Name`:`Acme`,`BillingCity`:`Berlin`}");

        assertThat(events).isEmpty();
    }

    private String create(String type, String fields) {
        ObjectNode values = TestEvents.json(fields);
        return records.create(type, values, TestEvents.USER);
    }
}
