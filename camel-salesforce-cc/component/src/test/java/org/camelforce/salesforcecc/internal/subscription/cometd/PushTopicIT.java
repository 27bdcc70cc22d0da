package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a subscription does to the org before its first stream. */
@WithSalesforceSimulator
class PushTopicIT {

    private static final String QUERY = "&notifyForFields=ALL&notifyForOperationCreate=true";
    private static final String ACCOUNTS = "Accounts?sObjectQuery=SELECT Id, Name FROM Account" + QUERY;

    private Streams streams;

    @BeforeEach
    void start(SalesforceSimulator simulator) {
        streams = new Streams(simulator);
    }

    @AfterEach
    void stop() throws Exception {
        streams.close();
    }

    @Test
    void prepareWhenThereIsNoTopicThenItIsCreated() throws Exception {
        streams.source(ACCOUNTS).prepare();

        assertThat(queries()).containsExactly("SELECT Id, Name FROM Account");
    }

    @Test
    void prepareWhenTheTopicIsAsItShouldBeThenItStaysAsItIs() throws Exception {
        streams.source(ACCOUNTS).prepare();
        streams.source(ACCOUNTS).prepare();

        assertThat(queries()).containsExactly("SELECT Id, Name FROM Account");
    }

    @Test
    void prepareWhenTheQueryIsAnotherAndUpdateTopicIsSetThenTheTopicIsUpdated() throws Exception {
        streams.source(ACCOUNTS).prepare();

        streams.source("Accounts?updateTopic=true&sObjectQuery=SELECT Id FROM Account" + QUERY)
                .prepare();

        assertThat(queries()).containsExactly("SELECT Id FROM Account");
    }

    @Test
    void prepareWhenTheQueryIsAnotherAndUpdateTopicIsNotSetThenFailsAndNamesTheOption() throws Exception {
        streams.source(ACCOUNTS).prepare();

        assertThatThrownBy(() -> streams.source("Accounts?sObjectQuery=SELECT Id FROM Account" + QUERY)
                        .prepare())
                .hasMessageContaining("updateTopic");
        assertThat(queries()).containsExactly("SELECT Id, Name FROM Account");
    }

    @Test
    void prepareWhenTheOrgRefusesTheTopicThenFailsAndSaysWhyAndWhich() {
        Fault refused = new Fault.Answer(
                400, "application/json", "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"Name: no such column\"}]");
        streams.org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ZERO), 1);
        streams.org.faults().inject(FaultPoint.REST_REQUEST, refused, 1);

        assertThatThrownBy(() -> streams.source(ACCOUNTS).prepare())
                .hasMessageContaining("PushTopic Accounts")
                .hasMessageContaining("no such column");
    }

    @Test
    void prepareWhenTheOrgDoesNotAnswerThenFailsAndTheNextTimeItIsCreated() throws Exception {
        Fault broken = new Fault.Answer(503, "text/html", "<html>Service unavailable</html>");
        streams.org.faults().inject(FaultPoint.REST_REQUEST, broken, 1);
        assertThatThrownBy(() -> streams.source(ACCOUNTS).prepare()).hasMessageContaining("Topic Accounts");

        streams.source(ACCOUNTS).prepare();

        assertThat(queries()).hasSize(1);
    }

    @Test
    void prepareWhenTheChannelIsNoPushTopicThenNothingIsCreated() throws Exception {
        streams.source("/u/Notes?sObjectQuery=SELECT Id FROM Account").prepare();

        assertThat(queries()).isEmpty();
    }

    @Test
    void f7PrepareWhenOperationsAreChosenThenTheTopicHasThem() throws Exception {
        streams.source(
                        "Accounts?sObjectQuery=SELECT Id FROM Account&notifyForOperationCreate=false"
                                + "&notifyForOperationUpdate=true&notifyForOperationDelete=true&notifyForOperationUndelete=false")
                .prepare();

        assertThat(streams.org
                        .records()
                        .query("SELECT NotifyForOperationCreate, NotifyForOperationUpdate, NotifyForOperationDelete,"
                                + " NotifyForOperationUndelete FROM PushTopic"))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.path("NotifyForOperationCreate").asBoolean())
                            .isFalse();
                    assertThat(topic.path("NotifyForOperationUpdate").asBoolean())
                            .isTrue();
                    assertThat(topic.path("NotifyForOperationDelete").asBoolean())
                            .isTrue();
                    assertThat(topic.path("NotifyForOperationUndelete").asBoolean())
                            .isFalse();
                });
    }

    @Test
    void f7PrepareWhenOperationsAreChosenTogetherThenRefusedByName() {
        assertThatThrownBy(() -> streams.source("Accounts?sObjectQuery=SELECT Id FROM Account&notifyForOperations=ALL")
                        .prepare())
                .hasMessageStartingWith("Option notifyForOperations ");
    }

    private List<String> queries() {
        return streams.org.records().query("SELECT Query FROM PushTopic").stream()
                .map(row -> row.path("Query"))
                .map(JsonNode::asText)
                .toList();
    }
}
