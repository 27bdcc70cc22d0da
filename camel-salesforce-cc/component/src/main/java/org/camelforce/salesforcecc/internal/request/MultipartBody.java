package org.camelforce.salesforcecc.internal.request;

import java.util.List;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.MultiPartRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.jspecify.annotations.Nullable;

/**
 * A body of several parts in memory (RFC 7578).
 *
 * @param parts in their order
 */
public record MultipartBody(List<Part> parts) implements RequestBody {

    /**
     * A part.
     *
     * @param name its name
     * @param fileName the name of the file that it is, or null
     * @param contentType its media type
     * @param bytes its content; not to be changed
     */
    public record Part(String name, @Nullable String fileName, String contentType, byte[] bytes) {}

    /** Takes a copy of the list. */
    public MultipartBody {
        parts = List.copyOf(parts);
    }

    @Override
    public Request.Content open() {
        try (MultiPartRequestContent content = new MultiPartRequestContent()) {
            for (Part part : parts) {
                content.addPart(new MultiPart.ContentSourcePart(
                        part.name(),
                        part.fileName(),
                        HttpFields.build().add(HttpHeader.CONTENT_TYPE, part.contentType()),
                        new BytesRequestContent(part.contentType(), part.bytes())));
            }
            return content;
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
