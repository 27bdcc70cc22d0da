package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.support.service.BaseService;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A suspension that outlasts Camel's shutdown timeout: Camel stops the consumer, calls the route suspended, and refuses
 * exchanges in it until the route is restarted, unless the route has no error handler.
 */
@WithSalesforceSimulator(settings = RestartIT.WithOrders.class)
class SuspensionIT {

    @TempDir
    private Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile RejectedExecutionException rejection;
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        goOn.countDown();
    }

    @Test
    void resumeWhenCamelHasStoppedTheConsumerThenItsEventsComeOn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, false)) {
            suspendByForce(context, org);
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            context.getRouteController().resumeRoute("orders");

            await().untilAsserted(() -> assertThat(seen).contains("1", "2"));
        }
    }

    /** Camel suspends and stops the consumer on two threads, and either can come first. */
    @Test
    void resumeWhenTheConsumerWasStoppedLastThenItsEventsComeOn(SalesforceSimulator org) throws Exception {
        goOn.countDown();
        try (CamelContext context = started(org, false)) {
            context.getRouteController().suspendRoute("orders");
            context.getRoute("orders").getConsumer().stop();

            context.getRouteController().resumeRoute("orders");
            TestRecords.publish(org, "Order__e", "Number__c", "1");

            await().untilAsserted(() -> assertThat(seen).containsExactly("1"));
        }
    }

    @Test
    void eventWhenCamelDoesNotRunTheRouteThenTheProblemNamesTheRemedy(SalesforceSimulator org) throws Exception {
        rejection = new RejectedExecutionException("Run not allowed");
        goOn.countDown();
        try (CamelContext context = started(org, false)) {
            TestRecords.publish(org, "Order__e", "Number__c", "1");

            await().untilAsserted(() -> assertThat(statuses(context))
                    .singleElement()
                    .extracting(SubscriptionStatus::problem)
                    .asString()
                    .contains("Camel does not run the route orders", "Stop the route and start it again"));
        }
    }

    @Test
    void restartWhenCamelHasSuspendedTheRouteByForceThenItsEventsComeOn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, true)) {
            suspendByForce(context, org);
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            context.getRouteController().resumeRoute("orders");

            context.getRouteController().stopRoute("orders");
            context.getRouteController().startRoute("orders");

            await().untilAsserted(() -> assertThat(seen).contains("1", "2"));
        }
    }

    @Test
    void stopWhenARouteHasBeenSuspendedByForceThenItIsStopped(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, true)) {
            suspendByForce(context, org);

            context.getRouteController().stopRoute("orders");

            assertThat(context.getRouteController().getRouteStatus("orders")).isEqualTo(ServiceStatus.Stopped);
            assertThat(context.getRoute("orders").getConsumer())
                    .extracting(consumer -> ((BaseService) consumer).isSuspended())
                    .isEqualTo(false);
        }
    }

    private void suspendByForce(CamelContext context, SalesforceSimulator org) throws Exception {
        TestRecords.publish(org, "Order__e", "Number__c", "1");
        assertThat(hanging.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> suspension = new CompletableFuture<>();
        Thread operator = new Thread(
                () -> {
                    try {
                        context.getRouteController().suspendRoute("orders", 1, TimeUnit.SECONDS);
                        suspension.complete(null);
                    } catch (Exception e) {
                        suspension.completeExceptionally(e);
                    }
                },
                "suspension");
        operator.start();
        BaseService consumer = (BaseService) context.getRoute("orders").getConsumer();
        await().until(() -> consumer.isStopping() || consumer.isStopped());
        goOn.countDown();
        suspension.get(30, TimeUnit.SECONDS);
        // the task that it has given up suspends the consumer once more, and could do so after the resumption
        await().until(() -> Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(frame -> frame.getClassName().endsWith("DefaultShutdownStrategy$ShutdownTask")));
        assertThat(context.getRouteController().getRouteStatus("orders")).isEqualTo(ServiceStatus.Suspended);
        assertThat(statuses(context)).isEmpty();
    }

    private static List<SubscriptionStatus> statuses(CamelContext context) {
        return context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                .subscriptions()
                .statuses();
    }

    private CamelContext started(SalesforceSimulator org, boolean errorHandler) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setReplayStoreLocation(folder.toString());
        CamelContext context = TestContexts.contextWith(component);
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (!errorHandler) {
                    errorHandler(noErrorHandler());
                }
                from("salesforce-cc:subscribe:/event/Order__e?durable=true&subscriptionName=orders"
                                + "&breakOnFirstError=true&backoffIncrement=200")
                        .routeId("orders")
                        .process(SuspensionIT.this::hangOnce);
            }
        });
        context.start();
        return context;
    }

    private void hangOnce(Exchange exchange) throws InterruptedException {
        hanging.countDown();
        assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
        if (rejection != null) {
            throw rejection;
        }
        seen.add(String.valueOf(
                exchange.getIn().getBody(PlatformEvent.class).getEventData().get("Number__c")));
    }
}
