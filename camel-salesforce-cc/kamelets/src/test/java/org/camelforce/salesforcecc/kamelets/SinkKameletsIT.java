package org.camelforce.salesforcecc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = Orders.class)
class SinkKameletsIT {

    @Test
    void createWhenBodyIsJsonThenTheOrgHasTheRecord(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            assertThat(app.send("create", "{\"Name\": \"Acme\"}")).contains("\"success\":true");

            assertThat(names(org)).containsExactly("Acme");
        }
    }

    @Test
    void upsertWhenRecordIsNewThenCreatesItWithItsExternalId(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            app.send("upsert", "{\"Legacy_Id__c\": \"A 1/2\", \"Name\": \"Acme\"}");

            assertThat(byLegacyId(org, "A 1/2").get("Name").asText()).isEqualTo("Acme");
        }
    }

    @Test
    void upsertWhenRecordIsThereThenUpdatesIt(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            app.send("upsert", "{\"Legacy_Id__c\": \"A-1\", \"Name\": \"Acme\"}");
            app.send("upsert", "{\"Name\": \"Acme Spares\", \"Legacy_Id__c\": \"A-1\"}");

            assertThat(names(org)).containsExactly("Acme Spares");
        }
    }

    @Test
    void upsertWhenNumberHasManyDigitsThenAllOfThemAreSent(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            List<Object> sent = new CopyOnWriteArrayList<>();
            app.onSending("upsertSObject", sent::add);

            app.send("upsert", "{\"Legacy_Id__c\": \"A-1\", \"Name\": \"Acme\", \"Credit__c\": 1234567890123456.78}");

            assertThat(sent).singleElement().asString().contains("1234567890123456.78");
        }
    }

    @Test
    void upsertWhenExternalIdIsMissingThenFailsAndSendsNothing(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            assertThatThrownBy(() -> app.send("upsert", "{\"Name\": \"Acme\"}"))
                    .hasStackTraceContaining("sObjectIdValue is missing");

            assertThat(names(org)).isEmpty();
        }
    }

    @Test
    void deleteWhenBodyHasTheIdThenTheRecordIsGone(SalesforceSimulator org) throws Exception {
        String id = Orders.createAccount(org, "Acme");
        Orders.createAccount(org, "Zenith");
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            app.send("delete", "{\"Id\": \"" + id + "\", \"Name\": \"Acme\"}");

            assertThat(names(org)).containsExactly("Zenith");
        }
    }

    @Test
    void deleteWhenBodyHasNoIdThenFails(SalesforceSimulator org) throws Exception {
        Orders.createAccount(org, "Acme");
        try (KameletApp app = KameletApp.start(org, "sinks")) {
            assertThatThrownBy(() -> app.send("delete", "{\"Name\": \"Acme\"}"))
                    .hasStackTraceContaining("sObjectId is missing");

            assertThat(names(org)).containsExactly("Acme");
        }
    }

    private static List<String> names(SalesforceSimulator org) {
        return org.records().query("SELECT Name FROM Account ORDER BY Name").stream()
                .map(row -> row.get("Name").asText())
                .toList();
    }

    private static ObjectNode byLegacyId(SalesforceSimulator org, String id) {
        return org.records().retrieveByExternalId("Account", "Legacy_Id__c", id);
    }
}
