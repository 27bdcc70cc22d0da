package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.guide.snippets.GapAlarm;
import org.camelforce.salesforcecc.guide.snippets.Meters;
import org.camelforce.salesforcecc.guide.snippets.NightlyRotation;
import org.camelforce.salesforcecc.guide.snippets.OrderOrg;
import org.camelforce.salesforcecc.guide.snippets.OrderSubscriptions;
import org.camelforce.salesforcecc.guide.snippets.PoisonedOrders;
import org.camelforce.salesforcecc.guide.snippets.RepeatedOrders;
import org.camelforce.salesforcecc.guide.snippets.VaultCredentials;
import org.camelforce.salesforcecc.rotation.RotationResult;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code that the guide shows. */
@WithSalesforceSimulator(settings = SnippetRunIT.OrgWithPubSub.class)
class SnippetRunIT {

    @Test
    void durableWhenEventsArePublishedThenBothRoutesLogThem(SalesforceSimulator org, @TempDir Path positions)
            throws Exception {
        SalesforceCcComponent salesforce = component(org);
        salesforce.setReplayStoreLocation(positions.toString());
        salesforce.setPubSubHost(org.getPubSubHost());
        salesforce.setPubSubPort(org.getPubSubPort());
        salesforce.setSslContextParameters(TestTls.client());
        try (CamelContext context = context(salesforce, new OrderSubscriptions())) {
            await().until(() -> org.pubSubStreams() == 1 && org.subscriptions() == 1);
            MockEndpoint orders = expecting(context, "mock:log:orders", 1);
            MockEndpoint accounts = expecting(context, "mock:log:accounts", 1);

            order(org, "17");
            org.records()
                    .create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");

            orders.assertIsSatisfied();
            accounts.assertIsSatisfied();
        }
    }

    @Test
    void breakOnFirstErrorWhenBookingFailsThenTheOrderComesAgain(SalesforceSimulator org) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        RouteBuilder booking = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:book").process(exchange -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("The database is away");
                    }
                });
            }
        };
        try (CamelContext context = context(component(org), booking, new RepeatedOrders())) {
            await().until(() -> org.subscriptions() == 1);
            MockEndpoint booked = expecting(context, "mock:log:booked", 1);

            order(org, "17");

            booked.assertIsSatisfied();
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void deadWhenAnEventAlwaysFailsThenItIsLoggedAndTheNextOneIsBooked(SalesforceSimulator org) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        RouteBuilder booking = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:book").process(exchange -> {
                    if (attempts.incrementAndGet() <= 6) {
                        throw new IllegalStateException("No such customer");
                    }
                });
            }
        };
        SalesforceCcComponent salesforce = component(org);
        SalesforceEndpointConfig quick = new SalesforceEndpointConfig();
        quick.setBackoffIncrement(10);
        salesforce.setConfig(quick);
        try (CamelContext context = context(salesforce, booking, new PoisonedOrders())) {
            await().until(() -> org.subscriptions() == 1);
            MockEndpoint dead = expecting(context, "mock:log:dead", 1);

            order(org, "17");
            order(org, "18");

            dead.assertIsSatisfied();
            await().until(() -> attempts.get() == 7);
        }
    }

    @Test
    void listenerWhenASubscriptionFailsThenItHears(SalesforceSimulator org) throws Exception {
        AtomicBoolean alarmed = new AtomicBoolean();
        SalesforceCcComponent salesforce = component(org);
        try (CamelContext context = context(salesforce)) {
            GapAlarm.addTo(salesforce, () -> alarmed.set(true));
            try {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("salesforce-cc:subscribe:/event/Missing__e").to("log:missing");
                    }
                });
            } catch (Exception expected) {
                assertThat(expected).hasRootCauseMessage(expected.getCause().getMessage());
            }

            await().untilTrue(alarmed);
        }
    }

    @Test
    void vaultWhenTheSecretChangesThenTheNextLoginTakesIt(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setCredentialsSource(new VaultCredentials(name -> name.endsWith("key")
                ? org.app().consumer().key()
                : org.app().consumer().secret()));
        try (CamelContext context = context(salesforce)) {
            org.app().rotation().rotate();

            assertThat(users(context)).contains("\"done\":true");
        }
    }

    @Test
    void rotationWhenMadeThenTheFileHasTheNewPair(SalesforceSimulator org, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("salesforce.json");

        RotationResult result = NightlyRotation.rotate(
                org.getLoginUrl(), new ClientCredentials(org.getClientId(), org.getClientSecret()), file);

        assertThat(result).isNotNull();
        assertThat(new ObjectMapper()
                        .readTree(file.toFile())
                        .get("consumerSecret")
                        .asText())
                .isEqualTo(org.app().consumer().secret());
    }

    @Test
    void metersWhenARegistryIsBoundThenTheComponentFillsIt(SalesforceSimulator org) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (CamelContext context = new DefaultCamelContext()) {
            Meters.measure(context, meters);
            context.addComponent("salesforce-cc", component(org));
            context.start();

            assertThat(meters.get("salesforce.cc.token.usable").gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void kameletWhenRunThenLogsAccounts(SalesforceSimulator org) throws Exception {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");
        Main main = main("kamelet.properties");
        main.configure().setRoutesIncludePattern("classpath:snippets/kamelet.yaml");
        String kamelet = "camel.kamelet.salesforce-cc-query-source.";
        main.addOverrideProperty(kamelet + "loginUrl", org.getLoginUrl());
        main.addOverrideProperty(kamelet + "clientId", org.getClientId());
        main.addOverrideProperty(kamelet + "clientSecret", org.getClientSecret());
        main.init();
        try {
            main.getCamelContext()
                    .getCamelContextExtension()
                    .registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
            MockEndpoint accounts = expecting(main.getCamelContext(), "mock:log:accounts", 1);
            main.start();

            accounts.assertIsSatisfied();
        } finally {
            main.stop();
        }
    }

    @Test
    void healthWhenAskedOverHttpThenTheLoginsDetails(SalesforceSimulator org) throws Exception {
        assertThat(answer(org, "health.properties", "/observe/health/ready?data=true"))
                .contains("salesforce-cc:salesforce-cc", "token.fingerprint");
    }

    @Test
    void consoleWhenAskedOverHttpThenTheLogin(SalesforceSimulator org) throws Exception {
        assertThat(answer(org, "console.properties", "/q/dev/salesforce-cc")).contains("usable");
    }

    @Test
    void metersWhenAskedOverHttpThenThoseOfTheComponent(SalesforceSimulator org) throws Exception {
        assertThat(answer(org, "meters.properties", "/observe/metrics")).contains("salesforce_cc_");
    }

    private static String answer(SalesforceSimulator org, String properties, String path) throws Exception {
        Main main = main(properties);
        main.bind("salesforce-cc", component(org));
        main.addOverrideProperty("camel.management.port", "0");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:users").to("salesforce-cc:query?rawPayload=true");
            }
        });
        main.start();
        try {
            int port = main.getCamelContext()
                    .hasService(VertxPlatformHttpServer.class)
                    .getPort();
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            main.stop();
        }
    }

    private static Main main(String properties) {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:snippets/" + properties);
        return main;
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        return salesforce;
    }

    private static CamelContext context(SalesforceCcComponent salesforce, RouteBuilder... routes) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
        context.addComponent("salesforce-cc", salesforce);
        for (RouteBuilder each : routes) {
            context.addRoutes(each);
        }
        context.start();
        return context;
    }

    private static MockEndpoint expecting(CamelContext context, String uri, int messages) {
        MockEndpoint mock = context.getEndpoint(uri, MockEndpoint.class);
        mock.expectedMessageCount(messages);
        return mock;
    }

    private static void order(SalesforceSimulator org, String number) {
        org.events()
                .publishPlatformEvent(
                        "Order__e",
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
    }

    private static String users(CamelContext context) {
        ProducerTemplate template = context.createProducerTemplate();
        return template.requestBody("salesforce-cc:query?rawPayload=true", "SELECT Id FROM User", String.class);
    }

    static final class OrgWithPubSub implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            new OrderOrg().apply(builder);
            builder.pubSubTls(TestTls.server());
        }
    }
}
