package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;

/** The stable names and keys of log events, as a backend gets them. */
@WithSalesforceSimulator(settings = WithOrders.class)
class LogEventsTest {

    @Test
    void succeededWhenLoggedInThenNameAndKeys(SalesforceSimulator org) throws Exception {
        try (LogLines lines = LogLines.from(Level.INFO);
                CamelContext context = TestContexts.started(org)) {
            TestQueries.users(context, "salesforce-cc");

            String token = org.sessions().live().get(0).token();
            assertThat(lines.keysOf(LogEvent.LOGIN_SUCCEEDED.id()))
                    .singleElement()
                    .satisfies(keys -> assertThat(keys)
                            .containsEntry("token", Fingerprint.of(token))
                            .containsEntry("org", org.org().id())
                            .containsEntry("user", org.runAsUserId().orElseThrow())
                            .containsEntry("reason", "INITIAL")
                            .containsKey("ms"));
        }
    }

    @Test
    void deniedWhenTheSecretIsWrongThenNameAndCause(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        // not tried again within this test
        component.getTokenPolicy().setDeniedBackoff(Duration.ofMinutes(5));
        try (LogLines lines = LogLines.from(Level.INFO);
                CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");
            org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
            org.sessions().endAll();
            context.createProducerTemplate().request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                    .setBody("SELECT Id FROM User"));

            assertThat(lines.keysOf(LogEvent.TOKEN_REJECTED.id())).hasSize(1);
            assertThat(lines.keysOf(LogEvent.LOGIN_DENIED.id())).singleElement().satisfies(keys -> assertThat(keys)
                    .containsAllEntriesOf(
                            Map.of("cause", "WRONG_CLIENT_SECRET", "reason", "REJECTED", "usable", "false")));
        }
    }

    @Test
    void openedWhenSubscribedThenNameChannelAndSubscription(SalesforceSimulator org) throws Exception {
        try (LogLines lines = LogLines.from(Level.INFO);
                CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.addRoutes(TestContexts.orders());
            context.start();

            await().untilAsserted(() -> assertThat(lines.keysOf(LogEvent.SUBSCRIPTION_OPENED.id()))
                    .singleElement()
                    .satisfies(keys -> assertThat(keys)
                            .containsEntry("subscription", "orders")
                            .containsEntry("channel", "/event/Order__e")));
        }
    }

    @Test
    void idWhenComparedThenEachIsUniqueAndOfThisComponent() {
        assertThat(Arrays.stream(LogEvent.values()).map(LogEvent::id))
                .allMatch(id -> id.startsWith("salesforce.cc."))
                .doesNotHaveDuplicates();
        assertThat(new HashSet<>(Arrays.asList(LogEvent.values()))).hasSizeGreaterThan(10);
    }
}
