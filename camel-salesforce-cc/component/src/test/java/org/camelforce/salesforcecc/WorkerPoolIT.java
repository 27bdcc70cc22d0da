package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.camelforce.salesforcecc.internal.token.FakeExecutor;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.SubscriptionProgress;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever pool runs the route, and whatever the context's default profile says, events reach it, in their order. */
@WithSalesforceSimulator(settings = DurableSubscriptionIT.WithOrders.class)
class WorkerPoolIT {

    private static final String STREAMING = "subscribe:/event/Order__e";
    private static final String PUB_SUB = "pubSubSubscribe:/event/Order__e";
    private static final String POOL = "&consumerWorkerPoolExecutorService=#pool";
    private static final String[] NUMBERS =
            IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).toArray(String[]::new);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final List<ExecutorService> pools = new ArrayList<>();
    private volatile String failing = "";
    private volatile Runnable route = () -> {};

    @AfterEach
    void shutDown() {
        pools.forEach(ExecutorService::shutdownNow);
    }

    @ParameterizedTest
    @CsvSource({
        STREAMING + ", ABORT",
        STREAMING + ", CALLER_RUNS",
        STREAMING + ", DISCARD",
        PUB_SUB + ", ABORT",
        PUB_SUB + ", CALLER_RUNS",
        PUB_SUB + ", DISCARD"
    })
    @Tag("consumer-worker-pool")
    void l15EventsWhenThePoolHasLittleRoomThenAllAreProcessedInTheirOrderOnItsThreads(
            String path, Policy policy, SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, path + "?maxInFlightEvents=100" + POOL)) {
            CountDownLatch busy = new CountDownLatch(1);
            route = () -> hold(busy);
            context.getRegistry().bind("pool", pool(policy.handler));
            context.start();
            publish(org);
            awaitReceived(context);
            busy.countDown();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly(NUMBERS));
            assertThat(threads).allMatch(name -> name.startsWith("user-pool"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMING, PUB_SUB})
    @Tag("consumer-worker-pool")
    void l15PoolWhenItRunsTasksOnTheCallersThreadThenTheRouteDoesNotRunAndHealthIsDown(
            String path, SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, path + "?maxInFlightEvents=100" + POOL)) {
            context.getRegistry().bind("pool", new Direct());
            context.start();
            publish(org);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                HealthCheck.Result health = health(context);
                assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
                assertThat(health.getMessage())
                        .hasValueSatisfying(message -> assertThat(message).contains("worker pool"));
            });
            assertThat(seen).isEmpty();
        }
    }

    @Test
    @Tag("consumer-worker-pool")
    void l15PoolWhenItIsShutDownThenHealthIsDownAndTheContextStops(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, STREAMING + "?maxInFlightEvents=100" + POOL)) {
            ThreadPoolExecutor pool = pool(new ThreadPoolExecutor.AbortPolicy());
            context.getRegistry().bind("pool", pool);
            context.start();
            pool.shutdownNow();
            publish(org);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.DOWN));
        }
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({STREAMING + ", CallerRuns", STREAMING + ", Abort", PUB_SUB + ", CallerRuns", PUB_SUB + ", Abort"})
    void l11EventsWhenTheContextsDefaultProfileHasAQueueOfTwoThenAllAreProcessedInTheirOrder(
            String path, ThreadPoolRejectedPolicy policy, SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, path + "?maxInFlightEvents=100")) {
            ThreadPoolProfile profile = context.getExecutorServiceManager().getDefaultThreadPoolProfile();
            profile.setMaxQueueSize(2);
            profile.setRejectedPolicy(policy);
            CountDownLatch busy = new CountDownLatch(1);
            route = () -> hold(busy);
            context.start();
            publish(org);
            awaitReceived(context);
            busy.countDown();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly(NUMBERS));
            assertThat(threads).allMatch(name -> name.contains("SalesforceCcConsumer"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMING, PUB_SUB})
    void l13EventWhenItFailsTooOftenThenTheDeadLetterEndpointGetsItAndTheRestIsProcessed(
            String path, SalesforceSimulator org) throws Exception {
        List<Exchange> dead = new CopyOnWriteArrayList<>();
        String options = "?breakOnFirstError=true&backoffIncrement=20&maxRedeliveries=2&deadLetterUri=direct:dead";
        try (CamelContext context = context(org, path + options)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:dead").process(exchange -> dead.add(exchange.copy()));
                }
            });
            failing = "2";
            context.start();
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            TestRecords.publish(org, "Order__e", "Number__c", "3");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly("1", "3"));
            assertThat(dead).singleElement().satisfies(letter -> {
                assertThat(number(letter)).isEqualTo("2");
                assertThat(letter.getIn().getHeader(EventHeaders.FAILURES)).isEqualTo(3);
                assertThat(letter.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                        .hasMessage("as the test says");
            });
            assertThat(progress(context).exhausted()).isEqualTo(1);
        }
    }

    @Test
    void l13EventWhenTheDeadLetterEndpointFailsThenItComesAgainUntilThatTakesIt(SalesforceSimulator org)
            throws Exception {
        List<String> dead = new CopyOnWriteArrayList<>();
        String options = "?breakOnFirstError=true&backoffIncrement=20&maxRedeliveries=0&deadLetterUri=direct:dead";
        try (CamelContext context = context(org, STREAMING + options)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:dead").process(exchange -> {
                        dead.add(number(exchange));
                        if (dead.size() < 3) {
                            throw new IllegalStateException("no broker");
                        }
                    });
                }
            });
            failing = "1";
            context.start();
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly("2"));
            assertThat(dead).containsExactly("1", "1", "1");
        }
    }

    @Test
    void l13EventWhenThereIsNoDeadLetterEndpointThenPassedOverAndCounted(SalesforceSimulator org) throws Exception {
        String options = "?breakOnFirstError=true&backoffIncrement=20&maxRedeliveries=1";
        try (CamelContext context = context(org, STREAMING + options);
                LogLines lines = LogLines.from(Level.WARN)) {
            failing = "1";
            context.start();
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly("2"));
            assertThat(progress(context).exhausted()).isEqualTo(1);
            assertThat(lines.with("option maxRedeliveries, and is passed over")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Senseless.class)
    void optionsWhenTheyDoNotFitTogetherThenTheStartFailsAndNamesThem(Senseless senseless, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = context(org, STREAMING + "?" + senseless.options)) {
            assertThatThrownBy(context::start).hasStackTraceContaining(senseless.message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMING, PUB_SUB})
    void l14RouteWhenItThrowsAnErrorThenTheEventsAfterItAreProcessed(String path, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = context(org, path)) {
            route = () -> {
                if (seen.isEmpty()) {
                    seen.add("error");
                    throw new NoClassDefFoundError("of the route");
                }
            };
            context.start();
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen).containsExactly("error", "2"));
        }
    }

    @Test
    void l14EventWhenItsClassCannotBeInitializedThenItIsFinished(SalesforceSimulator org) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (CamelContext context = context(
                org,
                PUB_SUB + "?pubSubDeserializeType=POJO&pubSubPojoClass=" + Uninitializable.class.getName()
                        + "&exceptionHandler=#heard")) {
            context.getRegistry().bind("heard", new org.apache.camel.spi.ExceptionHandler() {
                @Override
                public void handleException(Throwable exception) {
                    heard.add(exception.toString());
                }

                @Override
                public void handleException(String message, Throwable exception) {
                    heard.add(message);
                }

                @Override
                public void handleException(String message, Exchange exchange, Throwable exception) {
                    heard.add(message);
                }
            });
            context.start();
            TestRecords.publish(org, "Order__e", "Number__c", "1");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                                    .subscriptions()
                                    .statuses())
                            .singleElement()
                            .satisfies(status -> {
                                assertThat(status.traffic().processed()).isEqualTo(1);
                                assertThat(status.inFlight()).isZero();
                            }));
            assertThat(heard).singleElement().asString().contains("Cannot decode the event");
        }
    }

    /** Pools that have no room. */
    enum Policy {
        ABORT(new ThreadPoolExecutor.AbortPolicy()),
        CALLER_RUNS(new ThreadPoolExecutor.CallerRunsPolicy()),
        DISCARD(new ThreadPoolExecutor.DiscardPolicy());

        private final RejectedExecutionHandler handler;

        Policy(RejectedExecutionHandler handler) {
            this.handler = handler;
        }
    }

    /** Options that have no sense, and what the failure says. */
    enum Senseless {
        LIMIT_WITHOUT_BREAK("maxRedeliveries=3", "Option maxRedeliveries needs breakOnFirstError=true"),
        LIMIT_BELOW_NONE(
                "breakOnFirstError=true&maxRedeliveries=-2", "Option maxRedeliveries must be at least 0, or -1 for no"),
        LETTER_WITHOUT_LIMIT(
                "breakOnFirstError=true&deadLetterUri=direct:dead",
                "Option deadLetterUri needs breakOnFirstError=true"),
        NO_STALL("stallAfter=0", "Option stallAfter must be at least 1 ms");

        private final String options;
        private final String message;

        Senseless(String options, String message) {
            this.options = options;
            this.message = message;
        }
    }

    /** What cannot be initialized. */
    public static final class Uninitializable {

        private static final Object NOTHING = fail();

        /** For the decoder. */
        public Object getNumber() {
            return NOTHING;
        }

        private static Object fail() {
            throw new IllegalStateException("as the test says");
        }
    }

    /** Runs everything on the calling thread. */
    private static final class Direct extends FakeExecutor {

        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }

    private ThreadPoolExecutor pool(RejectedExecutionHandler handler) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(5),
                task -> new Thread(task, "user-pool"),
                handler);
        pools.add(pool);
        return pool;
    }

    private CamelContext context(SalesforceSimulator org, String uri) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        CamelContext context = TestContexts.contextWith(component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + uri).routeId("orders").process(WorkerPoolIT.this::process);
            }
        });
        return context;
    }

    private void process(Exchange exchange) {
        threads.add(Thread.currentThread().getName());
        String number = number(exchange);
        if (number.equals(failing)) {
            throw new IllegalStateException("as the test says");
        }
        route.run();
        seen.add(number);
    }

    private static String number(Exchange exchange) {
        Object body = exchange.getIn().getBody();
        return body instanceof PlatformEvent event
                ? String.valueOf(event.getEventData().get("Number__c"))
                : String.valueOf(((org.apache.avro.generic.GenericRecord) body).get("Number__c"));
    }

    private static void publish(SalesforceSimulator org) {
        for (String number : NUMBERS) {
            TestRecords.publish(org, "Order__e", "Number__c", number);
        }
    }

    private static void awaitReceived(CamelContext context) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                                .subscriptions()
                                .statuses())
                .singleElement()
                .satisfies(status -> assertThat(status.traffic().received()).isEqualTo(NUMBERS.length)));
    }

    private static SubscriptionProgress progress(CamelContext context) {
        return context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                .subscriptions()
                .statuses()
                .get(0)
                .progress();
    }

    private static HealthCheck.Result health(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRegistry(context)
                .getCheck("salesforce-cc:salesforce-cc:/event/Order__e:orders")
                .orElseThrow()
                .call();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
