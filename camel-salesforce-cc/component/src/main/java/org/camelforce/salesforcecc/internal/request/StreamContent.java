package org.camelforce.salesforcecc.internal.request;

import java.io.InputStream;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.InputStreamContentSource;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A stream of known length as what a request sends. It is read while it is sent, and closed at its end. A request that
 * has waited for a connection is sent by the thread that reads for all orgs, and a stream may block, so another thread
 * reads it then.
 */
final class StreamContent extends InputStreamContentSource implements Request.Content {

    private static final int BUFFER_BYTES = 16_384;

    private final String contentType;
    private final long length;
    private final Executor readers;
    private volatile @Nullable Thread reader;

    StreamContent(InputStream stream, String contentType, long length, Executor readers) {
        super(stream, new ByteBufferPool.Sized(ByteBufferPool.NON_POOLING, false, bufferBytes(length)));
        this.contentType = contentType;
        this.length = length;
        this.readers = readers;
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

    @Override
    public Content.@Nullable Chunk read() {
        if (Invocable.isNonBlockingInvocation() && reader != Thread.currentThread()) {
            return null;
        }
        reader = null;
        return super.read();
    }

    @Override
    public void demand(Runnable available) {
        readers.execute(() -> {
            // even if that is the thread at hand, because there is no other one
            reader = Thread.currentThread();
            super.demand(available);
        });
    }
}
