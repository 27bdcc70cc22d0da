package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.AbstractConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are read while they arrive. */
class StreamedAnswerTest {

    private static final RequestLimits PATIENT = new RequestLimits(30_000, 1_000, 300_000);
    private static final String BEGIN = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabcde";
    private static final int MEBIBYTE = 1_048_576;

    private static ExecutorService workers;

    private final HttpClient http = new HttpClient();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @BeforeAll
    static void startWorkers() {
        workers = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void stopWorkers() {
        workers.shutdownNow();
    }

    @BeforeEach
    void start() throws Exception {
        http.setIdleTimeout(100);
        http.start();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        http.stop();
    }

    @Test
    void streamWhenItIsReadThenTheBodyWhileItArrives() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::inTwoParts);
                InputStream body = body(server, PATIENT)) {
            assertThat(body.readNBytes(5)).asString(StandardCharsets.UTF_8).isEqualTo("abcde");
            goOn.countDown();

            assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("fghij");
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void streamWhenItIsReadToItsEndThenTheConnectionServesTheNextRequest() throws Exception {
        http.setIdleTimeout(30_000);
        goOn.countDown();
        try (ScriptedServer server = new ScriptedServer(this::inTwoParts)) {
            for (int i = 0; i < 3; i++) {
                try (InputStream body = body(server, PATIENT)) {
                    assertThat(body.readAllBytes()).hasSize(10);
                }
                // the HTTP client takes it back on a thread of its own
                await().until(() -> http.getDestinations().stream()
                                .map(destination -> ((HttpDestination) destination).getConnectionPool())
                                .mapToInt(pool -> ((AbstractConnectionPool) pool).getIdleConnectionCount())
                                .sum()
                        == 1);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** A client that keeps what is not read lets the server send all of it. */
    @Test
    void streamWhenNobodyReadsOnThenTheServerCannotSendMoreThanBuffersTake() throws Exception {
        try (Sender sender = new Sender(64 * MEBIBYTE);
                InputStream body = body(sender.uri(), PATIENT)) {
            assertThat(body.read()).isEqualTo('x');

            assertThat(sender.sentUntilStuckOrDone().get(30, TimeUnit.SECONDS)).isLessThan(32L * MEBIBYTE);
            assertThat(body.skip(64L * MEBIBYTE)).isEqualTo(64L * MEBIBYTE - 1);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEGIN,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabcde"
            })
    void streamWhenTheAnswerIsCutShortThenReadingFails(String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
                    ScriptedServer.write(connection, answer);
                    connection.close();
                });
                InputStream body = body(server, PATIENT)) {
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("getResults")
                    .hasMessageContaining("before it was whole");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void streamWhenItIsClosedEarlyThenItsConnectionIsFree() throws Exception {
        http.setMaxConnectionsPerDestination(1);
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait)) {
            InputStream first = body(server, PATIENT);
            first.close();

            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(first::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
            try (InputStream second = body(server, PATIENT)) {
                assertThat(second.read()).isEqualTo('a');
            }
        }
    }

    @Test
    void streamWhenItIsReadThenItsEndIsToldWithItsBytes() throws Exception {
        goOn.countDown();
        try (ScriptedServer server = new ScriptedServer(this::inTwoParts);
                InputStream body = body(server, PATIENT)) {
            CompletableFuture<String> over = over(body);
            body.readAllBytes();

            assertThat(over.get(30, TimeUnit.SECONDS)).isEqualTo("10 bytes");
        }
    }

    @Test
    void streamWhenItIsCutShortThenItsEndIsToldWithTheFailure() throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
                    ScriptedServer.write(connection, BEGIN);
                    connection.close();
                });
                InputStream body = body(server, PATIENT)) {
            CompletableFuture<String> over = over(body);
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);

            assertThat(over.get(30, TimeUnit.SECONDS)).startsWith("5 bytes, ");
        }
    }

    @Test
    void streamWhenItIsClosedEarlyThenItsEndIsToldWithoutAFailure() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait)) {
            InputStream body = body(server, PATIENT);
            body.close();

            assertThat(over(body)).isCompletedWithValue("5 bytes");
        }
    }

    @Test
    void streamWhenItIsClosedByAnotherThreadThenTheReaderEnds() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait)) {
            InputStream body = body(server, PATIENT);
            body.readNBytes(5);
            CompletableFuture<Throwable> reader = reader(body, new AtomicReference<>());
            body.close();

            assertThat(reader.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void streamWhenNobodyReadsItThenOtherRequestsAreAnswered() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait);
                InputStream unread = body(server, PATIENT);
                InputStream other = body(server, PATIENT)) {
            assertThat(other.read()).isEqualTo('a');
            assertThat(unread.read()).isEqualTo('a');
        }
    }

    @Test
    void streamWhenNobodyReadsItForTooLongThenItsConnectionIsClosedAndReadingFails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait);
                InputStream unread = body(server, new RequestLimits(30_000, 1_000, 50))) {
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(unread::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    /** The client closes an idle connection after 100 ms, and a request has 300 ms. */
    @Test
    void streamWhenTheReaderTakesLongerThanARequestMayThenItGoesOn() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::inTwoParts);
                InputStream body = body(server, new RequestLimits(300, 1_000, 300_000))) {
            long later = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(400);
            assertThat(body.read()).isEqualTo('a');
            await().until(() -> System.nanoTime() > later);
            goOn.countDown();

            assertThat(body.readAllBytes()).hasSize(9);
        }
    }

    @Test
    void streamWhenNothingMoreComesThenReadingFailsAndNamesTheOption() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait);
                InputStream body = body(server, new RequestLimits(100, 1_000, 300_000))) {
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("httpRequestTimeout");
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
                "HTTP/1.1 500 No\r\nContent-Length: 1\r\n\r\n"
            })
    void requestWhenTheAnswerDoesNotBeginThenItFailsInTime(String beginning) throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
            ScriptedServer.write(connection, beginning);
            ScriptedServer.awaitClosed(connection);
        })) {
            CompletableFuture<ApiAnswer> answer = send(server.uri(), new RequestLimits(100, 1_000, 300_000));

            assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class)
                    .hasMessageContaining("httpRequestTimeout");
        }
    }

    @Test
    void requestWhenTheConnectionIsCutBeforeTheBodyThenItFails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
            ScriptedServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            connection.close();
        })) {
            CompletableFuture<ApiAnswer> answer = send(server.uri(), PATIENT);

            assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 None\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void answerWhenItHasNoBodyThenItHasNoContent(String text) throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> ScriptedServer.write(connection, text))) {
            ApiAnswer answer = send(server.uri(), PATIENT).get(30, TimeUnit.SECONDS);

            assertThat(answer.isSuccess()).isTrue();
            assertThat(answer.content()).isNull();
        }
    }

    @Test
    void readerWhenItIsInterruptedThenItEndsAndTheStreamGoesOn() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::inTwoParts);
                InputStream body = body(server, PATIENT)) {
            body.readNBytes(5);
            AtomicReference<Thread> thread = new AtomicReference<>();
            CompletableFuture<Throwable> reader = reader(body, thread);
            await().until(() -> thread.get() != null);
            thread.get().interrupt();

            assertThat(reader.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
            goOn.countDown();
            assertThat(body.readAllBytes()).hasSize(5);
        }
    }

    @Test
    void streamWhenTheClientStopsThenReadingFails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(this::beginAndWait);
                InputStream body = body(server, PATIENT)) {
            http.stop();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private void inTwoParts(Socket connection) throws Exception {
        ScriptedServer.write(connection, BEGIN);
        goOn.await(30, TimeUnit.SECONDS);
        ScriptedServer.write(connection, "fghij");
    }

    private void beginAndWait(Socket connection) throws Exception {
        ScriptedServer.write(connection, BEGIN);
        ScriptedServer.awaitClosed(connection);
        closed.countDown();
    }

    private static CompletableFuture<Throwable> reader(InputStream body, AtomicReference<Thread> thread) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        new Thread(() -> {
                    thread.set(Thread.currentThread());
                    try {
                        failure.complete(new AssertionError("read " + body.read()));
                    } catch (IOException e) {
                        failure.complete(e);
                    }
                })
                .start();
        return failure;
    }

    private InputStream body(ScriptedServer server, RequestLimits limits) throws Exception {
        return body(server.uri(), limits);
    }

    private InputStream body(URI uri, RequestLimits limits) throws Exception {
        InputStream content = send(uri, limits).get(30, TimeUnit.SECONDS).content();
        assertThat(content).isNotNull();
        return content;
    }

    private static CompletableFuture<String> over(InputStream body) {
        CompletableFuture<String> over = new CompletableFuture<>();
        ((AnswerStream) body)
                .whenOver(
                        (failure, bytes) -> over.complete(bytes + " bytes" + (failure == null ? "" : ", " + failure)));
        return over;
    }

    private CompletableFuture<ApiAnswer> send(URI uri, RequestLimits limits) {
        CompletableFuture<ApiAnswer> answer = new CompletableFuture<>();
        AnswerReceiver receiver = new AnswerReceiver() {
            @Override
            public void answered(ApiAnswer received) {
                answer.complete(received);
            }

            @Override
            public void failed(Throwable failure) {
                answer.completeExceptionally(failure);
            }
        };
        ApiRequest request = new ApiRequest.Builder("getResults", "GET", "/results")
                .authorization(ApiRequest.Authorization.NONE)
                .answer(ApiRequest.AnswerMode.STREAMED)
                .build();
        Request out = http.newRequest(uri);
        new StreamedAnswer(
                        new SentRequest(request, receiver, out, null, new Departure(), false),
                        new OnWorkers(workers, limits))
                .send();
        return answer;
    }

    private record OnWorkers(Executor workers, RequestLimits limits) implements AnswerHandler {

        @Override
        public void answered(SentRequest sent, ReceivedAnswer answer) {
            passOn(sent, decoded(sent, answer));
        }

        private ApiAnswer decoded(SentRequest sent, ReceivedAnswer answer) {
            try {
                return answer.decoded(sent.request(), limits.maxAnswerBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void passOn(SentRequest sent, ApiAnswer answer) {
            workers.execute(() -> sent.receiver().answered(answer));
        }

        @Override
        public void failed(SentRequest sent, Throwable failure) {
            workers.execute(() -> sent.receiver().failed(failure));
        }

        @Override
        public RequestObserver observer() {
            return new Unobserved();
        }
    }

    private static final class Unobserved implements RequestObserver {

        @Override
        public void replayed() {}

        @Override
        public void answered(HttpFields headers) {}
    }

    /** Answers one request with a body of a length, as fast as it is taken. */
    private static final class Sender implements AutoCloseable {

        private final ServerSocketChannel server;
        private final int length;
        private final CompletableFuture<Long> sent = new CompletableFuture<>();

        Sender(int length) throws IOException {
            this.length = length;
            server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            new Thread(this::serve).start();
        }

        URI uri() throws IOException {
            return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/");
        }

        /** How many bytes it could send until the client took no more for a while. */
        CompletableFuture<Long> sentUntilStuckOrDone() {
            return sent;
        }

        private void serve() {
            try (SocketChannel connection = server.accept();
                    Selector selector = Selector.open()) {
                connection.read(ByteBuffer.allocate(8_192));
                connection.write(ByteBuffer.wrap(("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
                connection.configureBlocking(false);
                connection.register(selector, SelectionKey.OP_WRITE);
                byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
                for (long done = 0; done < length; ) {
                    done += connection.write(ByteBuffer.wrap(block, 0, (int) Math.min(block.length, length - done)));
                    if (selector.select(500) == 0) {
                        sent.complete(done);
                    }
                    selector.selectedKeys().clear();
                }
                sent.complete((long) length);
            } catch (IOException e) {
                sent.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
