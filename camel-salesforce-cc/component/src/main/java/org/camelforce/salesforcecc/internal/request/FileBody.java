package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jetty.client.PathRequestContent;
import org.eclipse.jetty.client.Request;

/**
 * A file as a body. It is read while it is sent, once for each time.
 *
 * @param contentType its media type
 * @param file where its content is
 */
public record FileBody(String contentType, Path file) implements RequestBody {

    @Override
    public Request.Content open() {
        try {
            return new PathRequestContent(contentType, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
