package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.camelforce.salesforcecc.secrets.Secrets;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** Health checks, developer console and JMX of a component that runs. */
@WithSalesforceSimulator(settings = WithOrders.class)
class OperationalBindingsIT {

    private static final String SUBSCRIPTION = "salesforce-cc:salesforce-cc:/event/Order__e:orders";

    @Test
    void registryWhenARouteSubscribesThenTheSubscriptionHasItsCheckUntilItStops(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = subscribed(org)) {
            HealthCheck check = check(context, SUBSCRIPTION);
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
            TestRecords.publish(org, "Order__e", "Number__c", "17");
            await().untilAsserted(() -> assertThat(check.call().getDetails()).containsEntry("events.received", 1L));

            context.getRouteController().stopRoute("orders");

            assertThat(HealthCheckHelper.getHealthCheckRegistry(context).getCheck(SUBSCRIPTION))
                    .isEmpty();
        }
    }

    @Test
    void registryWhenTheComponentIsRemovedThenNothingOfItIsLeft(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            context.getRouteController().stopRoute("orders");
            context.removeComponent("salesforce-cc");

            assertThat(HealthCheckHelper.getHealthCheckRegistry(context).stream()
                            .map(HealthCheck::getId))
                    .noneMatch(id -> id.startsWith("salesforce-cc:"));
        }
    }

    @Test
    void apiUsageWhenSalesforceHasAnsweredThenItsNumbers(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            TestQueries.users(context, "salesforce-cc");

            assertThat(check(context, "salesforce-cc:salesforce-cc:api").call().getDetails())
                    .containsKeys("api.requests.used", "api.requests.limit", "api.requests.left");
        }
    }

    @Test
    void threadsWhenRunningThenLive(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            HealthCheck check = check(context, "salesforce-cc:salesforce-cc:threads");

            assertThat(check.isLiveness()).isTrue();
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void consoleWhenCalledThenLoginRequestsAndSubscriptionsWithoutSecrets(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            DevConsole console = DevConsoleRegistry.get(context).resolveById("salesforce-cc");

            JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON);
            String text = (String) console.call(DevConsole.MediaType.TEXT);

            JsonObject login = (JsonObject) json.get("login");
            JsonArray subscriptions = (JsonArray) json.get("subscriptions");
            assertThat(login)
                    .containsEntry("usable", true)
                    .containsEntry("fingerprint", Fingerprint.of(token(org)))
                    .containsEntry("lastReason", "INITIAL");
            assertThat(((JsonObject) subscriptions.get(0)))
                    .containsEntry("channel", "/event/Order__e")
                    .containsEntry("state", "OPEN");
            assertThat(text).contains("usable: true", "Subscription orders on /event/Order__e", "state: OPEN");
            assertThat(Secrets.in(json.toJson() + text)).isEmpty();
        }
    }

    @Test
    void consoleWhenTheComponentStopsThenGone(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            context.getRouteController().stopRoute("orders");
            context.getComponent("salesforce-cc").stop();

            assertThat(DevConsoleRegistry.get(context).getConsole("salesforce-cc"))
                    .isEmpty();
        }
    }

    @Test
    void jmxWhenAskedThenAttributesOfTheLogin(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            assertThat(attribute(context, "TokenUsable")).isEqualTo(true);
            assertThat(attribute(context, "TokenFingerprint")).isEqualTo(Fingerprint.of(token(org)));
            assertThat(attribute(context, "RunAsUserId"))
                    .isEqualTo(org.runAsUserId().orElseThrow());
            assertThat(attribute(context, "OrgId")).isEqualTo(org.org().id());
            assertThat(attribute(context, "LastLoginReason")).isEqualTo("INITIAL");
            assertThat(attribute(context, "LoginsLeft")).isEqualTo(9);
        }
    }

    @Test
    void jmxWhenRenewNowThenALoginByOrder(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            String answer = (String) invoke(context, "renewNow");

            assertThat(answer).isEqualTo("The token is now " + Fingerprint.of(token(org)));
            assertThat(attribute(context, "LastLoginReason")).isEqualTo("MANUAL");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void jmxWhenTheTokenIsForgottenThenALoginFollowsAndTheSessionLivesOn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            String before = token(org);

            invoke(context, "forgetToken");
            await().untilAsserted(() -> assertThat(org.tokenRequests()).isEqualTo(2));
            TestQueries.users(context, "salesforce-cc");

            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(org.sessions().live())
                    .extracting(session -> session.token())
                    .contains(before);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void jmxWhenAskedForPositionsThenALineForEachSubscription(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            List<String> lines = (List<String>) invoke(context, "showPositions");

            assertThat(lines).singleElement().asString().startsWith("orders on /event/Order__e: OPEN, ");
        }
    }

    private static CamelContext subscribed(SalesforceSimulator org) throws Exception {
        CamelContext context = TestContexts.contextWith(TestContexts.component(org));
        context.setDevConsole(true);
        context.addRoutes(TestContexts.orders());
        context.start();
        return context;
    }

    private static HealthCheck check(CamelContext context, String id) {
        return HealthCheckHelper.getHealthCheckRegistry(context).getCheck(id).orElseThrow();
    }

    private static Object attribute(CamelContext context, String name) throws Exception {
        return server().getAttribute(bean(context), name);
    }

    private static Object invoke(CamelContext context, String operation) throws Exception {
        return server().invoke(bean(context), operation, new Object[0], new String[0]);
    }

    private static ObjectName bean(CamelContext context) throws Exception {
        Set<ObjectName> found = server().queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName()
                                + ",type=components,name=\"salesforce-cc\""),
                        null);
        return found.iterator().next();
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static String token(SalesforceSimulator org) {
        List<String> tokens =
                org.sessions().live().stream().map(session -> session.token()).toList();
        return tokens.get(tokens.size() - 1);
    }
}
