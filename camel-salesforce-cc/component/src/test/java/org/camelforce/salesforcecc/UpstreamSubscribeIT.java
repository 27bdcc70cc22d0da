package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstream's own consumers on the simulator, whatever its loopback address is called. */
@Tag("compatibility")
@WithSalesforceSimulator(settings = WithOrders.class)
class UpstreamSubscribeIT {

    private static final List<String> ROUTES = List.of("topic", "event", "change");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void subscribeWhenUpstreamLogsInAtThisHostThenTopicEventAndChangeArrive(String host, SalesforceSimulator org)
            throws Exception {
        SalesforceComponent upstream = TestContexts.upstream(org);
        upstream.setLoginUrl(org.getLoginUrl().replace("127.0.0.1", host));

        assertAllArrive("salesforce", upstream, org);
    }

    @Test
    void subscribeWhenOnlyTheSchemeIsChangedThenTopicEventAndChangeArrive(SalesforceSimulator org) throws Exception {
        assertAllArrive("salesforce-cc", TestContexts.component(org), org);
    }

    private static void assertAllArrive(String scheme, SalesforceComponent component, SalesforceSimulator org)
            throws Exception {
        component.setPackages("org.camelforce.salesforcecc.dto");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent(scheme, component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scheme + ":subscribe:Accounts?rawPayload=true&notifyForOperationCreate=true"
                                    + "&notifyForFields=ALL&updateTopic=true&sObjectName=Account"
                                    + "&sObjectQuery=SELECT Id, Name FROM Account")
                            .to("mock:topic");
                    from(scheme + ":subscribe:/event/Order__e?rawPayload=true").to("mock:event");
                    from(scheme + ":subscribe:/data/AccountChangeEvent?rawPayload=true")
                            .to("mock:change");
                }
            });
            context.start();
            await().until(() -> org.subscriptions() == ROUTES.size());

            TestRecords.createAccount(org, "Acme");
            org.events()
                    .publishPlatformEvent(
                            "Order__e",
                            JsonNodeFactory.instance.objectNode().put("Number__c", "7"),
                            org.runAsUserId().orElseThrow());

            await().untilAsserted(() -> assertThat(ROUTES)
                    .allSatisfy(route -> assertThat(context.getEndpoint("mock:" + route, MockEndpoint.class)
                                    .getReceivedCounter())
                            .as(route)
                            .isEqualTo(1)));
        }
    }
}
