package org.camelforce.salesforcecc.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hc.client5.http.entity.DeflateInputStreamFactory;
import org.apache.hc.client5.http.entity.GZIPInputStreamFactory;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** An answer's body whose beginning has been read already; who reads it gets the whole of it, once. */
final class PeekedEntity extends HttpEntityWrapper {

    /** Salesforce's error answers are far smaller. */
    static final int LIMIT = 64 * 1024;

    private final byte[] head;
    private final InputStream rest;

    private PeekedEntity(HttpEntity entity, byte[] head, InputStream rest) {
        super(entity);
        this.head = head;
        this.rest = rest;
    }

    /**
     * @param entity a body that nobody has read yet
     * @return the same body
     * @throws IOException if it cannot be read
     */
    static PeekedEntity of(HttpEntity entity) throws IOException {
        InputStream content = entity.getContent();
        return new PeekedEntity(entity, content.readNBytes(LIMIT), content);
    }

    /** The beginning, decompressed if need be. The codes looked for are ASCII, whatever charset the answer names. */
    String headText() {
        return new String(decoded(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream getContent() {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream content = getContent()) {
            content.transferTo(out);
        }
    }

    private byte[] decoded() {
        String encoding =
                getContentEncoding() == null ? "" : getContentEncoding().toLowerCase(Locale.ROOT);
        InputStream raw = new ByteArrayInputStream(head);
        try (InputStream text =
                switch (encoding) {
                    case "gzip", "x-gzip" ->
                        GZIPInputStreamFactory.getInstance().create(raw);
                    case "deflate" -> DeflateInputStreamFactory.getInstance().create(raw);
                    default -> raw;
                }) {
            return text.readAllBytes();
        } catch (IOException e) {
            // not what it claims to be, or too long
            return head;
        }
    }
}
