package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
class LoginBesideSlowRequestsIT {

    /** Jetty has 64 connections to one host, so that the last of these waits for three others. */
    private static final int REQUESTS = 250;

    private static final Duration SLOW = Duration.ofSeconds(10);

    @Test
    void r22RenewNowWhenManyRequestsAreSlowThenBeforeAnyIsAnswered(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");
            AtomicInteger answered = sendSlowRequests(org, context);

            component.login().renewNow().get(60, TimeUnit.SECONDS);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> component.login().status().entry().expiry().source() == ExpirySource.INTROSPECTION);
            assertThat(answered).hasValue(0);
            awaitAnswers(org, answered);
        }
    }

    @Test
    void r22SubscribeWhenManyRequestsAreSlowThenEventsComeMeanwhile(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            TestQueries.users(context, "salesforce-cc");
            AtomicInteger answered = sendSlowRequests(org, context);

            context.addRoutes(TestContexts.orders());
            MockEndpoint orders = context.getEndpoint("mock:orders", MockEndpoint.class);
            orders.expectedMessageCount(1);
            TestRecords.publish(org, "Order__e", "Number__c", "1");

            orders.assertIsSatisfied(60_000);
            assertThat(answered).hasValue(0);
            awaitAnswers(org, answered);
        }
    }

    /** The simulator notices that a client has gone when it answers. */
    private static void awaitAnswers(SalesforceSimulator org, AtomicInteger answered) {
        org.faults().clear();
        await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() == REQUESTS);
    }

    /** Counts the answers. */
    private static AtomicInteger sendSlowRequests(SalesforceSimulator org, CamelContext context) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(SLOW), REQUESTS);
        AtomicInteger answered = new AtomicInteger();
        Endpoint query = context.getEndpoint("salesforce-cc:query?rawPayload=true");
        AsyncProducer producer = query.createAsyncProducer();
        producer.start();
        for (int request = 0; request < REQUESTS; request++) {
            Exchange exchange = query.createExchange();
            exchange.getIn().setBody("SELECT Id FROM User");
            producer.process(exchange, doneSync -> answered.incrementAndGet());
        }
        await().until(() -> org.openConnections() >= 64);
        return answered;
    }
}
