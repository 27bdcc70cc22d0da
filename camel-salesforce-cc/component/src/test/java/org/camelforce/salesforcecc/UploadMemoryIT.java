package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.camelforce.salesforcecc.dto.Attachment__c;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an upload of a large file holds in memory while it is sent. */
@WithSalesforceSimulator
class UploadMemoryIT {

    private static final int BYTES = Integer.getInteger("upload-memory.bytes", 300_000_000);
    private static final int LOOK_EVERY = BYTES / 5;
    private static final long MAX_GROWTH = 16 * 1024 * 1024;
    private static final String RAW = "raw?rawMethod=POST&rawPath=/services/data/v62.0/x";
    private static final String CREATED = "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}";

    @TempDir
    private static Path folder;

    private static File file;

    private final List<Long> heaps = new CopyOnWriteArrayList<>();
    private volatile long received;
    private ScriptedServer server;

    @BeforeAll
    static void makeFile() throws IOException {
        file = folder.resolve("large.csv").toFile();
        try (RandomAccessFile large = new RandomAccessFile(file, "rw")) {
            large.setLength(BYTES);
        }
    }

    static Stream<Arguments> uploads() throws IOException {
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(file);
        return Stream.of(
                Arguments.of(RAW, file),
                Arguments.of(RAW, wrapped),
                Arguments.of(RAW, new FileInputStreamCache(file)),
                Arguments.of("bulk2CreateBatch?jobId=750000000000001AAA", file.toPath()),
                Arguments.of("createSObject?rawPayload=true&sObjectName=Account", file),
                Arguments.of("createSObject?sObjectName=Attachment__c", attachment()));
    }

    private static Attachment__c attachment() throws IOException {
        Attachment__c attachment = new Attachment__c();
        attachment.setFileBinary(new FileInputStreamCache(file));
        return attachment;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = new ScriptedServer(this::receive);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uploads")
    void uploadWhenTheFileIsLargeThenMemoryIsFlat(String endpoint, Object body, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl("http://127.0.0.1:" + server.uri().getPort());
            component.setHttpRequestTimeout(300_000L);
            component.setHttpClientIdleTimeout(300_000L);
            context.start();
            long before = usedHeap();

            Exchange answer = context.createProducerTemplate()
                    .request("salesforce-cc:" + endpoint, exchange -> exchange.getIn()
                            .setBody(body));

            assertThat(answer.getException()).isNull();
            assertThat(received).isGreaterThanOrEqualTo(BYTES);
            assertThat(heaps).hasSizeGreaterThanOrEqualTo(4).allSatisfy(heap -> assertThat(heap - before)
                    .isLessThan(MAX_GROWTH));
        }
    }

    /** Looks at the heap while the rest of the body is on its way. */
    private void receive(Socket connection) throws Exception {
        InputStream in = server.body(connection);
        byte[] block = new byte[65_536];
        long next = LOOK_EVERY;
        while (received < BYTES) {
            received += in.read(block);
            if (received >= next && received < BYTES) {
                heaps.add(usedHeap());
                next += LOOK_EVERY;
            }
        }
        in.readAllBytes();
        ScriptedServer.write(
                connection, "HTTP/1.1 201 Created\r\nContent-Length: " + CREATED.length() + "\r\n\r\n" + CREATED);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
