package org.camelforce.salesforcecc.internal.session;

import java.io.IOException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;

/**
 * A body that is read when the request is sent and not before: a multi-part body takes parts until then. It also keeps
 * upstream from reading a stream itself, which takes a read error for the end of the stream.
 *
 * @param source the body as upstream gave it
 */
record UnreadContent(Request.Content source) implements Request.Content {

    /** Reads the whole body into memory; a body that cannot be read becomes one that fails its request. */
    Request.Content materialize() {
        try {
            return new ByteBufferRequestContent(source.getContentType(), Content.Source.asByteBuffer(source));
        } catch (IOException e) {
            return new FailedContent(source.getContentType(), e);
        } catch (RuntimeException | Error e) {
            // upstream counts the request already, and waits for its end when it stops
            return new FailedContent(source.getContentType(), new IOException("The body cannot be read: " + e, e));
        }
    }

    @Override
    public String getContentType() {
        return source.getContentType();
    }

    @Override
    public long getLength() {
        return source.getLength();
    }

    @Override
    public Content.Chunk read() {
        return source.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        source.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
        source.fail(failure);
    }
}
