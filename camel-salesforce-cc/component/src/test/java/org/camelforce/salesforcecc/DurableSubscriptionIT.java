package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getStackTrace;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Durable subscriptions by both APIs: what a restart, a failing route or a lost position does to them. */
@WithSalesforceSimulator(settings = DurableSubscriptionIT.WithOrders.class)
class DurableSubscriptionIT {

    private static final String DURABLE = "?durable=true&subscriptionName=orders&commitInterval=10";

    private static final String ORG_ID = "00D000000000001EAA";

    @TempDir
    private Path folder;

    enum Api {
        STREAMING("subscribe:/event/Order__e"),
        PUB_SUB("pubSubSubscribe:/event/Order__e");

        private final String path;

        Api(String path) {
            this.path = path;
        }
    }

    @Tag("compatibility")
    @ParameterizedTest
    @EnumSource
    void l5RestartWhenEventsWereProcessedThenGoesOnAfterTheLastOne(Api api, SalesforceSimulator org) throws Exception {
        try (Node node = start(org, api.path + DURABLE)) {
            publish(org, 1, 2);
            node.awaitEvents("1", "2");
        }
        publish(org, 3);

        try (Node node = start(org, api.path + DURABLE)) {
            publish(org, 4);
            node.awaitEvents("3", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void l1RestartWhenAnEventWasNotFinishedThenItComesAgain(Api api, SalesforceSimulator org) throws Exception {
        try (Node node = new Node(org, api.path + DURABLE)) {
            node.failOn("2");
            node.breakOnFirstError();
            node.start();
            publish(org, 1, 2);
            node.awaitAttempts("2", 1);
            node.awaitEvents("1");
        }

        try (Node node = start(org, api.path + DURABLE)) {
            node.awaitEvents("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void l2BreakOnFirstErrorWhenTheRouteFailsThenTheEventComesAgainUntilItIsProcessed(Api api, SalesforceSimulator org)
            throws Exception {
        try (Node node = new Node(org, api.path + DURABLE)) {
            node.failOn("2");
            node.breakOnFirstError();
            node.start();
            publish(org, 1, 2, 3);
            node.awaitAttempts("2", 2);

            node.failOn("nothing");

            node.awaitEvents("1", "2", "3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void l2FailureWhenTheErrorHandlerGivesUpThenTheDeadLetterRouteGetsTheEventAndThePositionMovesOn(
            Api api, SalesforceSimulator org) throws Exception {
        try (Node node = new Node(org, api.path + DURABLE)) {
            node.failOn("2");
            node.deadLetters();
            node.start();
            publish(org, 1, 2, 3);

            node.awaitEvents("1", "3");
            MockEndpoint dead = node.context.getEndpoint("mock:dead", MockEndpoint.class);
            await().until(() -> dead.getReceivedCounter() == 1);
            assertThat(node.number(dead.getExchanges().get(0))).isEqualTo("2");
        }
        try (Node node = start(org, api.path + DURABLE)) {
            publish(org, 4);
            node.awaitEvents("4");
        }
    }

    @Test
    void l2EventWhenItCannotBeDecodedThenTheExceptionHandlerGetsItWithItsPayload(SalesforceSimulator org)
            throws Exception {
        List<Object> bodies = new CopyOnWriteArrayList<>();
        try (CamelContext context = TestContexts.contextWith(component(org))) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(Exception.class)
                            .handled(true)
                            .process(exchange -> bodies.add(
                                    exchange.getIn().getHeader(EventHeaders.UNDECODED_PAYLOAD, String.class)));
                    from("salesforce-cc:subscribe:Numbers?sObjectQuery=SELECT Id, Name FROM Account&updateTopic=true"
                                    + "&bridgeErrorHandler=true&sObjectClass=" + WrongAccount.class.getName())
                            .to("mock:events");
                }
            });
            context.start();

            TestRecords.createAccount(org, "Acme");

            await().untilAsserted(
                            () -> assertThat(bodies).singleElement().asString().contains("\"Name\":\"Acme\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("consumer-worker-pool")
    void l9RestartWhenTheRouteIsParallelThenNothingBehindAnOpenEventIsTakenForDone(Api api, SalesforceSimulator org)
            throws Exception {
        String parallel = DURABLE + "&consumerWorkerPoolEnabled=true";
        try (Node node = new Node(org, api.path + parallel)) {
            node.failOn("1");
            node.breakOnFirstError();
            node.start();
            publish(org, 1, 2, 3);
            node.awaitAttempts("1", 1);
        }

        try (Node node = start(org, api.path + parallel)) {
            await().until(() -> node.seen.contains("1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void l8PositionWhenItIsLostThenTheSubscriptionFailsAndNamesTheOption(Api api, SalesforceSimulator org)
            throws Exception {
        loseThePosition(api, org);

        try (Node node = new Node(org, api.path + DURABLE)) {
            assertThat(startFailure(node))
                    .contains("The position of orders on /event/Order__e is lost")
                    .contains("replayGapPolicy");
        }
    }

    @ParameterizedTest
    @EnumSource
    void l8PositionWhenItIsLostAndThePolicyIsEarliestThenWhatIsRetainedComesAndAnEventNamesTheGap(
            Api api, SalesforceSimulator org) throws Exception {
        loseThePosition(api, org);
        publish(org, 7);

        try (Node node = new Node(org, api.path + DURABLE + "&replayGapPolicy=earliest")) {
            node.start();

            await().until(() -> node.seen.contains("7"));
            await().untilAsserted(() -> assertThat(
                            node.component().subscriptions().statuses())
                    .singleElement()
                    .satisfies(status -> assertThat(status.state()).isEqualTo(SubscriptionState.OPEN)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void l8PositionWhenItIsLostAndThePolicyIsLatestThenOnlyNewEventsCome(Api api, SalesforceSimulator org)
            throws Exception {
        loseThePosition(api, org);
        publish(org, 7);

        try (Node node = start(org, api.path + DURABLE + "&replayGapPolicy=latest")) {
            await().untilAsserted(
                            () -> assertThat(node.component().subscriptions().statuses())
                                    .singleElement()
                                    .satisfies(status -> {
                                        assertThat(status.gaps()).isEqualTo(1);
                                        assertThat(status.state()).isEqualTo(SubscriptionState.OPEN);
                                    }));
            publish(org, 8);
            node.awaitEvents("8");
        }
    }

    @Test
    void replayGapPolicyWhenItIsABeanThenItDecides(SalesforceSimulator org) throws Exception {
        loseThePosition(Api.STREAMING, org);
        publish(org, 7);
        try (Node node = new Node(org, Api.STREAMING.path + DURABLE + "&replayGapPolicy=#decider")) {
            AtomicBoolean asked = new AtomicBoolean();
            node.context.getRegistry().bind("decider", (org.camelforce.salesforcecc.subscription.ReplayGapPolicy)
                    gap -> {
                        asked.set(true);
                        return new org.camelforce.salesforcecc.subscription.StartingPoint.Earliest();
                    });
            node.start();

            await().until(() -> node.seen.contains("7"));
            assertThat(asked).isTrue();
        }
    }

    @Test
    void listenerWhenAPositionIsCommittedThenCalled(SalesforceSimulator org) throws Exception {
        try (Node node = start(org, Api.PUB_SUB.path + DURABLE)) {
            List<SubscriptionEvent> heard = new CopyOnWriteArrayList<>();
            node.component().subscriptions().addListener((id, event) -> heard.add(event));

            publish(org, 1);

            await().untilAsserted(
                            () -> assertThat(heard).hasAtLeastOneElementOfType(SubscriptionEvent.Committed.class));
        }
    }

    @Test
    void durableWhenThereIsNoNameThenFailsAndNamesTheOption(SalesforceSimulator org) throws Exception {
        assertRefused(org, "subscribe:/event/Order__e?durable=true", "Option subscriptionName must have a value");
    }

    @Test
    void durableWhenTwoRoutesShareOneNameThenTheSecondFailsAndSaysWhy(SalesforceSimulator org) throws Exception {
        try (Node first = start(org, Api.STREAMING.path + DURABLE)) {
            assertRefused(org, Api.STREAMING.path + DURABLE, "its own subscriptionName");
            assertThat(first.context.isStarted()).isTrue();
        }
    }

    @Test
    void replayGapPolicyWhenThereIsNoSuchPolicyThenFailsAndListsThem(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.STREAMING.path + "?replayGapPolicy=sometimes", "fail, earliest, latest");
    }

    @Test
    void commitIntervalWhenItIsZeroThenFailsAndNamesTheOption(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.STREAMING.path + "?commitInterval=0", "Option commitInterval must be at least 1 ms");
    }

    @Test
    void commitBatchSizeWhenItIsZeroThenFailsAndNamesTheOption(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.STREAMING.path + "?commitBatchSize=0", "Option commitBatchSize must be at least 1");
    }

    @Test
    void maxInFlightEventsWhenItIsNegativeThenFailsAndNamesTheOption(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.STREAMING.path + "?maxInFlightEvents=-1", "Option maxInFlightEvents must be at least 1");
    }

    @Test
    void managedSubscriptionWhenTheApiHasNoneThenFailsAndSaysSo(SalesforceSimulator org) throws Exception {
        assertRefused(
                org, Api.STREAMING.path + "?managedSubscription=Orders", "managedSubscription is for pubSubSubscribe");
    }

    @Test
    void managedSubscriptionWhenItIsAlsoDurableThenFailsAndSaysWhy(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.PUB_SUB.path + DURABLE + "&managedSubscription=Orders", "Salesforce keeps the position");
    }

    @Test
    void pubSubReplayIdWhenItIsMissingWithCustomThenFailsAndNamesTheOption(SalesforceSimulator org) throws Exception {
        assertRefused(org, Api.PUB_SUB.path + "?replayPreset=CUSTOM", "Option pubSubReplayId must have a value");
    }

    static Stream<Arguments> optionsThatWouldDoNothing() {
        String managed = "pubSubSubscribe:/event/Order__e?managedSubscription=Orders&";
        return Stream.of(
                Arguments.of("pubSubSubscribe:/event/Order__e?pubSubReplayId=AAAAAAAAAAA=", "replayPreset=CUSTOM"),
                Arguments.of(
                        "pubSubSubscribe:/event/Order__e?replayPreset=EARLIEST&pubSubReplayId=AAAAAAAAAAA=",
                        "replayPreset=CUSTOM"),
                Arguments.of("pubSubSubscribe:/event/Order__e?replayId=17", "Option replayId is for subscribe"),
                Arguments.of(
                        "subscribe:/event/Order__e?pubSubReplayId=AAAAAAAAAAA=",
                        "Option pubSubReplayId is for pubSubSubscribe"),
                Arguments.of(
                        "subscribe:/event/Order__e?replayPreset=EARLIEST",
                        "Option replayPreset is for pubSubSubscribe"),
                Arguments.of(managed + "replayGapPolicy=earliest", "Option replayGapPolicy"),
                Arguments.of(managed + "replayPreset=EARLIEST", "Option replayPreset"),
                Arguments.of(managed + "fallbackToLatestReplayId=true", "Option fallbackToLatestReplayId"),
                Arguments.of(managed + "subscriptionName=orders", "Option subscriptionName"));
    }

    @ParameterizedTest
    @MethodSource("optionsThatWouldDoNothing")
    void startWhenAnOptionWouldDoNothingThenFailsAndNamesIt(String uri, String message, SalesforceSimulator org)
            throws Exception {
        assertRefused(org, uri, message);
    }

    @Test
    void subscriptionNameWhenTwoRoutesShareItThenTheSecondFailsAndTheFirstKeepsItsHealthCheck(SalesforceSimulator org)
            throws Exception {
        try (Node node = start(org, Api.STREAMING.path + "?subscriptionName=orders")) {
            assertThatThrownBy(() -> node.context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("salesforce-cc:" + Api.STREAMING.path + "?subscriptionName=orders&maxInFlightEvents=5")
                                    .to("mock:second");
                        }
                    }))
                    .hasStackTraceContaining("its own subscriptionName");

            publish(org, 1);
            node.awaitEvents("1");
            assertThat(HealthCheckRegistry.get(node.context)
                            .getCheck("salesforce-cc:salesforce-cc:/event/Order__e:orders"))
                    .isPresent();
        }
    }

    @Test
    void positionInMemoryWhenTheRouteIsRestartedThenItGoesOnAndWhenItIsRemovedThenTheNextOneStartsAgain(
            SalesforceSimulator org) throws Exception {
        String named = Api.STREAMING.path + "?subscriptionName=orders&commitInterval=10";
        try (Node node = start(org, named)) {
            publish(org, 1);
            node.awaitEvents("1");
            String id = node.context.getRoutes().get(0).getRouteId();
            node.context.getRouteController().stopRoute(id);
            publish(org, 2);
            node.context.getRouteController().startRoute(id);
            node.awaitEvents("1", "2");

            node.context.getRouteController().stopRoute(id);
            node.context.removeRoute(id);
            publish(org, 3);
            node.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:" + named).process(node::process);
                }
            });
            publish(org, 4);

            node.awaitEvents("1", "2", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void consumersWhenTheyHaveNeitherRouteNorNameThenEachGetsEveryEvent(Api api, SalesforceSimulator org)
            throws Exception {
        try (Node node = new Node(org, api.path)) {
            node.context.start();
            for (int i = 0; i < 2; i++) {
                ServiceHelper.startService(
                        node.context.getEndpoint("salesforce-cc:" + api.path).createConsumer(node::process));
            }
            publish(org, 1);

            node.awaitEvents("1", "1");
            assertThat(node.component().subscriptions().statuses())
                    .extracting(SubscriptionStatus::id)
                    .doesNotHaveDuplicates();
        }
    }

    private void assertRefused(SalesforceSimulator org, String uri, String message) throws Exception {
        try (Node node = new Node(org, uri)) {
            assertThatThrownBy(node::start).hasStackTraceContaining(message);
        }
    }

    /** The stored position is one that the org has never issued. */
    private void loseThePosition(Api api, SalesforceSimulator org) throws IOException {
        PositionKey key = new PositionKey(ORG_ID, "/event/Order__e", "orders");
        ReplayId unknown = api == Api.STREAMING
                ? ReplayId.ofNumber(99_999_999)
                : ReplayId.ofBytes(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
        try (PositionClaim claim = new FileReplayStore(folder).claim(key)) {
            claim.commit(new StoredPosition(unknown, Instant.EPOCH));
        }
    }

    /** The Pub/Sub API may accept the subscription and refuse its position a moment later, after the start. */
    private static String startFailure(Node node) {
        Throwable failure = catchThrowable(node::start);
        if (failure != null) {
            return getStackTrace(failure);
        }
        return await().until(
                        () -> node.component().subscriptions().statuses().stream()
                                .filter(status -> status.state() == SubscriptionState.FAILED)
                                .map(status -> String.valueOf(status.problem()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Node start(SalesforceSimulator org, String uri) throws Exception {
        Node node = new Node(org, uri);
        node.start();
        return node;
    }

    private SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        component.setReplayStoreLocation(folder.toString());
        return component;
    }

    private static void publish(SalesforceSimulator org, int... numbers) {
        for (int number : numbers) {
            TestRecords.publish(org, "Order__e", "Number__c", String.valueOf(number));
        }
    }

    @Test
    void l13EventWhenItFailsAfterTheStopThenItIsNotTakenForADeadLetter(SalesforceSimulator org) throws Exception {
        String options = DURABLE + "&breakOnFirstError=true&maxRedeliveries=0&deadLetterUri=mock:dead";
        CompletableFuture<Exchange> inHand = new CompletableFuture<>();
        AtomicReference<AsyncCallback> callback = new AtomicReference<>();
        List<SubscriptionEvent> heard = new CopyOnWriteArrayList<>();
        try (CamelContext context = TestContexts.contextWith(component(org))) {
            Processor late = new AsyncProcessorSupport() {
                @Override
                public boolean process(Exchange exchange, AsyncCallback done) {
                    callback.set(done);
                    inHand.complete(exchange);
                    return false;
                }
            };
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:" + Api.STREAMING.path + options)
                            .routeId("orders")
                            .errorHandler(noErrorHandler())
                            .process(late);
                }
            });
            context.start();
            context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                    .subscriptions()
                    .addListener((id, event) -> heard.add(event));
            publish(org, 1);
            Exchange exchange = inHand.get(30, TimeUnit.SECONDS);

            ServiceHelper.stopService(context.getRoute("orders").getConsumer());
            exchange.setException(new IllegalStateException("too late"));
            callback.get().done(false);

            assertThat(heard).noneMatch(SubscriptionEvent.Exhausted.class::isInstance);
        }
    }

    /** A route in a context of its own. */
    private final class Node implements AutoCloseable {

        private final String uri;
        private final CamelContext context;
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final List<String> attempts = new CopyOnWriteArrayList<>();
        private volatile String failing = "";
        private String options = "";
        private Consumer<RouteBuilder> errors = routes -> {};

        private Node(SalesforceSimulator org, String uri) {
            this.uri = uri;
            context = TestContexts.contextWith(DurableSubscriptionIT.this.component(org));
        }

        private void start() throws Exception {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errors.accept(this);
                    from("salesforce-cc:" + uri + options).process(Node.this::process);
                }
            });
            context.start();
        }

        private SalesforceCcComponent component() {
            return context.getComponent("salesforce-cc", SalesforceCcComponent.class);
        }

        private void process(Exchange exchange) {
            String number = number(exchange);
            attempts.add(number);
            if (number.equals(failing)) {
                throw new IllegalStateException("as the test says");
            }
            seen.add(number);
        }

        private String number(Exchange exchange) {
            Object body = exchange.getIn().getBody();
            return body instanceof PlatformEvent event
                    ? String.valueOf(event.getEventData().get("Number__c"))
                    : String.valueOf(((org.apache.avro.generic.GenericRecord) body).get("Number__c"));
        }

        private void failOn(String number) {
            failing = number;
        }

        private void breakOnFirstError() {
            options = "&breakOnFirstError=true&backoffIncrement=50";
        }

        private void deadLetters() {
            errors = routes -> routes.errorHandler(routes.deadLetterChannel("mock:dead"));
        }

        private void awaitEvents(String... numbers) {
            await().untilAsserted(() -> assertThat(seen).containsExactly(numbers));
        }

        private void awaitAttempts(String number, int times) {
            await().until(() -> attempts.stream().filter(number::equals).count() >= times);
        }

        @Override
        public void close() throws Exception {
            context.close();
        }
    }

    /** What no account is. */
    public static final class WrongAccount {

        private int name;

        /** A number where there is a text. */
        public int getName() {
            return name;
        }

        /** Takes a number only. */
        @com.fasterxml.jackson.annotation.JsonProperty("Name")
        public void setName(int name) {
            this.name = name;
        }
    }

    static final class WithOrders implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.orgId(ORG_ID)
                    .pubSubTls(TestTls.server())
                    .schema(Schema.standard()
                            .with(SObjectDefinition.platformEvent("Order__e")
                                    .fields(FieldDefinition.text("Number__c", 80))
                                    .build()));
        }
    }
}
