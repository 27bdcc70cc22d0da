package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionConsumer;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The component is stopped and started again while its routes go on. */
@WithSalesforceSimulator(settings = RestartIT.WithOrders.class)
class RestartIT {

    private static final String QUERY = "salesforce-cc:query?rawPayload=true";
    private static final String SUBSCRIPTION = "salesforce-cc:salesforce-cc:/event/Order__e:orders";
    private static final String STREAMING = "subscribe:/event/Order__e";
    private static final String PUB_SUB = "pubSubSubscribe:/event/Order__e";

    @TempDir
    private Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void restartWhenAProducerIsInUseThenItGoesOn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            assertThat(query(template).getException()).isNull();

            restart(context);

            assertThat(query(template).getException()).isNull();
        }
    }

    @Test
    void restartWhenTheLoginIsSharedThenAListenerThatIsAddedAgainIsCalledOnce(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = started(org)) {
            SalesforceCcComponent other = TestContexts.component(org);
            context.addComponent("other", other);
            other.start();
            List<TokenEvent> heard = new CopyOnWriteArrayList<>();
            component(context).login().addEventListener(heard::add);
            other.login().renewNow().get(30, TimeUnit.SECONDS);
            assertThat(heard)
                    .filteredOn(TokenEvent.LoginSucceeded.class::isInstance)
                    .hasSize(1);

            restart(context);
            component(context).login().addEventListener(heard::add);
            other.login().renewNow().get(30, TimeUnit.SECONDS);

            assertThat(heard)
                    .filteredOn(TokenEvent.LoginSucceeded.class::isInstance)
                    .hasSize(2);
        }
    }

    @Test
    void stopWhenAProducerIsInUseThenItsExchangesFailAndSayWhy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            assertThat(query(template).getException()).isNull();

            component(context).stop();

            assertThat(query(template).getException())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The component salesforce-cc is not started");
        }
    }

    @Test
    void stopWhenARequestIsUnderWayThenItsExchangeFails(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            assertThat(query(template).getException()).isNull();
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofSeconds(4)), 1);
            Future<Exchange> underWay = asyncQuery(template);
            await().until(() -> org.faults().pending(FaultPoint.REST_REQUEST) == 0);

            component(context).stop();

            assertThat(underWay.get(30, TimeUnit.SECONDS).getException()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMING, PUB_SUB})
    void restartWhenARouteIsSubscribedThenItsEventsComeOn(String path, SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, path)) {
            publish(org, "1");
            await().untilAsserted(() -> assertThat(seen).containsExactly("1"));

            component(context).stop();
            publish(org, "2");
            component(context).start();
            await().until(() -> health(context, SUBSCRIPTION).getState() == HealthCheck.State.UP);
            publish(org, "3");

            await().untilAsserted(() -> assertThat(seen).containsExactly("1", "2", "3"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMING, PUB_SUB})
    void restartWhenARouteIsSuspendedThenItsEventsComeWithItsResumption(String path, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = started(org, path)) {
            context.getRouteController().suspendRoute("orders");

            restart(context);
            publish(org, "1");
            context.getRouteController().resumeRoute("orders");

            await().untilAsserted(() -> assertThat(seen).containsExactly("1"));
        }
    }

    @Test
    void restartWhenARouteIsStoppedThenItStaysStopped(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, STREAMING)) {
            context.getRouteController().stopRoute("orders");

            restart(context);

            assertThat(component(context).subscriptions().statuses()).isEmpty();
            context.getRouteController().startRoute("orders");
            publish(org, "1");
            await().untilAsserted(() -> assertThat(seen).containsExactly("1"));
        }
    }

    @Test
    void restartWhenARouteIsStartedDuringItsLoginThenItSubscribesOnce(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, STREAMING)) {
            context.getRouteController().stopRoute("orders");
            component(context).stop();
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofSeconds(4)), 1);
            CompletableFuture<Void> start =
                    CompletableFuture.runAsync(() -> component(context).start());
            await().until(() -> org.faults().pending(FaultPoint.TOKEN_REQUEST) == 0);

            context.getRouteController().startRoute("orders");
            start.get(30, TimeUnit.SECONDS);

            assertThat(component(context).subscriptions().statuses()).hasSize(1);
            context.getRouteController().stopRoute("orders");
            assertThat(component(context).subscriptions().statuses()).isEmpty();
        }
    }

    @Test
    void suspendWhenTheConsumerSubscribesOnceMoreThenWhatItSubscribesIsSuspended(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = started(org)) {
            SalesforceCcEndpoint endpoint = context.getEndpoint(
                    "salesforce-cc:" + STREAMING + "?durable=true&subscriptionName=orders", SalesforceCcEndpoint.class);
            CountDownLatch subscribing = new CountDownLatch(2);
            CountDownLatch goOn = new CountDownLatch(1);
            SubscriptionConsumer consumer = new SubscriptionConsumer(
                    endpoint,
                    exchange -> seen.add(number(exchange)),
                    null,
                    owner -> context.getExecutorServiceManager().newSingleThreadExecutor(owner, "orders"),
                    1,
                    name -> {
                        subscribing.countDown();
                        if (subscribing.getCount() == 0) {
                            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
                        }
                        return component(context)
                                .subscriptionManager()
                                .plan(endpoint, endpoint.getSubscription(), name);
                    });
            consumer.start();
            component(context).resubscribeAfterRestart(consumer);
            CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> restart(context), RestartIT::onThread);
            assertThat(subscribing.await(30, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> suspension = CompletableFuture.runAsync(consumer::suspend, RestartIT::onThread);
            await().until(consumer::isSuspendingOrSuspended);
            // nothing tells whether the suspension has come past the subscription that is not there any more
            suspension
                    .handle((done, failure) -> done)
                    .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                    .join();
            goOn.countDown();
            restart.get(30, TimeUnit.SECONDS);
            suspension.get(30, TimeUnit.SECONDS);

            await().untilAsserted(
                            () -> assertThat(component(context).subscriptions().statuses())
                                    .extracting(SubscriptionStatus::state)
                                    .containsExactly(SubscriptionState.SUSPENDED));
            consumer.stop();
        }
    }

    @Test
    void restartWhenAConsumerCannotSubscribeThenHealthIsDownUntilItCan(SalesforceSimulator org) throws Exception {
        AtomicReference<Exception> problem = new AtomicReference<>();
        try (CamelContext context = started(org)) {
            SalesforceCcEndpoint endpoint = context.getEndpoint(
                    "salesforce-cc:" + STREAMING + "?durable=true&subscriptionName=orders", SalesforceCcEndpoint.class);
            SubscriptionConsumer consumer = new SubscriptionConsumer(
                    endpoint,
                    exchange -> seen.add(number(exchange)),
                    null,
                    owner -> context.getExecutorServiceManager().newSingleThreadExecutor(owner, "orders"),
                    1,
                    name -> {
                        if (problem.get() != null) {
                            throw problem.get();
                        }
                        return component(context)
                                .subscriptionManager()
                                .plan(endpoint, endpoint.getSubscription(), name);
                    });
            consumer.start();
            component(context).resubscribeAfterRestart(consumer);
            problem.set(new IllegalArgumentException("Option replayStore: there is no bean"));

            restart(context);

            HealthCheck.Result down = health(context, "salesforce-cc:salesforce-cc:restart");
            assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(down.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("Order__e", "there is no bean"));
            problem.set(null);
            publish(org, "1");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly("1"));
            await().untilAsserted(() -> assertThat(HealthCheckHelper.getHealthCheckRegistry(context)
                            .getCheck("salesforce-cc:salesforce-cc:restart"))
                    .isEmpty());
            consumer.stop();
        }
    }

    @Test
    void stopWhenTheComponentIsRemovedThenNoCheckIsLeft(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            component(context).stop();

            context.removeComponent("salesforce-cc");

            assertThat(HealthCheckHelper.getHealthCheckRegistry(context).getCheck("salesforce-cc:salesforce-cc"))
                    .isEmpty();
        }
    }

    @Test
    void stopWhenRoutesGoOnThenHealthIsDownUntilTheStart(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, STREAMING)) {
            component(context).stop();

            HealthCheck.Result stopped = health(context, "salesforce-cc:salesforce-cc");
            assertThat(stopped.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(stopped.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("The component salesforce-cc is stopped"));

            component(context).start();
            assertThat(health(context, "salesforce-cc:salesforce-cc").getState())
                    .isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void stopWhenTheContextStopsThenNoCheckIsLeft(SalesforceSimulator org) throws Exception {
        CamelContext context = started(org, STREAMING);

        context.close();

        assertThat(HealthCheckHelper.getHealthCheckRegistry(context).getCheck("salesforce-cc:salesforce-cc"))
                .isEmpty();
    }

    private CamelContext started(SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        component.setReplayStoreLocation(folder.toString());
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        return context;
    }

    private CamelContext started(SalesforceSimulator org, String path) throws Exception {
        CamelContext context = started(org);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + path + "?durable=true&subscriptionName=orders")
                        .routeId("orders")
                        .process(exchange -> seen.add(number(exchange)));
            }
        });
        return context;
    }

    private static void restart(CamelContext context) {
        component(context).stop();
        component(context).start();
    }

    private static SalesforceCcComponent component(CamelContext context) {
        return context.getComponent("salesforce-cc", SalesforceCcComponent.class);
    }

    private static Exchange query(FluentProducerTemplate template) throws Exception {
        return asyncQuery(template).get(30, TimeUnit.SECONDS);
    }

    private static Future<Exchange> asyncQuery(FluentProducerTemplate template) {
        return template.to(QUERY)
                .withProcessor(exchange -> exchange.getIn().setBody("SELECT Id FROM User"))
                .asyncSend();
    }

    private static HealthCheck.Result health(CamelContext context, String id) {
        return HealthCheckHelper.getHealthCheckRegistry(context)
                .getCheck(id)
                .orElseThrow(() -> new AssertionError("No health check " + id))
                .call();
    }

    private static String number(Exchange exchange) {
        Object body = exchange.getIn().getBody();
        return body instanceof PlatformEvent event
                ? String.valueOf(event.getEventData().get("Number__c"))
                : String.valueOf(((org.apache.avro.generic.GenericRecord) body).get("Number__c"));
    }

    private static void publish(SalesforceSimulator org, String number) {
        TestRecords.publish(org, "Order__e", "Number__c", number);
    }

    /** An org with the platform event Order__e. */
    public static final class WithOrders implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.pubSubTls(TestTls.server())
                    .schema(Schema.standard()
                            .with(SObjectDefinition.platformEvent("Order__e")
                                    .fields(FieldDefinition.text("Number__c", 80))
                                    .build()));
        }
    }

    /** One each: on JDK 25 the common pool can have a single thread, and both block. */
    private static void onThread(Runnable work) {
        new Thread(work, "restart").start();
    }
}
