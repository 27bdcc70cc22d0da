package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.junit.jupiter.api.Test;

/** Logins, introspection and streams never queue behind the requests of routes to the same host (R22). */
@WithSalesforceSimulator(settings = WithOrders.class)
class LoginBesideSlowRequestsTest {

    /** Jetty has 64 connections to one host, so that the last of these waits for three others. */
    private static final int REQUESTS = 250;

    private static final Duration SLOW = Duration.ofSeconds(3);

    @Test
    void r22RenewNowWhenManyRequestsAreSlowThenWithinASecond(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");
            sendSlowRequests(org, context);

            long began = System.nanoTime();
            component.getSession().tokens().renewNow().get(20, TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            System.out.printf("renewNow beside %d requests of %s: %d ms%n", REQUESTS, SLOW, took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(1));
            await().atMost(SLOW)
                    .until(() -> component
                                    .getSession()
                                    .tokens()
                                    .current()
                                    .orElseThrow()
                                    .expiry()
                                    .source()
                            == ExpirySource.INTROSPECTION);
            org.faults().clear();
        }
    }

    @Test
    void r22SubscribeWhenManyRequestsAreSlowThenEventsComeMeanwhile(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            TestQueries.users(context, "salesforce-cc");
            sendSlowRequests(org, context);

            long began = System.nanoTime();
            context.addRoutes(TestContexts.orders());
            MockEndpoint orders = context.getEndpoint("mock:orders", MockEndpoint.class);
            orders.expectedMessageCount(1);
            TestRecords.publish(org, "Order__e", "Number__c", "1");

            orders.assertIsSatisfied();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLOW);
            org.faults().clear();
        }
    }

    private static void sendSlowRequests(SalesforceSimulator org, CamelContext context) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(SLOW), REQUESTS);
        Endpoint query = context.getEndpoint("salesforce-cc:query?rawPayload=true");
        AsyncProducer producer = query.createAsyncProducer();
        producer.start();
        for (int request = 0; request < REQUESTS; request++) {
            Exchange exchange = query.createExchange();
            exchange.getIn().setBody("SELECT Id FROM User");
            producer.process(exchange, doneSync -> {});
        }
        await().until(() -> org.openConnections() >= 64);
    }
}
