package org.camelforce.salesforcecc.springboot.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

@WithSalesforceSimulator(lifetime = Lifetime.CLASS)
@SpringBootTest
@DirtiesContext
class AccountsApplicationTest {

    @Autowired
    private ProducerTemplate camel;

    @Test
    void queryWhenAccountExistsThenAnswersIt(SalesforceSimulator org) {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");

        String answer = camel.requestBody("direct:accounts", "SELECT Name FROM Account", String.class);

        assertThat(answer).contains("Acme");
    }

    @SpringBootApplication
    static class Application {

        @Bean
        RouteBuilder accounts() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:accounts").to("salesforce-cc:query?rawPayload=true");
                }
            };
        }
    }
}
