package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.dto.Attachment__c;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.request.Upload;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.io.ClientConnector;
import org.junit.jupiter.api.Test;

/** Uploads whose token is rejected are sent again whole. */
@WithSalesforceSimulator(settings = UploadIT.WithAttachments.class)
class UploadIT {

    private static final byte[] CONTENT = content(3_000_000);

    @Test
    void r8MultipartWhenTokenRejectedThenSentAgainWhole(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            org.sessions().endAll();
            Attachment__c attachment = new Attachment__c();
            attachment.setName("contract");
            attachment.setFileBinary(new ByteArrayInputStream(CONTENT));

            Exchange answer = context.createProducerTemplate()
                    .request("salesforce-cc:createSObject?sObjectName=Attachment__c", exchange -> exchange.getIn()
                            .setBody(attachment));

            assertThat(answer.getException()).isNull();
            assertThat(org.uploads())
                    .extracting(Upload::object, Upload::field, Upload::length, Upload::sha256)
                    .containsExactly(tuple("Attachment__c", "File", (long) CONTENT.length, sha256(CONTENT)));
        }
    }

    @Test
    void r8StreamWhenTokenRejectedThenSentAgainWhole(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            org.sessions().endAll();

            Exchange answer = postRaw(
                    context,
                    new SequenceInputStream(
                            stream(part("entity", "application/json", "{\"Name\":\"streamed\"}")),
                            new SequenceInputStream(
                                    stream(head("File", "application/octet-stream")),
                                    new SequenceInputStream(
                                            new ByteArrayInputStream(CONTENT), stream("\r\n--part--\r\n")))));

            assertThat(answer.getException()).isNull();
            assertThat(org.uploads())
                    .extracting(Upload::length, Upload::sha256)
                    .containsExactly(tuple((long) CONTENT.length, sha256(CONTENT)));
        }
    }

    /** The server may close the connection on which it has refused a request with a body. */
    @Test
    void r8BodyWhenTokenRejectedThenSentAgainOnAnotherConnection(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            AtomicInteger connections = new AtomicInteger();
            HttpClient client =
                    TestContexts.httpClient(context.getComponent("salesforce-cc", SalesforceCcComponent.class));
            client.getContainedBeans(ClientConnector.class)
                    .forEach(connector -> connector.addEventListener(new ClientConnector.ConnectListener() {
                        @Override
                        public void onConnectBegin(SocketChannel channel, SocketAddress address) {
                            connections.incrementAndGet();
                        }
                    }));
            org.sessions().endAll();

            Exchange answer = postRaw(
                    context,
                    stream(part("entity", "application/json", "{\"Name\":\"small\"}") + part("File", "text/plain", "x")
                            + "--part--\r\n"));

            assertThat(answer.getException()).isNull();
            assertThat(connections).hasValue(2);
        }
    }

    /** Upstream takes a read error for the end of the stream and sends what it has (CAMEL-24161). */
    @Test
    void camel24161StreamWhenReadingFailsThenExchangeFailsAndNothingIsStored(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            InputStream broken = new SequenceInputStream(stream("{\"Name\":\"cut\""), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is gone");
                }
            });

            Exchange answer = context.createProducerTemplate()
                    .request(
                            "salesforce-cc:raw?rawMethod=POST&rawPath=/services/data/v62.0/sobjects/Attachment__c",
                            exchange -> exchange.getIn().setBody(broken));

            assertThat(answer.getException()).hasStackTraceContaining("the disk is gone");
            assertThat(org.records().queryAll("SELECT Id FROM Attachment__c")).isEmpty();
        }
    }

    private static CamelContext started(SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPackages("org.camelforce.salesforcecc.dto");
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        return context;
    }

    private static Exchange postRaw(CamelContext context, InputStream body) {
        return context.createProducerTemplate()
                .request(
                        "salesforce-cc:raw?rawMethod=POST&rawPath=/services/data/v62.0/sobjects/Attachment__c"
                                + "&rawHttpHeaders=Content-Type",
                        exchange -> {
                            exchange.getIn().setHeaders(Map.of("Content-Type", "multipart/form-data; boundary=part"));
                            exchange.getIn().setBody(body);
                        });
    }

    private static String part(String name, String type, String content) {
        return head(name, type) + content + "\r\n";
    }

    private static String head(String name, String type) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\nContent-Type: "
                + type + "\r\n\r\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    static final class WithAttachments implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.schema(Schema.standard()
                    .with(SObjectDefinition.custom("Attachment__c")
                            .fields(FieldDefinition.text("Title__c", 80))
                            .build()));
        }
    }
}
