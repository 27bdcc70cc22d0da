package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An application with the properties that the page about migration shows for Spring Boot. */
@WithSalesforceSimulator
class MigratedApplicationTest {

    private static final String PROPERTIES =
            "file:../verification/documentation/src/test/resources/migrations/customers-after.yaml";

    @Test
    void customersWhenMovedThenReadCreatedAndHeardOf(SalesforceSimulator org) throws Exception {
        String id = org.records()
                .create("Contact", JsonNodeFactory.instance.objectNode().put("LastName", "Meyer"), "");
        try (ConfigurableApplicationContext spring = start(org)) {
            ProducerTemplate camel = spring.getBean(ProducerTemplate.class);
            await().until(() -> org.subscriptions() == 1);

            assertThat(camel.requestBody("direct:customers", (Object) null, String.class))
                    .contains("Meyer");
            assertThat(camel.requestBodyAndHeader(
                            "direct:customer", null, "CamelSalesforceSObjectId", id, String.class))
                    .contains("Meyer");
            camel.sendBody("direct:new", "{\"LastName\":\"Schulz\"}");
            assertThat(spring.getBean(Customers.class).changes.poll(30, TimeUnit.SECONDS))
                    .contains("Schulz");
            assertThat(spring.getBean(CamelContext.class).hasComponent("salesforce"))
                    .isNull();
        }
    }

    private static ConfigurableApplicationContext start(SalesforceSimulator org) {
        Map<String, Object> login = Map.of(
                "spring.config.location", PROPERTIES,
                "salesforce.my-domain", org.getLoginUrl(),
                "salesforce.key", org.getClientId(),
                "salesforce.secret", org.getClientSecret());
        return new SpringApplicationBuilder(Customers.class)
                .web(WebApplicationType.NONE)
                .properties(login)
                .run();
    }

    @ImportAutoConfiguration({CamelAutoConfiguration.class, SalesforceCcAutoConfiguration.class})
    static class Customers {

        private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:customers")
                            .setBody(constant("SELECT Id, LastName FROM Contact"))
                            .to("salesforce-cc:query");
                    from("direct:customer").to("salesforce-cc:getSObject?sObjectName=Contact");
                    from("direct:new").to("salesforce-cc:createSObject?sObjectName=Contact");
                    from("salesforce-cc:subscribe:/data/ContactChangeEvent")
                            .process(exchange ->
                                    changes.add(exchange.getMessage().getBody(String.class)));
                }
            };
        }
    }
}
