package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Option {@code streaming}, with one thread for the answers. */
class StreamingTest {

    private static final String BLOB =
            "getBlobField?sObjectName=Attachment&sObjectId=00P000000000001AAA&sObjectBlobFieldName=Body&streaming=true";
    private static final String RAW = "raw?rawMethod=GET&rawPath=/services/data/v62.0/x&streaming=true";
    private static final String BEGIN = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabcde";
    private static final String REJECTED =
            "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]";
    private static final long SECONDS = 20;

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private CamelContext context;
    private volatile ScriptedServer.Script script = this::inTwoParts;

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(connection -> script.answer(connection), component -> {
            component.setWorkerPoolSize(1);
            component.setWorkerPoolMaxSize(1);
            component.setHttpMaxContentLength(1_000);
        });
        context.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void bodyWhenARouteReadsItThenItComesWhileItArrives(String endpoint) throws Exception {
        List<String> parts = new CopyOnWriteArrayList<>();
        route(endpoint, exchange -> {
            InputStream body = exchange.getMessage().getBody(InputStream.class);
            parts.add(text(body.readNBytes(5)));
            goOn.countDown();
            parts.add(text(body.readAllBytes()));
        });

        assertThat(send("direct:in").getException()).isNull();
        assertThat(parts).containsExactly("abcde", "fghij");
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void bodyWhenItIsLargerThanMemoryMayTakeThenItIsReadToItsEnd(String endpoint) throws Exception {
        script = connection -> answer(connection, 200, "x".repeat(1_000_000));

        try (InputStream body = send("salesforce-cc:" + endpoint).getMessage().getBody(InputStream.class)) {
            assertThat(body.readAllBytes()).hasSize(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void bodyWhenTheExchangeEndsBeforeItIsReadThenItsConnectionIsClosed(String endpoint) throws Exception {
        script = this::beginAndWait;
        route(endpoint, exchange -> {});

        InputStream body = send("direct:in").getMessage().getBody(InputStream.class);

        assertThat(closed.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessageContaining("has been closed");
    }

    @Test
    void bodyWhenTheRouteFailsThenItsConnectionIsClosed() throws Exception {
        script = this::beginAndWait;
        route(RAW, exchange -> {
            throw new IllegalStateException("as the test says");
        });

        assertThat(send("direct:in").getException()).hasMessage("as the test says");
        assertThat(closed.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** With pooled exchanges, another message gets the exchange then. */
    @Test
    void exchangeWhenItEndsThenItsStreamsAreCachedAgain() throws Exception {
        goOn.countDown();
        List<Boolean> isDisabled = new CopyOnWriteArrayList<>();
        route(RAW, exchange -> isDisabled.add(exchange.getExchangeExtension().isStreamCacheDisabled()));

        Exchange ended = send("direct:in");

        assertThat(isDisabled).containsExactly(true);
        assertThat(ended.getExchangeExtension().isStreamCacheDisabled()).isFalse();
    }

    @Test
    void bodyWhenATemplateCallsTheEndpointThenItsCallerReadsIt() throws Exception {
        goOn.countDown();

        try (InputStream body = send("salesforce-cc:" + RAW).getMessage().getBody(InputStream.class)) {
            assertThat(text(body.readAllBytes())).isEqualTo("abcdefghij");
        }
    }

    @Test
    void bodyWhenItIsCutShortThenReadingFails() throws Exception {
        script = connection -> {
            ScriptedServer.write(connection, BEGIN);
            connection.close();
        };
        route(RAW, exchange -> exchange.getMessage().getBody(InputStream.class).readAllBytes());

        assertThat(send("direct:in").getException())
                .isInstanceOf(IOException.class)
                .hasMessage("The answer to raw ended before it was whole: the connection was closed");
    }

    @Test
    void bodyWhenOptionIsNotSetThenItIsInMemory() throws Exception {
        goOn.countDown();
        route(RAW.replace("&streaming=true", ""), exchange -> {});

        assertThat(send("direct:in").getMessage().getBody(String.class)).isEqualTo("abcdefghij");
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void f6BodiesWhen40AreReadAtOnceOnOneWorkerThenAllAreWhole(String endpoint) throws Exception {
        goOn.countDown();
        route(endpoint, exchange -> {
            exchange.getMessage()
                    .setBody(text(
                            exchange.getMessage().getBody(InputStream.class).readAllBytes()));
        });

        List<CompletableFuture<Exchange>> all =
                IntStream.range(0, 40).mapToObj(i -> later("direct:in")).toList();

        for (CompletableFuture<Exchange> each : all) {
            assertThat(each.get(SECONDS, TimeUnit.SECONDS).getMessage().getBody())
                    .isEqualTo("abcdefghij");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void r8BodyWhenTheTokenIsRejectedThenItComesWithANewOne(String endpoint) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        script = connection -> {
            if (requests.incrementAndGet() == 1) {
                answer(connection, 401, REJECTED);
            } else {
                answer(connection, 200, "fine");
            }
        };

        try (InputStream body = send("salesforce-cc:" + endpoint).getMessage().getBody(InputStream.class)) {
            assertThat(text(body.readAllBytes())).isEqualTo("fine");
        }
        assertThat(requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOB, RAW})
    void requestWhenItIsDeniedThenTheExchangeFailsWithTheErrors(String endpoint) throws Exception {
        script = connection -> answer(connection, 400, "[{\"errorCode\":\"NO\",\"message\":\"no\"}]");

        SalesforceException failure = send("salesforce-cc:" + endpoint).getException(SalesforceException.class);

        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getErrors())
                .extracting(error -> error.getErrorCode())
                .containsExactly("NO");
    }

    @Test
    void requestWhenItsErrorsAreLargerThanMemoryMayTakeThenTheExchangeFailsAndNamesTheOption() throws Exception {
        script = connection -> answer(connection, 400, "x".repeat(1_001));

        assertThat(send("salesforce-cc:" + RAW).getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("httpMaxContentLength");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limits?streaming=true", "getResults?streaming=true", "pubSubPublish:/event/E__e?streaming=true"
            })
    void r16StartWhenTheOperationCannotStreamThenRefusedByName(String endpoint) {
        assertThat(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:refused").to("salesforce-cc:" + endpoint);
                    }
                })))
                .rootCause()
                .hasMessageContaining("Option streaming is for getBlobField, raw, but the operation is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits?maxBufferedUpload=1", "query?maxBufferedUpload=1", "raw?maxBufferedUpload=-1"})
    void r16StartWhenTheLimitOfUploadsCannotWorkThenRefusedByName(String endpoint) {
        assertThat(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:refused").to("salesforce-cc:" + endpoint);
                    }
                })))
                .rootCause()
                .hasMessageContaining("Option maxBufferedUpload ");
    }

    @Test
    void r16StartWhenASubscriptionIsToStreamThenRefusedByName() {
        assertThat(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("salesforce-cc:subscribe:/event/E__e?streaming=true")
                                .to("mock:events");
                    }
                })))
                .rootCause()
                .hasMessageContaining("Option streaming is for getBlobField, raw, but the operation is subscribe");
    }

    private void route(String endpoint, Processor reader) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("salesforce-cc:" + endpoint).process(reader);
            }
        });
    }

    private Exchange send(String uri) throws Exception {
        return later(uri).get(SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<Exchange> later(String uri) {
        return context.createProducerTemplate().asyncSend(uri, exchange -> {});
    }

    private void inTwoParts(Socket connection) throws Exception {
        ScriptedServer.write(connection, BEGIN);
        goOn.await(SECONDS, TimeUnit.SECONDS);
        ScriptedServer.write(connection, "fghij");
    }

    private void beginAndWait(Socket connection) throws Exception {
        ScriptedServer.write(connection, BEGIN);
        ScriptedServer.awaitClosed(connection);
        closed.countDown();
    }

    private static void answer(Socket connection, int status, String body) throws IOException {
        ScriptedServer.write(
                connection,
                "HTTP/1.1 " + status + " Says\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n" + body);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
