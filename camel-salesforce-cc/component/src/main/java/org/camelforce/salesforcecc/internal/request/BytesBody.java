package org.camelforce.salesforcecc.internal.request;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Request;

/**
 * A body in memory, which can be read any number of times.
 *
 * @param contentType its media type
 * @param bytes its content; not to be changed
 */
public record BytesBody(String contentType, byte[] bytes) implements RequestBody {

    /**
     * @param contentType its media type
     * @param text its content
     * @return a body of the text in UTF-8
     */
    public static BytesBody of(String contentType, String text) {
        return new BytesBody(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Request.Content open(Executor readers) {
        return new BytesRequestContent(contentType, bytes);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
