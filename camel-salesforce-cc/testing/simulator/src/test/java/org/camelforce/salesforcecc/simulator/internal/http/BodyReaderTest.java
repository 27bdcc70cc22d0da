package org.camelforce.salesforcecc.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final int LONGEST = 1000;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CountDownLatch written = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void answerWhenChunksExceedLimitThenConnectionCloses() throws Exception {
        start(LONG);

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
                + "x".repeat(LONGEST + 1));

        assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close");
    }

    @Test
    void answerWhenBodyDoesNotComeThenConnectionCloses() throws Exception {
        start(Duration.ofMillis(50));

        String answer = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

        assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close");
    }

    @Test
    void answerWhenBodyIsAsLongAsLimitThenConnectionStays() throws Exception {
        start(LONG);

        String answer = exchange(post(LONGEST) + post(LONGEST).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(answer).containsPattern("(?s)HTTP/1.1 401.*HTTP/1.1 401.*Connection: close");
    }

    @Test
    void answerWhenWrittenInTwoPartsAtOnceThenInOrderAfterBody() throws Exception {
        start(LONG);
        String request = post(10).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(request.substring(0, request.length() - 1).getBytes(ISO_8859_1));
            assertThat(written.await(50, TimeUnit.SECONDS)).isTrue();
            socket.getOutputStream().write('x');

            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 401")
                    .endsWith("onetwo");
        }
    }

    private static String post(int length) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length);
    }

    private void start(Duration patience) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        BodyReader reader = new BodyReader(LONGEST, patience);
        reader.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(401);
                response.getHeaders().put("Content-Length", 6);
                response.write(false, ByteBuffer.wrap("one".getBytes(ISO_8859_1)), Callback.NOOP);
                response.write(true, ByteBuffer.wrap("two".getBytes(ISO_8859_1)), callback);
                written.countDown();
                return true;
            }
        });
        server.setHandler(reader);
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
}
