package org.camelforce.salesforcecc.springboot.guide;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

// tag::annotations[]
@WithSalesforceSimulator(lifetime = Lifetime.CLASS, settings = PubSubOrg.class)
@SpringBootTest(properties = "camel.component.salesforce-cc.ssl-context-parameters=#bean:salesforceTls")
@DirtiesContext
// end::annotations[]
class AccountChangesTest {

    @Autowired
    private CamelContext camel;

    @Test
    void subscribeWhenAnAccountIsCreatedThenTheRouteGetsTheChange(SalesforceSimulator org) throws Exception {
        await().until(() -> org.pubSubStreams() == 1);
        MockEndpoint accounts = camel.getEndpoint("mock:accounts", MockEndpoint.class);
        accounts.expectedMessageCount(1);

        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");

        accounts.assertIsSatisfied();
    }

    @SpringBootApplication
    static class Application {

        // tag::tls[]
        @Bean
        SSLContextParameters salesforceTls() {
            return PubSubOrg.trust();
        }
        // end::tls[]

        @Bean
        RouteBuilder changes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent")
                            .to("mock:accounts");
                }
            };
        }
    }
}
