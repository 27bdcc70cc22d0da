package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A route whose asynchronous processor throws an Error, which Camel passes on without ending the exchange. */
@Tag("compatibility")
@WithSalesforceSimulator(settings = WithOrders.class)
class RouteErrorIT {

    private static final String EVENTS =
            "salesforce-cc:subscribe:/event/Order__e?breakOnFirstError=true&maxRedeliveries=1";

    private final List<Throwable> failed = new CopyOnWriteArrayList<>();

    @Test
    void eventWhenTheRouteThrowsAnErrorThenItsExchangeEndsAndCamelCountsItNoMore(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS).routeId("orders").process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders");
        }
    }

    @Test
    void eventWhenAnInnerRouteThrowsAnErrorThenCamelCountsItInNoRouteAnyMore(SalesforceSimulator org) throws Exception {
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS).routeId("orders").to("direct:in");
                from("direct:in").routeId("inner").process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders", "inner");
        }
    }

    @Test
    void eventWhenARouteThrowsAnErrorThenEachPolicyThatHasSeenItBeginSeesItsEnd(SalesforceSimulator org)
            throws Exception {
        Balance outer = new Balance(false);
        Balance inner = new Balance(false);
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS).routeId("orders").routePolicy(outer).to("direct:in");
                from("direct:in").routeId("inner").routePolicy(inner).process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders", "inner");
            assertThat(List.of(outer, inner)).allSatisfy(policy -> {
                assertThat(policy.begun).hasValue(2);
                assertThat(policy.done).hasValue(2);
            });
        }
    }

    @Test
    void eventWhenAnInnerRouteThrowsAnErrorThenItsCompletionRuns(SalesforceSimulator org) throws Exception {
        AtomicInteger completed = new AtomicInteger();
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS).routeId("orders").to("direct:in");
                from("direct:in")
                        .routeId("inner")
                        .onCompletion()
                        .process(exchange -> completed.incrementAndGet())
                        .end()
                        .process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders", "inner");
            await().untilAsserted(() -> assertThat(completed).hasValue(2));
        }
    }

    @Test
    void eventWhenAPolicyThrowsTooThenCamelCountsItNoMore(SalesforceSimulator org) throws Exception {
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS).routeId("orders").routePolicy(new Balance(true)).process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders");
        }
    }

    @Test
    void eventWhenACompletionThrowsAnErrorTooThenCamelCountsItNoMore(SalesforceSimulator org) throws Exception {
        try (CamelContext context = publishedTo(org, new RouteBuilder() {
            @Override
            public void configure() {
                from(EVENTS)
                        .routeId("orders")
                        .process(exchange -> exchange.getExchangeExtension()
                                .addOnCompletion(new SynchronizationAdapter() {
                                    @Override
                                    public void onDone(Exchange ended) {
                                        throw new StackOverflowError("thrown by the completion");
                                    }
                                }))
                        .process(new Throwing());
            }
        })) {
            awaitNoneInFlight(context, "orders");
        }
    }

    /** Begins with one event, which fails twice and is given up then. */
    private static CamelContext publishedTo(SalesforceSimulator org, RouteBuilder routes) throws Exception {
        CamelContext context = TestContexts.contextWith(TestContexts.component(org));
        context.addRoutes(routes);
        context.start();
        await().until(() -> org.subscriptions() == 1);
        TestRecords.publish(org, "Order__e", "Number__c", "1");
        return context;
    }

    private void awaitNoneInFlight(CamelContext context, String... routes) {
        await().untilAsserted(() -> assertThat(failed).hasSize(2).allMatch(StackOverflowError.class::isInstance));
        await().untilAsserted(() -> {
            assertThat(routes).allSatisfy(route -> assertThat(
                            context.getInflightRepository().size(route))
                    .as(route)
                    .isZero());
            assertThat(context.getInflightRepository().size()).isZero();
        });
    }

    private final class Throwing extends AsyncProcessorSupport {

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
    }

    private static final class Balance extends RoutePolicySupport {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final boolean throwing;

        private Balance(boolean throwing) {
            this.throwing = throwing;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            begun.incrementAndGet();
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            done.incrementAndGet();
            if (throwing) {
                throw new StackOverflowError("thrown by the policy");
            }
        }
    }
}
