package org.camelforce.salesforcecc.internal.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import org.apache.camel.StreamCache;
import org.eclipse.jetty.client.Request;

/**
 * What Camel has cached, in memory or in a file, as a body. It is read while it is sent, from its beginning each time.
 */
public final class CachedBody implements RequestBody {

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
    public Request.Content open(Executor readers) {
        cache.reset();
        return new StreamContent(new Unclosed(stream), contentType, length, readers);
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

    /** Camel closes the cache, when the exchange is over. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
