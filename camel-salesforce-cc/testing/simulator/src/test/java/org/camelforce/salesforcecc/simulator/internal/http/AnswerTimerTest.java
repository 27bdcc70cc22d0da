package org.camelforce.salesforcecc.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerTimerTest {

    private static final int LENGTH = 30_000_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void answerWhenItIsNotReadThenTheThreadIsFree() throws Exception {
        start(Duration.ofMillis(100));

        try (Socket socket = connect()) {
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("failed");
        }
    }

    @Test
    void answerWhenItIsReadThenWhole() throws Exception {
        start(Duration.ofSeconds(20));

        try (Socket socket = connect()) {
            byte[] answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, answer.length - 10, 10, ISO_8859_1)).isEqualTo("x".repeat(9) + "y");
            assertThat(answer).hasSizeGreaterThan(LENGTH);
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("written");
        }
    }

    private void start(Duration patience) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        AnswerTimer timer = new AnswerTimer(patience);
        timer.setHandler(new Large());
        server.setHandler(timer);
        server.start();
    }

    private Socket connect() throws Exception {
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
        return socket;
    }

    private final class Large extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            byte[] body = ("x".repeat(LENGTH - 1) + "y").getBytes(ISO_8859_1);
            response.getHeaders().put("Content-Length", LENGTH);
            try (Blocker.Callback blocker = Blocker.callback()) {
                response.write(true, ByteBuffer.wrap(body), blocker);
                blocker.block();
                ends.add("written");
                callback.succeeded();
            } catch (java.io.IOException e) {
                ends.add("failed");
                callback.failed(e);
            }
            return true;
        }
    }
}
