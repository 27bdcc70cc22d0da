package org.camelforce.salesforcecc.internal.request;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.Request;

/**
 * What remains in a buffer, as a body.
 *
 * @param contentType its media type
 * @param buffer its content; neither position nor content is changed
 */
public record BufferBody(String contentType, ByteBuffer buffer) implements RequestBody {

    @Override
    public Request.Content open(Executor readers) {
        return new ByteBufferRequestContent(contentType, buffer.slice());
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
