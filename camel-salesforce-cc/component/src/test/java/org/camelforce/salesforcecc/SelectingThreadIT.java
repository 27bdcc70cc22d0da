package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread reads the answers of many orgs: nothing that one of them sends or is sent keeps it. */
class SelectingThreadIT {

    private static final String QUERY = "query?rawPayload=true&sObjectQuery=SELECT Id FROM User";
    private static final String POST = "raw?rawMethod=POST&rawPath=/services/apexrest/x";

    private final SalesforceSimulator logins = SalesforceSimulator.start();
    private final SalesforceSimulator free = SalesforceSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private final SalesforceCcComponent one = TestContexts.component(logins);
    private final SalesforceCcComponent other = TestContexts.component(free);
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile ScriptedServer.Script script = connection -> ScriptedServer.write(
            connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer(connection -> script.answer(connection));
        one.setInstanceUrl("http://127.0.0.1:" + server.uri().getPort());
        for (SalesforceCcComponent component : new SalesforceCcComponent[] {one, other}) {
            // one thread that selects, whatever the number of processors is
            component.setHttpClientProperties(Map.of("maxConnectionsPerDestination", 1, "connector.selectors", 1));
        }
        context.addComponent("one", one);
        context.addComponent("other", other);
        context.start();
        one.start();
        other.start();
        assertThat(TestContexts.httpClient(one)).isSameAs(TestContexts.httpClient(other));
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        context.close();
        server.close();
        logins.close();
        free.close();
    }

    @Test
    void requestWhenTheBodyOfAnotherOrgsRequestBlocksAfterAWaitForAConnectionThenItDoesNotWait() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        ScriptedServer.Script normal = script;
        script = connection -> {
            answered.await();
            normal.answer(connection);
        };
        Future<Exchange> first = send("one:" + QUERY, null);
        await().until(() -> server.heads().size() == 1);
        Future<Exchange> waiting = send("one:" + POST, new BlockingCache(100));
        await().until(() -> queued() == 1);

        answered.countDown();
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertOtherOrgAnswers();
        end.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).getException()).isNull();
        script = normal;
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    @Test
    void requestWhenTheBodyOfAnotherOrgsRequestBlocksInItsMiddleThenItDoesNotWait() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        ScriptedServer.Script normal = script;
        script = connection -> {
            read.await();
            server.body(connection).transferTo(OutputStream.nullOutputStream());
            normal.answer(connection);
        };
        Future<Exchange> waiting = send("one:" + POST, new BlockingCache(50_000_000));
        await().until(() -> server.heads().size() == 1);

        read.countDown();
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertOtherOrgAnswers();
        end.countDown();
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 103 Early Hints\r\n\r\n|HTTP/1.1 103 Early Hints\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;|aaaaaaaaaaaaaaaa",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n"
            })
    void requestWhenAnAnswerOfAnotherOrgHasNoEndThenItDoesNotWait(String answer) throws Exception {
        int bar = answer.indexOf('|');
        byte[] again = answer.substring(bar + 1).repeat(10_000).getBytes(StandardCharsets.ISO_8859_1);
        script = connection -> {
            ScriptedServer.write(connection, answer.substring(0, bar));
            for (int i = 0; end.getCount() > 0; i++) {
                connection.getOutputStream().write(again);
                if (i == 10) {
                    inside.countDown();
                }
            }
        };
        Future<Exchange> waiting = send("one:" + QUERY, null);
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 5; i++) {
            assertOtherOrgAnswers();
        }
        assertThat(waiting).isNotDone();
    }

    private void assertOtherOrgAnswers() throws Exception {
        assertThat(send("other:" + QUERY, null).get(30, TimeUnit.SECONDS).getException())
                .isNull();
    }

    private int queued() {
        int count = 0;
        for (Destination destination : TestContexts.httpClient(one).getDestinations()) {
            count += ((HttpDestination) destination).getQueuedRequestCount();
        }
        return count;
    }

    private Future<Exchange> send(String uri, Object body) {
        CompletableFuture<Exchange> sent = context.createProducerTemplate()
                .asyncSend(uri, exchange -> exchange.getMessage().setBody(body));
        return sent;
    }

    /** As slow as a file on a network drive. The last byte is the one that blocks. */
    private final class BlockingCache extends InputStream implements StreamCache {

        private final int length;
        private final AtomicInteger position = new AtomicInteger();

        BlockingCache(int length) {
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int left = length - position.get();
            if (left <= 0) {
                return -1;
            }
            int some = Math.min(left, count);
            if (some == left) {
                block();
            }
            Arrays.fill(bytes, offset, offset + some, (byte) ' ');
            position.addAndGet(some);
            return some;
        }

        private void block() {
            inside.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void reset() {
            position.set(0);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            transferTo(out);
        }

        @Override
        public StreamCache copy(Exchange exchange) {
            return this;
        }

        @Override
        public boolean inMemory() {
            return true;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public long position() {
            return position.get();
        }
    }
}
