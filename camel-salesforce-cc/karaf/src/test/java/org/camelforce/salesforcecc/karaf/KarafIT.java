package org.camelforce.salesforcecc.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.karaf.container.KarafContainer;
import org.camelforce.salesforcecc.karaf.container.Load;
import org.camelforce.salesforcecc.karaf.extensions.ExtensionsActivator;
import org.camelforce.salesforcecc.karaf.extensions.ExtensionsMXBean;
import org.camelforce.salesforcecc.karaf.routes.RoutesActivator;
import org.camelforce.salesforcecc.karaf.routes.RoutesMXBean;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each feature in a Karaf. */
@ParameterizedClass(name = "{0}")
@EnumSource
class KarafIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant REACHED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private static Path folder;

    private static SalesforceSimulator org;
    private static KarafContainer karaf;
    private static Site site;

    KarafIT(Site site) {}

    @BeforeParameterizedClassInvocation
    static void start(Site chosen) throws Exception {
        site = chosen;
        Path own = Files.createDirectory(folder.resolve("site-" + site.ordinal()));
        LocalhostKey key = LocalhostKey.create();
        Path trusted = own.resolve("trusted.p12");
        key.writeTrustStore(trusted, "changeit");
        org = SalesforceSimulator.builder()
                .pubSubTls(key.tls())
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 20)
                                        .asExternalId()
                                        .asUnique())
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
        karaf = KarafContainer.start(
                own, "-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=changeit");
        site.prepare(karaf);
        configure(org.getClientId(), org.getClientSecret());
        install();
    }

    @AfterParameterizedClassInvocation
    static void stop() throws Exception {
        try (SalesforceSimulator simulator = org;
                KarafContainer container = karaf) {
            assertThat(container.log()).doesNotContain(org.getClientSecret());
        }
    }

    @Test
    void installWhenDoneThenEveryBundleIsActive() throws Exception {
        Map<String, String> states = karaf.bundles();

        assertThat(FeaturesFile.bundles(site.file()))
                .filteredOn(
                        location -> !(location.toLowerCase(Locale.ROOT).contains("fragment") ? "resolved" : "active")
                                .equals(states.get(location)))
                .isEmpty();
    }

    @Test
    void queryWhenSentThenAnswered() throws Exception {
        assertThat(routes().request("direct:query", "SELECT Username FROM User"))
                .contains("\"totalSize\":");
    }

    @Test
    void upsertWhenSentThenTheRecordIsThere() throws Exception {
        routes().request("direct:upsert", "{\"Name\":\"Karaf\"}");

        assertThat(org.records()
                        .retrieveByExternalId("Account", "Legacy_Id__c", "17")
                        .get("Name")
                        .asText())
                .isEqualTo("Karaf");
    }

    @Test
    void eventWhenPublishedThenItComesOverBothApis() throws Exception {
        place("both");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(routes().getStreamed()).anyMatch(event -> event.contains("both"));
            assertThat(routes().getPublished()).anyMatch(event -> event.contains("both"));
        });
    }

    @Test
    void sessionWhenEndedThenOneLoginForAllWhoNotice() throws Exception {
        routes().request("direct:query", "SELECT Id FROM User");
        long before = org.tokenRequests();
        RoutesMXBean routes = routes();

        org.sessions().endAll();
        Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> routes.request("direct:query", "SELECT Id FROM User")))
                .limit(16)
                .toList()
                .forEach(CompletableFuture::join);
        place("after the end");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(routes.getStreamed()).anyMatch(event -> event.contains("after the end"));
            assertThat(routes.getPublished()).anyMatch(event -> event.contains("after the end"));
        });

        assertThat(org.tokenRequests() - before).isEqualTo(1);
    }

    @Test
    void secretWhenReplacedInTheConfigurationThenNoExchangeFails() throws Exception {
        RoutesMXBean routes = routes();
        ConsumerDetails next = new ConsumerDetails(org.getClientId(), "B".repeat(64));
        try (Load load = Load.of(() -> routes.request("direct:query", "SELECT Id FROM User"))) {
            org.app().rotateConsumer(next, Instant.now().plus(1, ChronoUnit.HOURS));
            configure(next.key(), next.secret());
            await().atMost(PATIENCE)
                    .until(() -> karaf.log().contains("clientSecret changed, which the next login uses"));
            load.awaitAnother(20);
            org.app().setConsumer(next);
            org.sessions().endAll();
            load.awaitAnother(20);

            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void configurationWhenThereIsOneForAnotherOrgThenAComponentOfItsName() throws Exception {
        try (SalesforceSimulator second = SalesforceSimulator.start()) {
            karaf.configure(
                    "org.camelforce.salesforcecc-second.cfg",
                    """
                    loginUrl = %s
                    clientId = %s
                    clientSecret = %s
                    """
                            .formatted(second.getLoginUrl(), second.getClientId(), second.getClientSecret()));
            await().atMost(PATIENCE).until(() -> karaf.log().contains("configures component second"));

            assertThat(routes().request("second:query?rawPayload=true", "SELECT Id FROM User"))
                    .contains("\"done\":true");

            assertThat(second.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void statusWhenAskedForThenTheLoginIsShown() {
        assertThat(karaf.execute("salesforce-cc:status --component salesforce-cc"))
                .contains(org.runAsUserId().orElseThrow());
    }

    @Test
    void positionsWhenAskedForThenBothSubscriptionsAreShown() {
        assertThat(karaf.execute("salesforce-cc:positions")).contains("/event/Order__e");
    }

    @Test
    void renewWhenAskedForThenThereIsAnotherToken() {
        long before = org.tokenRequests();

        assertThat(karaf.execute("salesforce-cc:renew --component salesforce-cc"))
                .contains("The token is now");

        assertThat(org.tokenRequests() - before).isEqualTo(1);
    }

    @Test
    void doctorWhenAskedForThenTheOrgIsExamined() {
        assertThat(karaf.execute("salesforce-cc:doctor --component salesforce-cc"))
                .contains("Token endpoint");
    }

    @Test
    void policyWhenABundleHasItAndThePositionIsLostThenItDecides() throws Exception {
        place("retained");
        loseThePosition();
        karaf.install(ExtensionsActivator.class);
        try {
            ExtensionsMXBean extensions = extensions();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(extensions.getOrders())
                    .anyMatch(event -> event.contains("retained")));

            assertThat(extensions.getGaps()).singleElement(STRING).startsWith("/event/Order__e: " + REACHED);
            assertThat(extensions.getLosses())
                    .singleElement(STRING)
                    .startsWith(REACHED.toString())
                    .endsWith("continues with Earliest[]");
        } finally {
            karaf.uninstall(ExtensionsActivator.class);
        }
    }

    @Test
    void listenerWhenABundleHasItAndTheTokenIsRenewedThenItIsTold() throws Exception {
        karaf.install(ExtensionsActivator.class);
        try {
            karaf.execute("salesforce-cc:renew");

            assertThat(extensions().getLogins()).singleElement(STRING).startsWith("MANUAL ");
        } finally {
            karaf.uninstall(ExtensionsActivator.class);
        }
    }

    @Test
    void uninstallWhenInstalledAgainThenNoThreadIsLeftAndRoutesRun() throws Exception {
        karaf.uninstall(RoutesActivator.class);
        karaf.execute("feature:uninstall " + site.feature());
        List<String> left = karaf.threads();

        install();

        assertThat(left).noneMatch(thread -> ours(thread));
        assertThat(routes().request("direct:query", "SELECT Id FROM User")).contains("\"done\":true");
    }

    /** As if Karaf had been down for longer than Salesforce keeps events. */
    private static void loseThePosition() throws Exception {
        PositionKey key = new PositionKey(org.org().id(), "/event/Order__e", "extensions");
        try (PositionClaim claim =
                new FileReplayStore(karaf.data().resolve(ExtensionsActivator.POSITIONS)).claim(key)) {
            claim.commit(new StoredPosition(ReplayId.ofNumber(99_999_999), REACHED));
        }
    }

    private static boolean ours(String thread) {
        String name = thread.toLowerCase(Locale.ROOT);
        return Stream.of("camel", "salesforce", "httpclient", "cometd", "bayeux", "grpc", "netty")
                .anyMatch(name::contains);
    }

    private static void configure(String clientId, String clientSecret) {
        karaf.configure(
                "org.camelforce.salesforcecc.cfg",
                """
                loginUrl = %s
                clientId = %s
                clientSecret = %s
                pubSubHost = localhost
                pubSubPort = %d
                """
                        .formatted(org.getLoginUrl(), clientId, clientSecret, org.getPubSubPort()));
    }

    private static void install() throws Exception {
        karaf.execute("feature:install " + site.feature());
        await().atMost(PATIENCE).until(() -> karaf.execute("service:list org.apache.camel.spi.ComponentResolver")
                .contains("org.camelforce.salesforcecc.configured"));
        karaf.install(RoutesActivator.class);
    }

    private static ExtensionsMXBean extensions() throws Exception {
        return karaf.bean(ExtensionsActivator.NAME, ExtensionsMXBean.class);
    }

    private static RoutesMXBean routes() throws Exception {
        return karaf.bean(RoutesActivator.NAME, RoutesMXBean.class);
    }

    private static void place(String number) {
        org.events()
                .publishPlatformEvent(
                        "Order__e",
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
    }
}
