package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.session.RequestStatistics;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of routes that are sent again after a failure, in an org whose pages have two records. */
class RetriedRequestsIT {

    private static final String LIMITS = "salesforce-cc:limits?rawPayload=true";
    private static final String CREATE = "salesforce-cc:createSObject?rawPayload=true&sObjectName=Account";
    private static final String STREAMED = "salesforce-cc:query?streamQueryResult=true";
    private static final String SOQL = "SELECT Id, Name FROM Account ORDER BY Name";
    private static final String ACCOUNT = "{\"Name\":\"Retried\"}";
    private static final Fault.Answer DOWN = new Fault.Answer(503, "text/plain", "maintenance");
    private static final Fault.Answer LOCKED = new Fault.Answer(
            400, "application/json", "[{\"errorCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"unable to obtain\"}]");
    private static final Fault DROPPED = new Fault.DropConnection();
    private static final long SECONDS = 30;

    private static SalesforceSimulator org;

    private SalesforceCcComponent component;
    private CamelContext context;

    @BeforeAll
    static void startOrg() {
        org = SalesforceSimulator.builder().queryBatchSize(2).start();
        for (int i = 0; i < 5; i++) {
            TestRecords.createAccount(org, "Account " + i);
        }
    }

    @AfterAll
    static void stopOrg() {
        org.close();
    }

    @BeforeEach
    void start() {
        component = TestContexts.component(org);
        component.setPackages("org.camelforce.salesforcecc.dto");
        component.setMaxRequestAttempts(3);
        component.setRequestBackoff(1);
        component.setRequestBackoffMax(2);
        context = TestContexts.contextWith(component);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        org.faults().clear();
    }

    @Test
    void requestWhenNoOptionIsSetThenSentOnce() throws Exception {
        context = TestContexts.started(org);
        component = context.getComponent("salesforce-cc", SalesforceCcComponent.class);
        inject(DOWN, 1);
        long before = requests("/limits");

        SalesforceException failure = send(LIMITS, "").getException(SalesforceException.class);

        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure.getMessage()).doesNotContain("attempts");
        assertThat(requests("/limits") - before).isEqualTo(1);
        assertThat(statistics().retries()).isZero();
    }

    @Test
    void requestWhenItFailsTwiceThenTheThirdAnswerIsTheExchanges() throws Exception {
        context.start();
        inject(DOWN, 2);

        Exchange exchange = send(LIMITS, "");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo("200");
        assertThat(RequestFailure.of(exchange)).isEmpty();
        assertThat(statistics().retries()).isEqualTo(2);
    }

    @Test
    void requestWhenAllAttemptsFailThenTheExchangeSaysHowManyAndThatItIsRetryable() throws Exception {
        context.start();
        inject(DOWN, 3);

        Exchange exchange = send(LIMITS, "");

        assertThat(exchange.getException(SalesforceException.class))
                .hasMessageContaining("with status 503 (Service Unavailable) after 3 attempts: maintenance");
        assertThat(RequestFailure.of(exchange)).get().satisfies(failure -> assertThat(failure.retryable())
                .isTrue());
    }

    @Test
    void requestWhenTheEndpointChoosesAnotherNumberThenThatHolds() throws Exception {
        context.start();
        inject(DOWN, 1);

        assertThat(send(LIMITS + "&maxRequestAttempts=1", "").getException()).isNotNull();
        inject(DOWN, 4);
        assertThat(send(LIMITS + "&maxRequestAttempts=5&requestBackoff=2&requestBackoffMax=3ms", "")
                        .getException())
                .isNull();
    }

    @Test
    void requestWhenItCreatesARecordAndItsConnectionIsDroppedThenSentOnce() throws Exception {
        context.start();
        org.faults().inject(FaultPoint.REST_RESPONSE, DROPPED, 1);
        long before = accounts();

        Exchange exchange = send(CREATE, ACCOUNT);

        assertThat(exchange.getException()).isNotNull();
        assertThat(RequestFailure.of(exchange)).get().satisfies(failure -> assertThat(failure.retryable())
                .isFalse());
        assertThat(accounts() - before).isEqualTo(1);
    }

    @Test
    void requestWhenAnEarlierAttemptMayHaveBeenExecutedThenItStaysSo() throws Exception {
        context.start();
        inject(DOWN, 1);
        inject(LOCKED, 2);
        String id = TestRecords.createAccount(org, "Changed");

        Exchange exchange = send(
                "salesforce-cc:updateSObject?rawPayload=true&sObjectName=Account&sObjectId=" + id,
                "{\"Name\":\"Changed twice\"}");

        assertThat(exchange.getException()).hasMessageContaining("after 3 attempts");
        assertThat(RequestFailure.of(exchange)).get().satisfies(failure -> assertThat(failure.maybeExecuted())
                .isTrue());
    }

    @Test
    void requestWhenNoAttemptHasBeenExecutedThenItSaysSo() throws Exception {
        context.start();
        inject(LOCKED, 3);

        assertThat(RequestFailure.of(send(CREATE, ACCOUNT)))
                .get()
                .satisfies(failure -> assertThat(failure.maybeExecuted()).isFalse());
    }

    @Test
    void requestWhenItCreatesARecordAndSomethingIsLockedThenCreatedOnce() throws Exception {
        context.start();
        inject(LOCKED, 2);
        long before = accounts();

        assertThat(send(CREATE, ACCOUNT).getException()).isNull();
        assertThat(accounts() - before).isEqualTo(1);
    }

    @Test
    void requestWhenItsBodyIsAStreamThenTheWholeBodyEachTime() throws Exception {
        context.start();
        inject(LOCKED, 1);

        String streamed = "{\"Name\":\"Streamed\"}";
        Exchange exchange = send(CREATE, new ByteArrayInputStream(streamed.getBytes(StandardCharsets.UTF_8)));

        assertThat(exchange.getException()).isNull();
        assertThat(org.records().query("SELECT Id FROM Account WHERE Name = 'Streamed'"))
                .hasSize(1);
    }

    @Test
    void requestWhenPartsOfItFailWithinAnAnswerOfSuccessThenSentOnce() throws Exception {
        context.start();
        inject(
                new Fault.Answer(
                        200,
                        "application/json",
                        "[{\"success\":false,\"errors\":[{\"statusCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"locked\","
                                + "\"fields\":[]}]}]"),
                1);

        Exchange exchange = send("salesforce-cc:compositeDeleteSObjectCollections", in -> in.getIn()
                .setHeader("CamelSalesforceSObjectIds", List.of("001000000000001AAA")));

        assertThat(exchange.getException()).isNull();
        assertThat(statistics().retries()).isZero();
    }

    static Stream<Fault> passing() {
        return Stream.of(DOWN, DROPPED);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void streamedQueryWhenAPageFailsThenAllRecords(Fault fault) throws Exception {
        component.setWorkerPoolSize(1);
        component.setWorkerPoolMaxSize(1);
        context.start();
        inject(fault, 2);
        Iterator<?> records = send(STREAMED, SOQL).getMessage().getBody(Iterator.class);
        records.next();
        records.next();
        inject(fault, 2);

        assertThat(records).toIterable().hasSizeGreaterThanOrEqualTo(3);
        assertThat(statistics().retries()).isEqualTo(4);
    }

    @Test
    void routeWhenItsErrorHandlerRedeliversThenEachDeliveryHasAllAttempts() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(SalesforceException.class)
                        .onWhen(simple("${exchangeProperty.CamelSalesforceRequestFailure.retryable}"))
                        .maximumRedeliveries(1)
                        .redeliveryDelay(1);
                from("direct:in").to(LIMITS);
            }
        });
        context.start();
        inject(DOWN, 5);

        assertThat(send("direct:in", "").getException()).isNull();
        assertThat(statistics().retries()).isEqualTo(4);
    }

    @Test
    void componentWhenItStopsWhileARequestPausesThenTheExchangeEndsAsItFailed() throws Exception {
        component.setRequestBackoff(600_000);
        component.setRequestBackoffMax(600_000);
        context.start();
        inject(DOWN, 1);
        try (LogLines lines = LogLines.from(Level.DEBUG)) {
            CompletableFuture<Exchange> exchange = context.createProducerTemplate()
                    .asyncSend(LIMITS, (Processor) in -> in.getIn().setBody(""));
            await().until(() -> !lines.keysOf(LogEvent.REQUEST_RETRIED.id()).isEmpty());

            component.stop();

            assertThat(exchange.get(SECONDS, TimeUnit.SECONDS).getException(SalesforceException.class))
                    .hasMessageContaining("503");
        }
    }

    @Test
    void requestWhenItIsRetriedThenALineWithoutTheTokenSaysWhyAndWhen() throws Exception {
        context.start();
        String token = TestContexts.token(component);
        inject(new Fault.Answer(503, "text/plain", "not for " + token), 1);
        try (LogLines lines = LogLines.from(Level.DEBUG)) {
            send("salesforce-cc:getBasicInfo?rawPayload=true&sObjectName=Account", "");

            assertThat(lines.keysOf(LogEvent.REQUEST_RETRIED.id()))
                    .singleElement()
                    .satisfies(keys -> assertThat(keys)
                            .containsEntry("operation", "getBasicInfo")
                            .containsEntry("object", "Account")
                            .containsEntry("reason", "unavailable")
                            .containsEntry("attempt", "1")
                            .containsEntry("retry.ms", "1"));
            assertThat(lines.with(token)).isEmpty();
        }
    }

    @Test
    void startWhenAnOptionOfTheComponentCannotWorkThenRefusedByName() {
        component.setRequestBackoffMax(0);

        assertThatThrownBy(() -> {
                    context.start();
                    component.start();
                })
                .hasStackTraceContaining("Option requestBackoffMax must be at least requestBackoff, 1 ms, but is 0");
    }

    @Test
    void startWhenAnOptionOfTheEndpointCannotWorkThenRefusedByName() throws Exception {
        context.start();

        assertThatThrownBy(() ->
                        context.getEndpoint(LIMITS + "&maxRequestAttempts=0").createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option maxRequestAttempts must be at least 1, but is 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pubSubPublish:/event/Order__e?maxRequestAttempts=2",
                "pubSubPublish:/event/Order__e?requestBackoff=2",
                "pubSubPublish:/event/Order__e?requestBackoffMax=2"
            })
    void publishingWhenAnOptionOfRetriesIsSetThenRefusedByName(String uri) throws Exception {
        context.start();

        assertThatThrownBy(() -> context.getEndpoint("salesforce-cc:" + uri).createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Option (max|request)\\w+ has no effect on pubSubPublish, .*");
    }

    @Test
    void subscriptionWhenAnOptionOfRetriesIsSetThenRefusedByName() throws Exception {
        context.start();

        assertThatThrownBy(() -> context.getEndpoint("salesforce-cc:subscribe:/event/Order__e?maxRequestAttempts=2")
                        .createConsumer(exchange -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Option maxRequestAttempts has no effect on subscribe, ");
    }

    private static void inject(Fault fault, int times) {
        org.faults().inject(FaultPoint.REST_REQUEST, fault, times);
    }

    private Exchange send(String uri, Object body) throws Exception {
        return send(uri, exchange -> exchange.getIn().setBody(body));
    }

    private Exchange send(String uri, Processor message) throws Exception {
        return context.createProducerTemplate().asyncSend(uri, message).get(SECONDS, TimeUnit.SECONDS);
    }

    private RequestStatistics statistics() {
        return Objects.requireNonNull(component.connectionOrNull()).requests();
    }

    private static long requests(String end) {
        return org.requestLog().stream()
                .map(RecordedRequest::path)
                .filter(path -> path.endsWith(end))
                .count();
    }

    private static long accounts() {
        return org.records().query("SELECT Id FROM Account").size();
    }
}
