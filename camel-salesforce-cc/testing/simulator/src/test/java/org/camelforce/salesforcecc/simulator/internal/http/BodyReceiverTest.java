package org.camelforce.salesforcecc.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReceiverTest {

    private static final int LONGEST = 1_000_000;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final AtomicInteger served = new AtomicInteger();

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16 * 1024, 16 * 1024 + 1, 40_000, LONGEST})
    void bodyWhenReceivedThenServedAsItWasSentAndTheConnectionStays(int length) throws Exception {
        start(LONG, new Echo());
        String body = body(length);

        String answer = exchange(post(body) + post(body).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        String[] answers = answer.split("HTTP/1.1 200 OK", -1);
        assertThat(answers).hasSize(3);
        assertThat(answers[1]).endsWith(body).doesNotContain("Connection: close");
        assertThat(answers[2]).endsWith(body);
    }

    @Test
    void bodyWhenItComesInChunksThenServedAsItWasSent() throws Exception {
        start(LONG, new Echo());

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("abcdefg");
    }

    @Test
    void requestWhenItHasNoBodyThenServed() throws Exception {
        start(LONG, new Refusal());

        assertThat(exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void answerWhenChunksExceedLimitThenConnectionCloses() throws Exception {
        start(LONG, new Refusal());

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(LONGEST + 1) + "\r\n" + "x".repeat(LONGEST + 1));

        assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close");
    }

    @Test
    void answerWhenLengthExceedsLimitThenAtOnceAndConnectionCloses() throws Exception {
        start(LONG, new Refusal());

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (LONGEST + 1) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close");
    }

    @Test
    void bodyWhenTooLongThenWhoReadsItFailsWithTooLarge() throws Exception {
        start(LONG, new Echo());

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (LONGEST + 1) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }

    @Test
    void requestWhenBodyDoesNotComeThenNotServedAndConnectionCloses() throws Exception {
        start(Duration.ofMillis(50), new Refusal());

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("Connection: close");
        assertThat(served).hasValue(0);
    }

    @Test
    void requestWhenBodyIsNoChunksThenBadRequest() throws Exception {
        start(LONG, new Refusal());

        String answer =
                exchange("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Connection: close");
        assertThat(served).hasValue(0);
    }

    @Test
    void requestWhenClientGoesWithinBodyThenOthersAreServed() throws Exception {
        start(LONG, new Refusal());
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc".getBytes(ISO_8859_1));
        }

        assertThat(exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
        assertThat(served).hasValue(1);
    }

    private static String body(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String post(String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void start(Duration patience, Handler handler) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        BodyReceiver receiver = new BodyReceiver(request -> LONGEST, patience);
        receiver.setHandler(handler);
        server.setHandler(receiver);
        server.start();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends text and returns all that comes until the server closes the connection. */
    private String exchange(String text) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private final class Refusal extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            served.incrementAndGet();
            response.setStatus(401);
            response.getHeaders().put("Content-Length", 6);
            response.write(false, ByteBuffer.wrap("one".getBytes(ISO_8859_1)), Callback.NOOP);
            response.write(true, ByteBuffer.wrap("two".getBytes(ISO_8859_1)), callback);
            return true;
        }
    }

    private static final class Echo extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
            response.getHeaders().put("Content-Length", body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
