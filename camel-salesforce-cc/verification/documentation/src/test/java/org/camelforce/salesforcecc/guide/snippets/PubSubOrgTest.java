package org.camelforce.salesforcecc.guide.snippets;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = PubSubOrg.class)
class PubSubOrgTest {

    @Test
    void subscribeWhenAnAccountIsCreatedThenTheRouteGetsTheChange(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        salesforce.setPubSubHost(org.getPubSubHost());
        salesforce.setPubSubPort(org.getPubSubPort());
        salesforce.setSslContextParameters(PubSubOrg.trust());
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", salesforce);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent")
                            .to("mock:accounts");
                }
            });
            context.start();
            await().until(() -> org.pubSubStreams() == 1);
            MockEndpoint accounts = context.getEndpoint("mock:accounts", MockEndpoint.class);
            accounts.expectedMessageCount(1);

            org.records()
                    .create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");

            accounts.assertIsSatisfied();
        }
    }
}
