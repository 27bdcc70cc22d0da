package org.camelforce.salesforcecc.internal.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * The body of an answer in memory. For routes it is a stream that can be read again; to convert it to text or bytes
 * takes no buffers, and Camel's stream caching takes no copy.
 */
public final class AnswerBody extends ByteArrayInputStream implements StreamCache {

    /** @param content the whole body; not to be changed */
    public AnswerBody(byte[] content) {
        super(content);
    }

    private AnswerBody(AnswerBody other) {
        super(other.buf);
    }

    /** @return what has not been read yet; read by that */
    public byte[] toBytes() {
        byte[] rest = pos == 0 ? buf : Arrays.copyOfRange(buf, pos, count);
        pos = count;
        return rest;
    }

    /**
     * @param charset how the text is encoded
     * @return what has not been read yet; read by that
     */
    public String toText(Charset charset) {
        String rest = new String(buf, pos, count - pos, charset);
        pos = count;
        return rest;
    }

    /**
     * @param charset how the text is encoded
     * @return the whole body, whatever has been read
     */
    public String wholeText(Charset charset) {
        return new String(buf, 0, count, charset);
    }

    /** Nothing is to be closed, and it can be read again after {@link #reset()}. */
    @Override
    public void close() {}

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(buf, pos, count - pos);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        return new AnswerBody(this);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public long length() {
        return count;
    }

    @Override
    public long position() {
        return pos;
    }
}
