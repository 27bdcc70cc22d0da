package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that wait end once, whatever stops, blocks, repeats or runs beside them. */
class ExchangesInFlightIT {

    private static final String LIMITS = "salesforce-cc:limits?rawPayload=true";
    private static final String RESULTS = "salesforce-cc:bulk2GetFailedResults?jobId=750000000000001AAA";

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger ends = new AtomicInteger();
    private CamelContext context;
    private SalesforceCcComponent component;
    private volatile ScriptedServer.Script script = connection -> answer(connection, "{}");

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(connection -> script.answer(connection), options -> {
            options.setPackages("org.camelforce.salesforcecc.dto");
            options.setHttpRequestTimeout(10_000L);
        });
        component = ORG.component();
        context.getShutdownStrategy().setTimeout(1);
        context.getExecutorServiceManager().setShutdownAwaitTermination(1_000);
    }

    @AfterEach
    void stop() {
        released.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, RESULTS})
    void componentWhenItStopsThenWaitingExchangesEndOnce(String uri) throws Exception {
        CountDownLatch asked = new CountDownLatch(20);
        script = connection -> {
            asked.countDown();
            ScriptedServer.awaitClosed(connection);
        };
        context.start();
        List<CompletableFuture<Exchange>> all = send(uri, 20);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        component.stop();

        for (CompletableFuture<Exchange> each : all) {
            assertThat(each.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(SalesforceException.class);
        }
        component.start();
        script = connection -> answer(connection, "{}");
        assertThat(send(uri, 1).get(0).get(30, TimeUnit.SECONDS).getException()).isNull();
        assertThat(ends).hasValue(21);
    }

    @Test
    void componentWhenItStopsWhileTheOnlyWorkerIsHeldThenAllExchangesEnd() throws Exception {
        component.setWorkerPoolSize(1);
        component.setWorkerPoolMaxSize(1);
        CountDownLatch held = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:held").to(LIMITS).process(exchange -> {
                    held.countDown();
                    released.await();
                });
            }
        });
        AtomicInteger answered = new AtomicInteger();
        script = connection -> {
            answer(connection, "{}");
            answered.incrementAndGet();
        };
        context.start();
        CompletableFuture<Exchange> first = send("direct:held", 1).get(0);
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Exchange>> others = send(LIMITS, 10);
        await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() == 11);

        component.stop();

        for (CompletableFuture<Exchange> each : others) {
            each.get(30, TimeUnit.SECONDS);
        }
        released.countDown();
        first.get(30, TimeUnit.SECONDS);
        assertThat(ends).hasValue(11);
    }

    @Test
    void streamWhenTheComponentStopsThenReadingEnds() throws Exception {
        script = connection -> {
            ScriptedServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc");
            ScriptedServer.awaitClosed(connection);
        };
        context.start();
        Exchange exchange = send(RESULTS, 1).get(0).get(30, TimeUnit.SECONDS);
        InputStream stream = exchange.getMessage().getBody(InputStream.class);
        assertThat(stream.read()).isEqualTo('a');

        component.stop();

        CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(() -> catchThrowable(stream::readAllBytes));
        assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(ExchangePattern.class)
    void patternWhenItIsAnyThenTheAnswerIsInTheMessage(ExchangePattern pattern) throws Exception {
        script = connection -> answer(connection, "{\"a\":1}");
        context.start();

        Exchange exchange = context.createProducerTemplate()
                .asyncSend(LIMITS, each -> each.setPattern(pattern))
                .get(30, TimeUnit.SECONDS);

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("{\"a\":1}");
    }

    @Test
    void requestWhenItIsRedeliveredThenItsBodyIsSentEachTime() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger requests = new AtomicInteger();
        script = connection -> {
            bodies.add(ORG.server().bodyText(connection));
            if (requests.incrementAndGet() < 3) {
                ScriptedServer.write(connection, "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
            } else {
                answer(connection, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}");
            }
        };
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(SalesforceException.class).maximumRedeliveries(5).redeliveryDelay(1);
                from("direct:in").to("salesforce-cc:createSObject?rawPayload=true&sObjectName=Account");
            }
        });
        context.start();
        Exchange exchange = context.createProducerTemplate()
                .asyncSend("direct:in", each -> each.getIn()
                        .setBody(new ByteArrayInputStream("{\"Name\":\"Acme1\"}".getBytes())))
                .get(30, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.isFailed()).isFalse();
        assertThat(bodies).hasSize(3).allMatch("{\"Name\":\"Acme1\"}"::equals);
        assertThat(exchange.getProperty("CamelSalesforceRequestFailure")).isNull();
    }

    @Test
    void splitterWhenItRunsInParallelWithOneWorkerThenAllEnd() throws Exception {
        component.setWorkerPoolSize(1);
        component.setWorkerPoolMaxSize(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").split(body()).parallelProcessing().toD("salesforce-cc:${body}?rawPayload=true");
            }
        });
        context.start();
        List<String> operations = new ArrayList<>(Collections.nCopies(50, "limits"));
        operations.addAll(Collections.nCopies(50, "getVersions"));

        Exchange exchange = context.createProducerTemplate()
                .asyncSend("direct:in", each -> each.getIn().setBody(operations))
                .get(30, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isNull();
    }

    @Test
    void logWhenAllIsTracedThenOurLinesShowNoToken() throws Exception {
        script = connection -> answer(connection, "{\"a\":1}");
        context.setTracing(true);
        context.setMessageHistory(true);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(LIMITS).to("log:x?showAll=true");
            }
        });
        context.start();
        String token = TestContexts.token(component);
        try (LogLines lines = LogLines.from(Level.ALL)) {
            Exchange exchange = send("direct:in", 1).get(0).get(30, TimeUnit.SECONDS);

            assertThat(lines.with(token)).isEmpty();
            assertThat(exchange.getAllProperties().toString()).doesNotContain(token);
            assertThat(TestContexts.orgLogin(component).toString()).doesNotContain(token);
            assertThat(TestContexts.orgLogin(component).tokens().current().toString())
                    .doesNotContain(token);
        }
    }

    @Test
    void setterWhenItThrowsThenTheExchangeFailsOnce() throws Exception {
        script = connection ->
                answer(connection, "{\"attributes\":{\"type\":\"Account\"},\"Legacy_Id__c\":\"17\",\"Name\":\"Acme\"}");
        context.start();
        Exchange exchange = context.createProducerTemplate()
                .asyncSend(
                        "salesforce-cc:getSObject?sObjectId=001000000000001AAA&sObjectName=Account&sObjectClass="
                                + Throwing.class.getName(),
                        each -> {})
                .get(30, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isInstanceOf(SalesforceException.class);
    }

    /** A class of a user's with a setter that fails badly. */
    public static final class Throwing extends Account {

        @Override
        public void setLegacy_Id__c(String legacyId) {
            throw new AssertionError("a setter");
        }
    }

    private List<CompletableFuture<Exchange>> send(String uri, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> context.createProducerTemplate()
                        .asyncSend(uri, exchange -> exchange.setPattern(ExchangePattern.InOut))
                        .whenComplete((exchange, failure) -> ends.incrementAndGet()))
                .toList();
    }

    private static void answer(Socket connection, String body) throws Exception {
        ScriptedServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }
}
