package org.camelforce.salesforcecc.internal.request;

import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.MultiPartRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.jspecify.annotations.Nullable;

/**
 * A body of several parts (RFC 7578). Each can be read again.
 *
 * @param parts in their order
 */
public record MultipartBody(List<Part> parts) implements RequestBody {

    /**
     * A part.
     *
     * @param name its name
     * @param fileName the name of the file that it is, or null
     * @param content its content, which can be read again
     */
    public record Part(String name, @Nullable String fileName, RequestBody content) {}

    /** Takes a copy of the list. */
    public MultipartBody {
        parts = List.copyOf(parts);
    }

    @Override
    public Request.Content open(Executor readers) {
        try (MultiPartRequestContent content = new MultiPartRequestContent()) {
            for (Part part : parts) {
                Request.Content own = part.content().open(readers);
                content.addPart(new MultiPart.ContentSourcePart(
                        part.name(),
                        part.fileName(),
                        HttpFields.build().add(HttpHeader.CONTENT_TYPE, own.getContentType()),
                        own));
            }
            return content;
        }
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
