package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the connection has brought it. To decode it takes processor time, and is done by whoever needs it.
 *
 * @param status the HTTP status
 * @param reason the text that goes with it, null if there is none
 * @param headers the HTTP headers
 * @param bytes the whole body, as these headers say that it is encoded
 */
record ReceivedAnswer(int status, @Nullable String reason, HttpFields headers, byte[] bytes) {

    static ReceivedAnswer of(Response response, byte[] bytes) {
        return new ReceivedAnswer(response.getStatus(), response.getReason(), response.getHeaders(), bytes);
    }

    boolean isCompressed() {
        return bytes.length > 0 && GzipContent.isIn(headers);
    }

    /**
     * @param request what was asked
     * @param maxBytes how many bytes the decoded body may have
     * @throws IOException if the body is cut short, is not what its headers say, or has more bytes
     */
    ApiAnswer decoded(ApiRequest request, int maxBytes) throws IOException {
        byte[] content = isCompressed() ? GzipContent.decoded(bytes, maxBytes) : bytes;
        return new ApiAnswer(
                request,
                status,
                reason,
                headers,
                content.length == 0 ? null : new AnswerBody(content),
                bytes.length,
                1);
    }
}
