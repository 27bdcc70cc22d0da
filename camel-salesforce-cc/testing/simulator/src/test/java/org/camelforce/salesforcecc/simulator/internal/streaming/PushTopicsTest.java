package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTopicsTest {

    private static final String QUERY = "SELECT Id, Name FROM Account WHERE City = 'Ulm or Name' OR Phone != null";
    private static final String FOR_RECORD =
            "SELECT Id, Name FROM Account WHERE (City = 'Ulm or Name' OR Phone != null) AND Id = '"
                    + TestEvents.ACCOUNT_ID + "'";
    private static final ObjectNode ROW = TestEvents.json("{`Id`:`" + TestEvents.ACCOUNT_ID + "`,`Name`:`Acme`}");

    private final StubRecords records = new StubRecords();
    private final PushTopics topics = new PushTopics(records);

    @Test
    void ofWhenRecordMatchesThenTheSelectedFieldsAsCreated() {
        records.withPushTopics(TestEvents.pushTopic("Accounts", QUERY)).answering(FOR_RECORD, ROW);

        assertThat(topics.of(change(Kind.CREATE)))
                .containsExactly(new NewEvent(
                        LoggedEvent.Kind.PUSH_TOPIC, List.of("/topic/Accounts"), "created", ROW, TestEvents.USER));
    }

    @Test
    void ofWhenRecordDoesNotMatchThenNothing() {
        records.withPushTopics(TestEvents.pushTopic("Accounts", QUERY)).answering(FOR_RECORD);

        assertThat(topics.of(change(Kind.CREATE))).isEmpty();
    }

    @Test
    void ofWhenQueryHasNoConditionsThenOnlyTheRecordIsAskedFor() {
        records.withPushTopics(TestEvents.pushTopic("Accounts", "select Name from account"))
                .answering("select Name from account WHERE Id = '" + TestEvents.ACCOUNT_ID + "'", ROW);

        assertThat(topics.of(change(Kind.UNDELETE)))
                .singleElement()
                .extracting(NewEvent::type)
                .isEqualTo("undeleted");
    }

    @Test
    void ofWhenQueryHasMoreThanConditionsThenNoTopic() {
        records.withPushTopics(TestEvents.pushTopic("Accounts", QUERY + " ORDER BY Name"))
                .answering(FOR_RECORD + " ORDER BY Name", ROW);

        assertThat(topics.of(change(Kind.CREATE))).isEmpty();
    }

    @Test
    void ofWhenRecordIsDeletedThenItsIdAlone() {
        records.withPushTopics(TestEvents.pushTopic("Accounts", QUERY)).answeringWithDeleted(FOR_RECORD, ROW);

        assertThat(topics.of(change(Kind.DELETE)))
                .singleElement()
                .extracting(NewEvent::payload)
                .isEqualTo(TestEvents.json("{`Id`:`" + TestEvents.ACCOUNT_ID + "`}"));
    }

    @Test
    void ofWhenObjectIsAnotherThenNothing() {
        records.withPushTopics(TestEvents.pushTopic("Contacts", "SELECT Id FROM Contact"));

        assertThat(topics.of(change(Kind.CREATE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREATE,Create", "UPDATE,Update", "DELETE,Delete", "UNDELETE,Undelete"})
    void ofWhenOperationIsSwitchedOffThenNothing(Kind kind, String operation) {
        ObjectNode topic = TestEvents.pushTopic("Accounts", QUERY).put("NotifyForOperation" + operation, false);
        records.withPushTopics(topic).answering(FOR_RECORD, ROW).answeringWithDeleted(FOR_RECORD, ROW);

        assertThat(topics.of(change(kind, "Name"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "All,Fax,1",
        "Referenced,Name,1",
        "Referenced,City,1",
        "Referenced,Fax,0",
        "Select,Name,1",
        "Select,City,0",
        "Where,City,1",
        "Where,Name,0",
        ",Fax,0",
        ",Phone,1"
    })
    void ofWhenFieldIsUpdatedThenNotifyForFieldsDecides(String notifyForFields, String changed, int events) {
        ObjectNode topic = TestEvents.pushTopic("Accounts", QUERY).put("NotifyForFields", notifyForFields);
        records.withPushTopics(topic).answering(FOR_RECORD, ROW);

        assertThat(topics.of(change(Kind.UPDATE, changed))).hasSize(events);
    }

    @Test
    void ofWhenTopicsHaveChangedThenTheNewOnesCount() {
        records.withPushTopics().answering(FOR_RECORD, ROW);
        assertThat(topics.of(change(Kind.CREATE))).isEmpty();
        records.withPushTopics(TestEvents.pushTopic("Accounts", QUERY));
        topics.of(TestEvents.change(Kind.CREATE, "PushTopic", "{}", "tx-2"));

        assertThat(topics.of(change(Kind.CREATE))).hasSize(1);
    }

    @Test
    void ofWhenOrgHasNoPushTopicsThenNothing() {
        assertThat(topics.of(change(Kind.CREATE))).isEmpty();
    }

    private static RecordChange change(Kind kind, String... changed) {
        return TestEvents.accountChange(kind, "{}", changed);
    }
}
