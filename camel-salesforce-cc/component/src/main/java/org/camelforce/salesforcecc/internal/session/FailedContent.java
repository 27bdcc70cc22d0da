package org.camelforce.salesforcecc.internal.session;

import java.io.IOException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;

/**
 * A body that could not be read. Sending it fails the request with the reason.
 *
 * @param contentType the body's media type
 * @param failure why it could not be read
 */
record FailedContent(String contentType, IOException failure) implements Request.Content {

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public Content.Chunk read() {
        return Content.Chunk.from(failure, true);
    }

    @Override
    public void demand(Runnable demandCallback) {
        demandCallback.run();
    }

    @Override
    public void fail(Throwable ignored) {}
}
