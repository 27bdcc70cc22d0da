package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.RequestEnd;
import org.camelforce.salesforcecc.internal.request.RequestObserver;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are compressed with gzip, and what comes of those that are cut short in front of the component. */
@Timeout(60)
class CompressedAnswersIT {

    private static final String RAW = "raw?rawMethod=GET&rawPath=/services/data/v62.0/x";
    private static final String STREAMED = RAW + "&streaming=true";
    private static final String BULK = "bulk2GetFailedResults?jobId=750000000000001AAA";
    private static final String CONTENT = content(20_000);
    private static final byte[] ZIPPED = gzip(CONTENT);
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final long SECONDS = 20;

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private CamelContext context;
    private volatile byte[] body = ZIPPED;
    private volatile ScriptedServer.Script script = connection -> answer(connection, body, body.length);

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(connection -> script.answer(connection), component -> {
            component.setHttpRequestTimeout(5_000L);
            component.setHttpMaxContentLength(100_000);
        });
        context.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {RAW, STREAMED, BULK})
    void answerWhenItIsCompressedThenTheBodyIsItsContent(String operation) throws Exception {
        assertThat(text(send(operation))).isEqualTo(CONTENT);
        assertThat(ORG.server().heads()).singleElement().asString().containsOnlyOnce("Accept-Encoding: gzip\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {RAW, STREAMED, BULK})
    void answerWhenItIsCompressedThenWhatHasArrivedIsCounted(String operation) throws Exception {
        BlockingQueue<EndedRequest> ended = new LinkedBlockingQueue<>();
        ORG.component().connectionOrNull().requestObservers().add(new RequestObserver() {
            @Override
            public RequestEnd begun(ApiRequest request) {
                return ended::add;
            }
        });

        text(send(operation));

        assertThat(ended.poll(SECONDS, TimeUnit.SECONDS).receivedBytes()).isEqualTo(ZIPPED.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {RAW, STREAMED, BULK})
    void answerWhenItHasTwoCompressedPartsThenTheBodyIsBoth(String operation) throws Exception {
        script = connection -> {
            answer(connection, ZIPPED, 2 * ZIPPED.length);
            connection.getOutputStream().write(ZIPPED);
        };

        assertThat(text(send(operation))).isEqualTo(CONTENT + CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, GZIP_HEADER, 5_000, -GZIP_TRAILER, -1})
    void answerWhenItsCompressedDataIsCutShortThenTheExchangeFails(int length) throws Exception {
        body = cut(length);

        assertThat(send(RAW).getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("gzip data is cut short or broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, GZIP_HEADER, 5_000, -GZIP_TRAILER, -1})
    void streamWhenItsCompressedDataIsCutShortThenReadingFails(int length) throws Exception {
        body = cut(length);

        for (String operation : new String[] {STREAMED, BULK}) {
            Exchange exchange = send(operation);
            assertThatThrownBy(() -> text(exchange))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("gzip data is cut short or broken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMED, BULK})
    void streamWhenTheConnectionIsCutAfterTheCompressedDataThenReadingFails(String operation) throws Exception {
        script = connection -> {
            answer(connection, ZIPPED, ZIPPED.length + 1);
            connection.close();
        };

        Exchange exchange = send(operation);

        assertThatThrownBy(() -> text(exchange)).hasMessageContaining("before it was whole");
    }

    @Test
    void answerWhenItsChecksumIsWrongThenTheExchangeFails() throws Exception {
        body = ZIPPED.clone();
        body[body.length - GZIP_TRAILER] ^= 1;

        assertThat(send(RAW).getException()).hasMessageContaining("gzip data is cut short or broken");
    }

    @Test
    void answerWhenItIsNotCompressedAlthoughItSaysSoThenTheExchangeFails() throws Exception {
        body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(send(RAW).getException()).hasMessageContaining("gzip data is cut short or broken");
    }

    @Test
    void answerWhenItsContentIsLargerThanMemoryMayTakeThenTheExchangeFailsAndNamesTheOption() throws Exception {
        body = gzip(" ".repeat(100_001));

        assertThat(send(RAW).getException()).hasMessageContaining("httpMaxContentLength");
    }

    @Test
    void answerWhenItsContentIsAsLargeAsMemoryMayTakeThenTheBodyIsItsContent() throws Exception {
        body = gzip(" ".repeat(100_000));

        assertThat(text(send(RAW))).hasSize(100_000);
    }

    @Test
    void answerWhenItsContentIsEmptyThenThereIsNoBody() throws Exception {
        body = gzip("");

        assertThat(send(RAW).getMessage().getBody()).isNull();
    }

    @Test
    void streamWhenItIsClosedEarlyThenItsConnectionIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        script = connection -> {
            answer(connection, cut(5_000), ZIPPED.length);
            ScriptedServer.awaitClosed(connection);
            closed.countDown();
        };
        InputStream stream = send(STREAMED).getMessage().getBody(InputStream.class);
        assertThat(stream.read()).isEqualTo(CONTENT.charAt(0));

        stream.close();

        assertThat(closed.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(stream::read).hasMessageContaining("has been closed");
    }

    @Test
    void requestWhenTheRouteSaysWhatItAcceptsThenThatIsSent() throws Exception {
        send(RAW + "&rawHttpHeaders=Accept-Encoding", Map.of("Accept-Encoding", "identity"));

        assertThat(ORG.server().heads())
                .singleElement()
                .asString()
                .contains("Accept-Encoding: identity\r\n")
                .doesNotContain("Accept-Encoding: gzip");
    }

    @Test
    void loginWhenItIsAskedForThenItsAnswerIsNotToBeCompressed() throws Exception {
        try (ScriptedServer logins = new ScriptedServer(connection -> answer(connection, ZIPPED, ZIPPED.length));
                CamelContext other = new DefaultCamelContext()) {
            SalesforceCcComponent component = TestContexts.component(ORG.simulator());
            component.setLoginUrl("http://127.0.0.1:" + logins.uri().getPort());
            component.setLazyLogin(true);
            other.addComponent("salesforce-cc", component);
            other.start();

            other.createProducerTemplate().asyncSend("salesforce-cc:limits?rawPayload=true", exchange -> {});

            await().until(() -> !logins.heads().isEmpty());
            assertThat(logins.heads().get(0)).containsOnlyOnce("Accept-Encoding: identity\r\n");
        }
    }

    /** Of random letters, so that half of its data has about half of it. */
    private static String content(int length) {
        return new Random(1)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** So many bytes of it; all but so many if the number is negative. */
    private static byte[] cut(int length) {
        return Arrays.copyOf(ZIPPED, length < 0 ? ZIPPED.length + length : length);
    }

    private static String text(Exchange exchange) throws IOException {
        assertThat(exchange.getException()).isNull();
        try (InputStream content = exchange.getMessage().getBody(InputStream.class)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Exchange send(String operation) throws Exception {
        return send(operation, Map.of());
    }

    private Exchange send(String operation, Map<String, Object> headers) throws Exception {
        return context.createProducerTemplate()
                .asyncSend(
                        "salesforce-cc:" + operation,
                        exchange -> exchange.getIn().getHeaders().putAll(headers))
                .get(SECONDS, TimeUnit.SECONDS);
    }

    private static void answer(Socket connection, byte[] part, int length) throws IOException {
        ScriptedServer.write(
                connection, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n");
        connection.getOutputStream().write(part);
        connection.getOutputStream().flush();
    }
}
