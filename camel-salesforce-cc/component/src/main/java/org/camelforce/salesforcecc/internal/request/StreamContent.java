package org.camelforce.salesforcecc.internal.request;

import java.io.InputStream;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.content.InputStreamContentSource;

/** A stream of known length as what a request sends. It is read while it is sent, and closed at its end. */
final class StreamContent extends InputStreamContentSource implements Request.Content {

    private static final int BUFFER_BYTES = 16_384;

    private final String contentType;
    private final long length;

    StreamContent(InputStream stream, String contentType, long length) {
        super(stream, new ByteBufferPool.Sized(ByteBufferPool.NON_POOLING, false, bufferBytes(length)));
        this.contentType = contentType;
        this.length = length;
    }

    private static int bufferBytes(long length) {
        return (int) Math.max(1, Math.min(BUFFER_BYTES, length));
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public long getLength() {
        return length;
    }
}
