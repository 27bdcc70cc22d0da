package org.camelforce.salesforcecc.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;

class PeekedEntityTest {

    private static final byte[] REFUSAL = "INVALID_SESSION_ID".getBytes(StandardCharsets.UTF_8);

    @Test
    void ofWhenBodyIsLargerThanWhatIsReadThenReaderGetsTheWhole() throws IOException {
        byte[] body = new byte[PeekedEntity.LIMIT * 2 + 7];
        body[PeekedEntity.LIMIT] = 42;

        PeekedEntity entity = peeked(body, null);

        assertThat(entity.headText()).hasSize(PeekedEntity.LIMIT);
        assertThat(entity.getContent().readAllBytes()).isEqualTo(body);
    }

    @Test
    void ofWhenBodyIsSmallThenWriterGetsTheWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        peeked(REFUSAL, null).writeTo(out);

        assertThat(out.toByteArray()).isEqualTo(REFUSAL);
    }

    @Test
    void headTextWhenBodyIsGzippedThenUnpackedAndTheReaderGetsItPacked() throws IOException {
        byte[] packed = packed(new ByteArrayOutputStream(), true);

        PeekedEntity entity = peeked(packed, "gzip");

        assertThat(entity.headText()).isEqualTo("INVALID_SESSION_ID");
        assertThat(entity.getContentEncoding()).isEqualTo("gzip");
        assertThat(entity.getContent().readAllBytes()).isEqualTo(packed);
    }

    @Test
    void headTextWhenBodyIsDeflatedThenUnpacked() throws IOException {
        assertThat(peeked(packed(new ByteArrayOutputStream(), false), "deflate").headText())
                .isEqualTo("INVALID_SESSION_ID");
    }

    @Test
    void headTextWhenBodyIsNotWhatItClaimsToBeThenAsItIs() throws IOException {
        assertThat(peeked(REFUSAL, "gzip").headText()).isEqualTo("INVALID_SESSION_ID");
    }

    private static byte[] packed(ByteArrayOutputStream packed, boolean gzip) throws IOException {
        try (OutputStream out = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            out.write(REFUSAL);
        }
        return packed.toByteArray();
    }

    private static PeekedEntity peeked(byte[] body, String encoding) throws IOException {
        return PeekedEntity.of(
                new InputStreamEntity(new ByteArrayInputStream(body), -1, ContentType.APPLICATION_JSON, encoding));
    }
}
