package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEventConverterTest {

    private static final String RECORD =
            "{`Id`:`001000000000001AAA`,`Name`:`Acme`,`Phone`:null,`IsDeleted`:false,`SystemModstamp`:`now`}";

    private final ChangeEventConverter events = new ChangeEventConverter(Schema.standard());

    @Test
    void ofWhenCreatedThenAllValuesAndEmptyChangedFields() {
        NewEvent event = events.of(accountChange(RecordChange.Kind.CREATE, RECORD, "Id", "Name"));

        assertThat(event.payload().fieldNames()).toIterable().containsExactly("ChangeEventHeader", "Name");
        assertThat(event.payload().at("/ChangeEventHeader/changedFields")).hasToString("[]");
    }

    @Test
    void ofWhenDeletedThenHeaderOnly() {
        NewEvent event = events.of(accountChange(RecordChange.Kind.DELETE, RECORD));

        assertThat(event.payload().fieldNames()).toIterable().containsExactly("ChangeEventHeader");
        assertThat(event.payload().at("/ChangeEventHeader/changeType").asText()).isEqualTo("DELETE");
        assertThat(event.payload().at("/ChangeEventHeader/changedFields")).hasToString("[]");
    }

    @Test
    void ofWhenUndeletedThenAllValues() {
        NewEvent event = events.of(accountChange(RecordChange.Kind.UNDELETE, RECORD));

        assertThat(event.payload().fieldNames()).toIterable().containsExactly("ChangeEventHeader", "Name");
    }

    @Test
    void ofWhenAnythingChangedThenOnItsOwnAndTheCommonChannel() {
        NewEvent event = events.of(accountChange(RecordChange.Kind.CREATE, RECORD));

        assertThat(event.channels()).containsExactly("/data/AccountChangeEvent", "/data/ChangeEvents");
    }

    @Test
    void ofWhenTransactionIsTheSameThenSoIsTheCommitNumber() {
        assertThat(commitNumber("tx-1")).isEqualTo(commitNumber("tx-1")).isLessThan(commitNumber("tx-2"));
    }

    private static MergedChange accountChange(RecordChange.Kind kind, String record, String... changed) {
        return TestEvents.alone(TestEvents.accountChange(kind, record, changed));
    }

    private long commitNumber(String transaction) {
        RecordChange change = TestEvents.change(RecordChange.Kind.CREATE, "Account", RECORD, transaction);
        JsonNode payload = events.of(TestEvents.alone(change)).payload();
        return payload.at("/ChangeEventHeader/commitNumber").asLong();
    }

    @ParameterizedTest
    @CsvSource({"Account,AccountChangeEvent", "Order__c,Order__ChangeEvent"})
    void typeOfWhenObjectIsGivenThenNamesItsEventAndBack(String entity, String type) {
        assertThat(ChangeEventConverter.typeOf(entity)).isEqualTo(type);
        assertThat(ChangeEventConverter.entityOf(type)).isEqualTo(entity);
    }

    @Test
    void entityOfWhenNameIsNoChangeEventThenEmpty() {
        assertThat(ChangeEventConverter.entityOf("Account")).isEmpty();
    }
}
