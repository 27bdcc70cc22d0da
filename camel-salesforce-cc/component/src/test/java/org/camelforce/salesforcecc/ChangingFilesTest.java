package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that others change or delete while the component sends them. */
class ChangingFilesTest {

    private static final String UPLOAD = "salesforce-cc:bulk2CreateBatch?jobId=750000000000001AAA&maxRequestAttempts=3";
    private static final int SIZE = 20_000_000;
    private static final long SECONDS = 20;

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    @TempDir
    private Path folder;

    private Path file;
    private CamelContext context;
    private volatile ScriptedServer.Script script;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("accounts.csv");
        Files.write(file, new byte[SIZE]);
        context = ORG.context(connection -> script.answer(connection), component -> {
            component.setRequestBackoff(1);
            component.setRequestBackoffMax(2);
        });
        context.start();
    }

    @Test
    void uploadWhenTheFileBecomesShorterThenItFailsAtOnceAndSaysSo() throws Exception {
        script = connection -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(SIZE / 2);
            }
            connection.getInputStream().skipNBytes(SIZE);
            answer(connection, 201);
        };

        Exchange exchange = upload();

        assertThat(exchange.getException())
                .hasMessageContaining("accounts.csv")
                .hasMessageContaining("has become shorter");
        assertThat(ORG.server().heads()).hasSize(1);
        assertThat(RequestFailure.of(exchange)).get().satisfies(failure -> assertThat(failure.retryable())
                .isFalse());
    }

    @Test
    void uploadWhenTheFileBecomesLongerThenWhatItHadIsSent() throws Exception {
        CompletableFuture<Integer> more = new CompletableFuture<>();
        script = connection -> {
            Files.writeString(file, "GET /x HTTP/1.1\r\n\r\n", StandardOpenOption.APPEND);
            connection.getInputStream().skipNBytes(SIZE);
            answer(connection, 201);
            more.complete(connection.getInputStream().read());
        };

        assertThat(upload().getException()).isNull();
        context.stop();
        assertThat(more.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void uploadWhenTheFileIsGoneBeforeTheSecondAttemptThenItFailsAndSaysSo() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        script = connection -> {
            requests.incrementAndGet();
            connection.getInputStream().skipNBytes(SIZE);
            Files.delete(file);
            answer(connection, 503);
        };

        Exchange exchange = upload();

        assertThat(exchange.getException())
                .hasMessageContaining("the body cannot be read")
                .hasMessageContaining("does not exist or is not readable")
                .hasMessageContaining("accounts.csv");
        assertThat(requests).hasValue(1);
        assertThat(RequestFailure.of(exchange)).get().satisfies(failure -> {
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.maybeExecuted()).isTrue();
        });
    }

    private Exchange upload() throws Exception {
        return context.createProducerTemplate()
                .asyncSend(UPLOAD, exchange -> exchange.getIn().setBody(file.toFile()))
                .get(SECONDS, TimeUnit.SECONDS);
    }

    private static void answer(Socket connection, int status) throws Exception {
        connection
                .getOutputStream()
                .write(("HTTP/1.1 " + status + " Says\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
