package org.camelforce.salesforcecc.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.camelforce.salesforcecc.internal.request.BufferBody;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.CachedBody;
import org.camelforce.salesforcecc.internal.request.FileBody;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of uploads: what can be read again is sent from where it is. */
class UploadBodiesTest {

    private static final String CSV = "Name\nZürich\n";
    private static final byte[] BYTES = CSV.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static RequestMaker maker;
    private static Path file;

    @BeforeAll
    static void start() throws IOException {
        maker = new RequestMaker();
        file = Files.write(folder.resolve("accounts.csv"), BYTES);
    }

    @AfterAll
    static void stop() throws Exception {
        maker.close();
    }

    @Test
    void bodyWhenItIsAFileThenTheFileIsSent() throws Exception {
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(file.toFile());

        for (Object body : new Object[] {file, file.toFile(), wrapped}) {
            RequestBody sent = body(body);
            assertThat(sent).isInstanceOf(FileBody.class);
            assertSentTwice(sent);
        }
    }

    @Test
    void bodyWhenItIsTextOrBytesThenItIsSent() throws Exception {
        assertSentTwice(body(CSV));
        assertSentTwice(body(BYTES));
    }

    @Test
    void bodyWhenItIsAFileInAnotherCharsetThenItIsConverted() throws Exception {
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(Files.write(folder.resolve("latin.csv"), CSV.getBytes(StandardCharsets.ISO_8859_1))
                .toFile());
        wrapped.setCharset("ISO-8859-1");

        assertSentTwice(body(wrapped));
    }

    /** Camel converts such files in parts, and one character may be in two of them. */
    @Test
    void bodyWhenItIsALongFileInAnotherCharsetThenEachCharacterIsConverted() throws Exception {
        String text = "x".repeat(4_095) + "\uD83D\uDE00".repeat(5_000) + "\u20ac";
        GenericFile<File> wrapped = new GenericFile<>();
        wrapped.setFile(Files.write(folder.resolve("utf16.csv"), text.getBytes(StandardCharsets.UTF_16))
                .toFile());
        wrapped.setCharset("UTF-16");

        assertThat(new String(allOf(body(wrapped).open(Runnable::run)), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    /** The media type of the request says UTF-8. */
    @Test
    void bodyWhenItIsCharactersThenTheyAreSentInUtf8WhateverTheExchangeSays() throws Exception {
        Object[] characters = {CSV, new StringBuilder(CSV), new StringReader(CSV), new ReaderCache(CSV)};
        for (Object body : characters) {
            OperationParameters parameters = maker.parameters("bulk2CreateBatch", Map.of(), body);
            parameters.exchange().setProperty(Exchange.CHARSET_NAME, "US-ASCII");

            assertSentTwice(UploadBodies.of(parameters, "text/csv"));
        }
    }

    @Test
    void bodyWhenAReaderHasMoreThanTheLimitThenDeniedAndTheOptionIsNamed() throws Exception {
        assertThat(limited(BYTES.length, new StringReader(CSV)).isRepeatable()).isTrue();
        assertThatThrownBy(() -> limited(BYTES.length - 1, new StringReader(CSV)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("maxBufferedUpload");
    }

    @Test
    void bodyWhenItIsCachedThenTheCacheIsSentFromItsBeginning() throws Exception {
        InputStreamCache inMemory = new InputStreamCache(BYTES);
        inMemory.read();

        for (StreamCache cache : new StreamCache[] {inMemory, spooled()}) {
            RequestBody sent = body(cache);
            assertThat(sent).isInstanceOf(CachedBody.class);
            assertSentTwice(sent);
        }
    }

    @Test
    void bodyWhenItIsAStreamThenItIsReadIntoMemory() throws Exception {
        RequestBody sent = body(new ByteArrayInputStream(BYTES));

        assertThat(sent).isInstanceOf(BytesBody.class);
        assertSentTwice(sent);
    }

    @Test
    void bodyWhenItIsABufferThenWhatRemainsOfItIsSent() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES.length + 5);
        buffer.position(2).put(BYTES).flip().position(2);

        RequestBody sent = body(buffer);

        assertThat(sent).isInstanceOf(BufferBody.class);
        assertSentTwice(sent);
        assertThat(buffer.remaining()).isEqualTo(BYTES.length);
    }

    @Test
    void bodyWhenItIsARemoteFileInALocalFolderThenTheLocalFileIsSent() throws Exception {
        GenericFile<String> remote = new GenericFile<>();
        remote.setFile("of the FTP client");
        remote.setBody(file.toFile());

        RequestBody sent = body(remote);

        assertThat(sent).isInstanceOf(FileBody.class);
        assertSentTwice(sent);
    }

    @Test
    void bodyWhenAStreamIsLargerThanTheLimitThenDeniedAndTheOptionIsNamed() throws Exception {
        assertThat(limited(BYTES.length).isRepeatable()).isTrue();
        assertThatThrownBy(() -> limited(BYTES.length - 1))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("more than " + (BYTES.length - 1) + " bytes")
                .hasMessageContaining("maxBufferedUpload");
    }

    @Test
    void bodyWhenItCanBeReadAgainThenTheLimitIsNotForIt() throws Exception {
        for (Object body : new Object[] {file, CSV, BYTES, ByteBuffer.wrap(BYTES), spooled()}) {
            assertSentTwice(UploadBodies.of(
                    maker.parameters("bulk2CreateBatch?maxBufferedUpload=0", Map.of(), body), "text/csv"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw?rawMethod=POST&rawPath=/x",
                "createSObject?rawPayload=true&sObjectName=Account",
                "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=A__c&sObjectIdValue=1",
                "apexCall?rawPayload=true&apexMethod=POST&apexUrl=x",
                "composite?rawPayload=true"
            })
    void requestWhenItsBodyIsAFileThenTheFileIsSentWithoutACopy(String endpoint) throws Exception {
        assertThat(maker.request(endpoint, Map.of(), file.toFile()).body()).isInstanceOf(FileBody.class);
        assertThat(maker.request(endpoint, Map.of(), spooled()).body()).isInstanceOf(CachedBody.class);
        assertThatThrownBy(() -> maker.request(
                        endpoint + "&maxBufferedUpload=" + (BYTES.length - 1),
                        Map.of(),
                        new ByteArrayInputStream(BYTES)))
                .hasMessageContaining("maxBufferedUpload");
    }

    @Test
    void camel24161BodyWhenItCannotBeReadThenItSaysSo() {
        assertThatThrownBy(() -> body(folder.resolve("none.csv")))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> body(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                }))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("the disk is gone");
        assertThatThrownBy(() -> body(null)).isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> body(new Object())).isInstanceOf(RequestRefusedException.class);
    }

    private static StreamCache spooled() throws IOException {
        CachedOutputStream out = new CachedOutputStream(
                maker.parameters("limits", Map.of(), null).exchange(), false) {};
        out.write(BYTES);
        return out.newStreamCache();
    }

    private static RequestBody limited(int maxBytes) throws SalesforceException {
        return limited(maxBytes, new ByteArrayInputStream(BYTES));
    }

    private static RequestBody limited(int maxBytes, Object body) throws SalesforceException {
        return UploadBodies.of(
                maker.parameters("bulk2CreateBatch?maxBufferedUpload=" + maxBytes, Map.of(), body), "text/csv");
    }

    private static RequestBody body(Object body) throws SalesforceException {
        return UploadBodies.of(maker.parameters("bulk2CreateBatch", Map.of(), body), "text/csv");
    }

    private static void assertSentTwice(RequestBody body) throws IOException {
        assertThat(body.isRepeatable()).isTrue();
        for (int i = 0; i < 2; i++) {
            Request.Content content = body.open(Runnable::run);
            assertThat(content.getContentType()).isEqualTo("text/csv");
            assertThat(content.getLength()).isEqualTo(BYTES.length);
            assertThat(allOf(content)).isEqualTo(BYTES);
        }
    }

    private static byte[] allOf(Request.Content content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Content.Chunk chunk = content.read(); ; chunk = content.read()) {
            assertThat(chunk).isNotNull();
            ByteBuffer bytes = chunk.getByteBuffer();
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            all.write(part);
            chunk.release();
            if (chunk.isLast()) {
                return all.toByteArray();
            }
        }
    }
}
