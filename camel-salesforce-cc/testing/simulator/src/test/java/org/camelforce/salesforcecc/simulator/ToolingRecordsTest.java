package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ToolingRecordsTest {

    private static final String V = "/services/data/v67.0/";
    private static SalesforceSimulator simulator;
    private static TestClient client;

    @BeforeAll
    static void start() {
        simulator = SalesforceSimulator.builder()
                .changeDataCapture(entity -> !entity.equals("Lead"))
                .start();
        client = new TestClient(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void queryWhenSubscriptionsAreDefinedThenListedWithTheirState() throws Exception {
        String first = simulator.managedSubscriptions().define(Definition.earliest("Orders", "/event/Order__e"));
        String again = simulator.managedSubscriptions().define(Definition.latest("Orders", "/event/Order__e"));
        String other = simulator.managedSubscriptions().define(Definition.latest("Changes", "/data/ChangeEvents"));
        simulator.managedSubscriptions().setRunning("Changes", false);

        JsonNode records = query("SELECT Id, DeveloperName, TopicName, DefaultReplay, ErrorRecoveryReplay, State"
                + " FROM ManagedEventSubscription ORDER BY DeveloperName");

        assertThat(records.findValuesAsText("Id")).containsExactly(other, again).doesNotContain(first);
        assertThat(records.findValuesAsText("DeveloperName")).containsExactly("Changes", "Orders");
        assertThat(records.findValuesAsText("State")).containsExactly("STOP", "RUN");
        assertThat(records.path(1).path("TopicName").asText()).isEqualTo("/event/Order__e");
        assertThat(records.path(1).path("DefaultReplay").asText()).isEqualTo("LATEST");
    }

    @Test
    void queryWhenChangesAreCapturedThenMembersOfTheStandardChannel() throws Exception {
        assertThat(query("SELECT SelectedEntity FROM PlatformEventChannelMember WHERE EventChannel = 'ChangeEvents'")
                        .findValuesAsText("SelectedEntity"))
                .contains("AccountChangeEvent", "ContactChangeEvent")
                .doesNotContain("LeadChangeEvent", "AttachmentChangeEvent", "LoginHistoryChangeEvent");
    }

    @Test
    void queryWhenListViewsAreAskedThenThoseOfTheResource() throws Exception {
        String id = TestClient.json(client.get(
                        V + "query?q=SELECT+Id+FROM+ListView+WHERE+SobjectType='Account'".replace("'", "%27"),
                        client.login()))
                .at("/records/0/Id")
                .asText();

        assertThat(TestClient.json(client.get(V + "sobjects/Account/listviews/" + id, client.login()))
                        .path("label")
                        .asText())
                .isEqualTo("All Accounts");
    }

    private static JsonNode query(String soql) throws IOException, InterruptedException {
        return TestClient.json(client.get(
                        V + "tooling/query?q="
                                + java.net.URLEncoder.encode(soql, java.nio.charset.StandardCharsets.UTF_8),
                        client.login()))
                .path("records");
    }
}
