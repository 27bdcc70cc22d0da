package org.camelforce.salesforcecc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;

/** Key, secret and My Domain URL are all that a Kamelet takes to log in. */
@WithSalesforceSimulator(settings = Orders.class)
class LoginIT {

    private static final String SECRET = "4+t/8%&c?=#x";

    @Test
    void startWhenAllKameletsHaveTheSameCredentialsThenTheyShareOneLogin(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "all", SourceKameletsIT.pubSub(org))) {
            useAll(app, org);

            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void startWhenTwoOrgsAreSideBySideThenEachKameletUsesItsOwn(SalesforceSimulator europe) throws Exception {
        Orders.createAccount(europe, "Acme");
        try (SalesforceSimulator asia = SalesforceSimulator.start()) {
            Map<String, String> properties = new HashMap<>();
            properties.putAll(login("camel.kamelet.salesforce-cc-query-source.europe", europe));
            properties.putAll(login("camel.kamelet.salesforce-cc-create-sink.asia", asia));
            try (KameletApp app = KameletApp.startBare("two-orgs", properties)) {
                await().until(() -> app.mock("copied").getReceivedCounter() == 1);
            }

            assertThat(names(asia)).containsExactly("Acme");
            assertThat(europe.tokenRequests()).isEqualTo(1);
            assertThat(asia.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void runWhenSecretIsAPropertyThenNoEndpointAndNoLogLineHasIt(SalesforceSimulator org) throws Exception {
        org.app().setConsumer(new ConsumerDetails(org.getClientId(), SECRET));
        try (LogLines logs = LogLines.from(Level.INFO);
                KameletApp app = KameletApp.start(org, "all", SourceKameletsIT.pubSub(org))) {
            useAll(app, org);

            assertThat(app.context().getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .noneMatch(uri -> uri.contains("clientSecret") || uri.contains(SECRET));
            assertThat(logs.with("Started ")).isNotEmpty();
            assertThat(logs.with(SECRET)).isEmpty();
        }
    }

    /** Camel has the parameters of a Kamelet in its endpoint's URI, and masks the secret where it prints one. */
    @Test
    void runWhenSecretIsAParameterThenOnlyTheKameletsEndpointHasItAndNoLogLine(SalesforceSimulator org)
            throws Exception {
        try (LogLines logs = LogLines.from(Level.INFO);
                KameletApp app = KameletApp.startBare("parameters", login("org", org))) {
            app.send("create", "{\"Name\": \"Acme\"}");

            assertThat(app.context().getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .filteredOn(uri -> uri.contains(org.getClientSecret()))
                    .singleElement()
                    .asString()
                    // Camel 4.14 has two slashes before the name
                    .matches("kamelet:(//)?salesforce-cc-create-sink\\?.*");
            assertThat(logs.with("Started ")).isNotEmpty();
            assertThat(logs.with(org.getClientSecret())).isEmpty();
        }
    }

    @Test
    void startWhenSecretIsMissingThenSaysWhichPropertyItIs(SalesforceSimulator org) {
        Map<String, String> properties = Map.of(
                "camel.kamelet.salesforce-cc-source.loginUrl", org.getLoginUrl(),
                "camel.kamelet.salesforce-cc-source.clientId", org.getClientId());

        assertThatThrownBy(() -> KameletApp.startBare("source", properties).close())
                .hasStackTraceContaining("mandatory parameters must be provided: clientSecret");
    }

    private static void useAll(KameletApp app, SalesforceSimulator org) {
        await().until(() -> org.subscriptions() == 1 && org.pubSubStreams() == 1);
        app.send("create", "{\"Name\": \"Acme\"}");
        app.send("upsert", "{\"Legacy_Id__c\": \"A-1\", \"Name\": \"Zenith\"}");
        app.send("publish", "{\"Number__c\": \"17\"}");
        app.send("delete", "{\"Id\": \"" + Orders.createAccount(org, "Brief") + "\"}");
        await().until(() -> app.mock("events").getReceivedCounter() == 1
                && app.mock("pubSubEvents").getReceivedCounter() == 1
                && app.mock("records").getReceivedCounter() >= 2);
    }

    private static Map<String, String> login(String prefix, SalesforceSimulator org) {
        return Map.of(
                prefix + ".loginUrl", org.getLoginUrl(),
                prefix + ".clientId", org.getClientId(),
                prefix + ".clientSecret", org.getClientSecret());
    }

    private static List<String> names(SalesforceSimulator org) {
        return org.records().query("SELECT Name FROM Account").stream()
                .map(row -> row.get("Name").asText())
                .toList();
    }
}
