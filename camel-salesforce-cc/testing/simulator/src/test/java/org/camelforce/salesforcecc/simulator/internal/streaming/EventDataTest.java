package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.Test;

class EventDataTest {

    private final EventLog log =
            new EventLog(kind -> Duration.ofDays(1), new ManualTime(TestEvents.NOON), new Random(1));
    private final EventData data = new EventData(UnaryOperator.identity(), Schema.standard());

    @Test
    void ofWhenPlatformEventThenSchemaPayloadAndUuid() {
        LoggedEvent event = log.append(TestEvents.order(7));

        assertThat(asRead(event))
                .isEqualTo(TestEvents.json("{`schema`:`" + SchemaIds.of(TestEvents.ORDER)
                        + "`,`payload`:{`CreatedDate`:`2026-03-01T12:00:00.000Z`,`CreatedById`:`" + TestEvents.USER
                        + "`,`Number__c`:7},`event`:{`EventUuid`:`" + event.uuid() + "`,`replayId`:"
                        + event.replayId() + "}}"));
    }

    @Test
    void ofWhenChangeEventThenHeaderAndChangedFields() {
        LoggedEvent event = log.append(new ChangeEventConverter(Schema.standard())
                .of(TestEvents.alone(TestEvents.accountChange(
                        RecordChange.Kind.UPDATE,
                        "{`Id`:`001`,`Name`:`New`,`Phone`:null,`City`:`Ulm`,`LastModifiedDate`:`2026-03-01T12:00:00.000+0000`}",
                        "Phone",
                        "Name",
                        "LastModifiedDate"))));

        assertThat(asRead(event))
                .isEqualTo(TestEvents.json("{`schema`:`" + SchemaIds.of("AccountChangeEvent")
                        + "`,`payload`:{`ChangeEventHeader`:{`entityName`:`Account`,`recordIds`:[`"
                        + TestEvents.ACCOUNT_ID
                        + "`],`changeType`:`UPDATE`,`changeOrigin`:`com/salesforce/api/rest/67.0`,`transactionKey`:`tx-1`,"
                        + "`sequenceNumber`:1,`commitTimestamp`:" + TestEvents.NOON.toEpochMilli()
                        + ",`commitNumber`:1,"
                        + "`commitUser`:`" + TestEvents.USER + "`,`changedFields`:[`LastModifiedDate`,`Name`,`Phone`]},"
                        + "`Name`:`New`,`LastModifiedDate`:`2026-03-01T12:00:00.000Z`},`event`:{`replayId`:"
                        + event.replayId() + "}}"));
    }

    @Test
    void ofWhenPushTopicThenEventAndSobject() {
        LoggedEvent event = log.append(new NewEvent(
                LoggedEvent.Kind.PUSH_TOPIC, List.of("/topic/A"), "created", TestEvents.number(7), TestEvents.USER));

        assertThat(asRead(event))
                .isEqualTo(TestEvents.json("{`event`:{`createdDate`:`2026-03-01T12:00:00.000Z`,`type`:`created`,"
                        + "`replayId`:" + event.replayId() + "},`sobject`:{`Number__c`:7}}"));
    }

    @Test
    void ofWhenGenericThenEventAndText() {
        LoggedEvent event = log.append(TestEvents.generic("/u/x"));

        assertThat(asRead(event))
                .isEqualTo(TestEvents.json("{`event`:{`createdDate`:`2026-03-01T12:00:00.000Z`,`replayId`:"
                        + event.replayId() + "},`payload`:`hello`}"));
    }

    @Test
    void schemaWhenDefinitionIsTheSameThenIdIsTheSameAndHas22Characters() {
        assertThat(SchemaIds.of("a")).hasSize(22).isEqualTo(SchemaIds.of("a")).isNotEqualTo(SchemaIds.of("b"));
    }

    private ObjectNode asRead(LoggedEvent event) {
        return TestEvents.json(data.of(event).toString());
    }
}
