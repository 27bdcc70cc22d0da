package org.camelforce.salesforcecc.internal.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.StreamCache;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.content.InputStreamContentSource;

/**
 * What Camel has cached, in memory or in a file, as a body. It is read while it is sent, from its beginning each time.
 */
public final class CachedBody implements RequestBody {

    private static final int BUFFER_BYTES = 16_384;

    private final String contentType;
    private final StreamCache cache;
    private final InputStream stream;
    private final long length;

    /**
     * @param contentType its media type
     * @param stream a {@link StreamCache} too
     * @throws IOException if it cannot be read
     * @throws ClassCastException if it is not cached
     */
    public CachedBody(String contentType, InputStream stream) throws IOException {
        this.contentType = contentType;
        this.cache = (StreamCache) stream;
        this.stream = stream;
        this.length = lengthOf(cache, stream);
    }

    @Override
    public Request.Content open() {
        cache.reset();
        return new Whole(stream, contentType, length);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /** A file may be encrypted, and then its size is not the content's. */
    private static long lengthOf(StreamCache cache, InputStream stream) throws IOException {
        if (cache.inMemory() && cache.length() > 0) {
            return cache.length();
        }
        cache.reset();
        return stream.transferTo(OutputStream.nullOutputStream());
    }

    private static final class Whole extends InputStreamContentSource implements Request.Content {

        private final String contentType;
        private final long length;

        Whole(InputStream stream, String contentType, long length) {
            super(
                    new Unclosed(stream),
                    new ByteBufferPool.Sized(ByteBufferPool.NON_POOLING, false, bufferBytes(length)));
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

    /** Camel closes the cache, when the exchange is over. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
