package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;

/** The ways that a component's requests take to an org. */
enum Way {
    LOGIN,
    REST,
    COMETD,
    PUB_SUB;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** Gets something done on this way. */
    void use(CamelContext context, SalesforceCcComponent component, SalesforceSimulator org) throws Exception {
        start(context);
        switch (this) {
            case LOGIN, REST -> {
                Exchange answer = query(context);
                if (answer.getException() != null) {
                    throw new AssertionError("no answer", answer.getException());
                }
            }
            case COMETD, PUB_SUB -> {
                await().atMost(LONG_ENOUGH).until(() -> component.subscriptions().statuses().stream()
                        .anyMatch(status -> status.state() == SubscriptionState.OPEN));
                MockEndpoint orders = context.getEndpoint("mock:orders", MockEndpoint.class);
                orders.expectedMessageCount(1);
                TestRecords.publish(org, "Order__e", "Number__c", "17");
                orders.assertIsSatisfied();
            }
        }
    }

    /** What is said when this way does not work. */
    String problem(CamelContext context, SalesforceCcComponent component) throws Exception {
        start(context);
        return switch (this) {
            case LOGIN, REST -> text(query(context).getException());
            case COMETD, PUB_SUB ->
                await().atMost(LONG_ENOUGH)
                        .until(
                                () -> component.subscriptions().statuses().stream()
                                        .map(SubscriptionStatus::problem)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(""),
                                problem -> !problem.isEmpty());
        };
    }

    private void start(CamelContext context) throws Exception {
        if (this == COMETD || this == PUB_SUB) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:" + (Way.this == COMETD ? "subscribe" : "pubSubSubscribe") + ":/event/Order__e")
                            .to("mock:orders");
                }
            });
        }
        context.start();
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static String text(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
