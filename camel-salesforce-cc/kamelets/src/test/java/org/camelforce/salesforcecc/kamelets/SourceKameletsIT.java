package org.camelforce.salesforcecc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithSalesforceSimulator(settings = Orders.class)
class SourceKameletsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path positions;

    @Test
    void sourceWhenEventIsPublishedThenRouteGetsItAsJson(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "source")) {
            await().until(() -> org.subscriptions() == 1);
            Orders.place(org, "17");

            assertThat(bodies(app.mock("events"), 1).get(0).at("/Number__c").asText())
                    .isEqualTo("17");
        }
    }

    @Test
    void sourceWhenDurableThenGoesOnWhereItWasAfterARestart(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "durable-source", positions())) {
            await().until(() -> org.subscriptions() == 1);
            Orders.place(org, "1");
            bodies(app.mock("events"), 1);
        }
        Orders.place(org, "2");

        try (KameletApp app = KameletApp.start(org, "durable-source", positions())) {
            assertThat(bodies(app.mock("events"), 1).get(0).at("/Number__c").asText())
                    .isEqualTo("2");
        }
    }

    @Test
    void sourceWhenRouteFailsAndItBreaksOnErrorsThenTheEventComesAgain(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "repeating-source")) {
            MockEndpoint events = app.mock("events");
            events.whenExchangeReceived(1, exchange -> {
                throw new IOException("The first attempt fails");
            });
            await().until(() -> org.subscriptions() == 1);
            Orders.place(org, "1");

            assertThat(bodies(events, 2))
                    .extracting(event -> event.at("/Number__c").asText())
                    .containsExactly("1", "1");
        }
    }

    @Test
    void sourceWhenAnEventFailsTooOftenThenItGoesToTheDeadLetters(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "dead-letter-source")) {
            app.mock("events").whenAnyExchangeReceived(exchange -> {
                throw new IOException("Every attempt fails");
            });
            await().until(() -> org.subscriptions() == 1);
            Orders.place(org, "1");

            await().atMost(Duration.ofSeconds(30)).until(() -> app.mock("dead").getReceivedCounter() == 1);
            assertThat(app.mock("events").getReceivedCounter()).isEqualTo(2);
        }
    }

    @Test
    void sourceWhenQueryIsSetThenNotifiesOfRecordsThatMatch(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "push-topic-source")) {
            await().until(() -> org.subscriptions() == 1);
            Orders.createAccount(org, "Acme");

            assertThat(bodies(app.mock("events"), 1).get(0).at("/Name").asText())
                    .isEqualTo("Acme");
        }
    }

    @Test
    void sourceWhenChannelHasChangeEventsThenRouteGetsTheChangeAsJson(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "change-source")) {
            await().until(() -> org.subscriptions() == 1);
            String id = Orders.createAccount(org, "Acme");

            JsonNode change = bodies(app.mock("events"), 1).get(0);
            assertThat(change.at("/Name").asText()).isEqualTo("Acme");
            assertThat(change.at("/ChangeEventHeader/recordIds/0").asText()).isEqualTo(id);
            assertThat(app.mock("events").getExchanges().get(0).getMessage().getHeader("CamelSalesforceReplayId"))
                    .isNotNull();
        }
    }

    @Test
    void sourceWhenChannelIsGenericThenRouteGetsTheText(SalesforceSimulator org) throws Exception {
        org.records()
                .create(
                        "StreamingChannel",
                        JsonNodeFactory.instance.objectNode().put("Name", "/u/Notices"),
                        "");
        try (KameletApp app = KameletApp.start(org, "generic-source")) {
            await().until(() -> org.subscriptions() == 1);
            org.events().publishGeneric("/u/Notices", "not {JSON}");

            await().until(() -> app.mock("events").getReceivedCounter() == 1);
            assertThat(app.mock("events").getExchanges().get(0).getMessage().getBody())
                    .isEqualTo("not {JSON}");
        }
    }

    @Test
    void pubSubSourceWhenEventIsPublishedThenRouteGetsItAsJson(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "pubsub-source", pubSub(org))) {
            await().until(() -> org.pubSubStreams() == 1);
            Orders.place(org, "17");

            assertThat(bodies(app.mock("events"), 1).get(0).at("/Number__c").asText())
                    .isEqualTo("17");
        }
    }

    @Test
    void pubSubSourceWhenDurableThenGoesOnWhereItWasAfterARestart(SalesforceSimulator org) throws Exception {
        Map<String, String> properties = pubSub(org);
        properties.putAll(positions());
        try (KameletApp app = KameletApp.start(org, "durable-pubsub-source", properties)) {
            await().until(() -> org.pubSubStreams() == 1);
            Orders.place(org, "1");
            bodies(app.mock("events"), 1);
        }
        Orders.place(org, "2");

        try (KameletApp app = KameletApp.start(org, "durable-pubsub-source", properties)) {
            assertThat(bodies(app.mock("events"), 1).get(0).at("/Number__c").asText())
                    .isEqualTo("2");
        }
    }

    @Test
    void querySourceWhenThereAreSeveralPagesThenRouteGetsEachRecordOnce(SalesforceSimulator org) throws Exception {
        for (int i = 1; i <= 5; i++) {
            Orders.createAccount(org, "Acme " + i);
        }

        try (KameletApp app = KameletApp.start(org, "query-source", Map.of("period", "600000"))) {
            assertThat(bodies(app.mock("records"), 5))
                    .extracting(account -> account.path("Name").asText())
                    .containsExactly("Acme 1", "Acme 2", "Acme 3", "Acme 4", "Acme 5");
        }
    }

    @Test
    void querySourceWhenPeriodIsOverThenQueriesAgain(SalesforceSimulator org) throws Exception {
        Orders.createAccount(org, "Acme");

        try (KameletApp app = KameletApp.start(org, "query-source", Map.of("period", "50"))) {
            await().until(() -> app.mock("records").getReceivedCounter() >= 3);
        }
    }

    @Test
    void querySourceWhenThereAreNoRecordsThenRouteGetsNothing(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "query-source", Map.of("period", "50"))) {
            await().until(() -> queries(org) >= 2);

            assertThat(app.mock("records").getReceivedCounter()).isZero();
        }
    }

    @Test
    void f16QuerySourceWhenTheQueryHasPlusAndPercentThenSentAsWritten(SalesforceSimulator org) throws Exception {
        Orders.createAccount(org, "50 and 25 + 1");
        Orders.createAccount(org, "50 and   1");

        try (KameletApp app = KameletApp.start(org, "query-source-as-written")) {
            assertThat(bodies(app.mock("records"), 1))
                    .extracting(account -> account.path("Name").asText())
                    .containsExactly("50 and 25 + 1");
        }
    }

    @Test
    void f16PubSubSourceWhenTheReplayIdHasAPlusThenTakenAsWritten(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "pubsub-source-as-written", pubSub(org))) {
            await().until(() -> app.context().getRouteController().getRouteStatus("orders") == ServiceStatus.Started);
        }
    }

    private Map<String, String> positions() {
        return Map.of("positions", positions.toString());
    }

    /** Makes the application trust the server; Camel 4.22 takes no trust store without a key store. */
    private static final Map<String, String> TRUST = Map.of(
            "camel.ssl.enabled",
            "true",
            "camel.ssl.trust-store",
            "file:" + TestTls.trustStore(),
            "camel.ssl.trust-store-password",
            TestTls.PASSWORD,
            "camel.ssl.key-store",
            "file:" + TestTls.trustStore(),
            "camel.ssl.keystore-password",
            TestTls.PASSWORD);

    static Map<String, String> pubSub(SalesforceSimulator org) {
        Map<String, String> properties = new HashMap<>(TRUST);
        for (String kamelet : List.of("salesforce-cc-pubsub-source", "salesforce-cc-publish-sink")) {
            properties.put("camel.kamelet." + kamelet + ".useGlobalSslContextParameters", "true");
            properties.put("camel.kamelet." + kamelet + ".pubSubHost", org.getPubSubHost());
            properties.put("camel.kamelet." + kamelet + ".pubSubPort", String.valueOf(org.getPubSubPort()));
        }
        return properties;
    }

    private static long queries(SalesforceSimulator org) {
        return org.requestLog().stream()
                .filter(request ->
                        request.path().endsWith("/query") || request.path().endsWith("/query/"))
                .count();
    }

    private static List<JsonNode> bodies(MockEndpoint mock, int count) {
        await().until(() -> mock.getReceivedCounter() >= count);
        return mock.getExchanges().stream()
                .map(exchange -> json(exchange.getMessage().getBody()))
                .toList();
    }

    private static JsonNode json(Object body) {
        try {
            assertThat(body).isInstanceOf(String.class);
            return JSON.readTree((String) body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
