package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** In Java, the route is run by module {@code spring-boot-consumer}. */
@WithSalesforceSimulator
class FirstRouteTest {

    @Test
    void routeWhenInXmlThenLogsAccounts(SalesforceSimulator org) throws Exception {
        Main main = new Main();
        main.configure().setRoutesIncludePattern("classpath:readme/first-route.xml");

        assertLogsAccounts(main, org);
    }

    @Test
    void routeWhenInYamlThenLogsAccounts(SalesforceSimulator org) throws Exception {
        Main main = new Main();
        main.configure().setRoutesIncludePattern("classpath:readme/first-route.yaml");

        assertLogsAccounts(main, org);
    }

    private static void assertLogsAccounts(Main main, SalesforceSimulator org) throws Exception {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");
        main.setDefaultPropertyPlaceholderLocation("classpath:readme/one-org.properties");
        main.addOverrideProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        main.addOverrideProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        main.addOverrideProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        try {
            main.init();
            main.getCamelContext()
                    .getCamelContextExtension()
                    .registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
            MockEndpoint accounts = main.getCamelContext().getEndpoint("mock:log:accounts", MockEndpoint.class);
            accounts.expectedMessageCount(1);
            main.start();

            accounts.assertIsSatisfied();
            assertThat(accounts.getExchanges().get(0).getMessage().getBody(String.class))
                    .contains("Acme");
        } finally {
            main.stop();
        }
    }
}
