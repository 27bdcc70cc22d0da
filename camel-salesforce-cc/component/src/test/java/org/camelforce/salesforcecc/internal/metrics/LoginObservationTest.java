package org.camelforce.salesforcecc.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class LoginObservationTest {

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    @Test
    void loginWhenItSucceedsThenOneObservationWithItsKeys(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasNumberOfObservationsWithNameEqualTo(LoginObservation.NAME, 1)
                    .hasObservationWithNameEqualTo(LoginObservation.NAME)
                    .that()
                    .hasLowCardinalityKeyValue("component", "salesforce-cc")
                    .hasLowCardinalityKeyValue("reason", "initial")
                    .hasLowCardinalityKeyValue("outcome", "success")
                    .hasHighCardinalityKeyValue(LoginObservation.ORG, org.org().id())
                    .hasHighCardinalityKeyValue(
                            LoginObservation.USER, org.runAsUserId().orElseThrow())
                    .hasBeenStopped();
        }
    }

    @Test
    void loginWhenAnExchangeNeedsItThenChildOfWhatIsObservedThere(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            Observation exchange = Observation.start("exchange", registry);
            try (Observation.Scope scope = exchange.openScope()) {
                query(context);
            }
            exchange.stop();

            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(LoginObservation.NAME)
                    .that()
                    .hasParentObservationEqualTo(exchange);
        }
    }

    @Test
    void loginWhenItIsDeniedThenObservedWithTheError(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(LoginObservation.NAME)
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "denied")
                    .hasError()
                    .hasBeenStopped();
        }
    }

    @Test
    void contextWhenItHasNoObservationRegistryThenTheComponentWorks(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component(org));
            context.start();
            query(context);

            assertThat(org.sessions().live()).hasSize(1);
        }
    }

    private CamelContext started(SalesforceSimulator org) {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("observations", registry);
        context.addComponent("salesforce-cc", component(org));
        context.start();
        return context;
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setLazyLogin(true);
        return component;
    }

    private static void query(CamelContext context) {
        context.createProducerTemplate().request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                .setBody("SELECT Id FROM User"));
    }
}
