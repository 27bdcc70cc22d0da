package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** A route whose asynchronous processor throws an Error, which Camel passes on without ending the exchange. */
@WithSalesforceSimulator(settings = WithOrders.class)
class RouteErrorTest {

    private final List<Throwable> failed = new CopyOnWriteArrayList<>();

    @Test
    void eventWhenTheRouteThrowsAnErrorThenItsExchangeEndsAndCamelCountsItNoMore(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.addRoutes(throwingRoute());
            context.start();
            await().until(() -> org.subscriptions() == 1);

            TestRecords.publish(org, "Order__e", "Number__c", "1");

            await().untilAsserted(() -> assertThat(failed).hasSize(2).allMatch(StackOverflowError.class::isInstance));
            await().untilAsserted(() -> {
                assertThat(context.getInflightRepository().size("orders")).isZero();
                assertThat(context.getInflightRepository().size()).isZero();
            });
        }
    }

    private RouteBuilder throwingRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:/event/Order__e?breakOnFirstError=true&maxRedeliveries=1")
                        .routeId("orders")
                        .process(new AsyncProcessorSupport() {
                            @Override
                            public boolean process(Exchange exchange, AsyncCallback callback) {
                                exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                                    @Override
                                    public void onFailure(Exchange ended) {
                                        failed.add(ended.getException().getCause());
                                    }
                                });
                                throw new StackOverflowError("thrown by the route");
                            }
                        });
            }
        };
    }
}
