package org.camelforce.salesforcecc.internal.request;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Bodies of answers that are compressed with gzip (RFC 9110, section 8.4.1.3). Jetty's decoders do not tell when such a
 * body is cut short: that of version 12.1 goes round in circles, that of 12.0 takes it for whole.
 */
final class GzipContent {

    static final int BUFFER_BYTES = 8_192;

    private GzipContent() {}

    /** {@return whether the body of an answer with these headers is compressed} */
    static boolean isIn(HttpFields headers) {
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        return encoding != null
                && ("gzip".equalsIgnoreCase(encoding.trim()) || "x-gzip".equalsIgnoreCase(encoding.trim()));
    }

    /**
     * @param compressed the whole body
     * @param maxBytes how many bytes its content may have
     * @return its content
     * @throws IOException if it is cut short, is none, or has more bytes
     */
    static byte[] decoded(byte[] compressed, int maxBytes) throws IOException {
        ContentBuffer content = new ContentBuffer(maxBytes);
        byte[] part = new byte[BUFFER_BYTES];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                if (!content.add(ByteBuffer.wrap(part, 0, count))) {
                    throw new AnswerTooLargeException(maxBytes);
                }
            }
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
        return content.toBytes();
    }

    /** {@return what reading fails with, which is no end of a connection} */
    static IOException broken(IOException failure) {
        return new IOException("Its gzip data is cut short or broken: " + failure.getMessage(), failure);
    }
}
