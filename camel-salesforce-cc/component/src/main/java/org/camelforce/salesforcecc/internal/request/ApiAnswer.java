package org.camelforce.salesforcecc.internal.request;

import java.io.InputStream;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * What the org answered to a request.
 *
 * @param request what was asked
 * @param status the HTTP status
 * @param reason the text that goes with it, null if there is none
 * @param headers the HTTP headers
 * @param content the body: an {@link AnswerBody} unless it is streamed; null if it is empty
 * @param receivedBytes how many bytes of the body have arrived, compressed if the org compresses it; 0 if it is
 *     streamed
 * @param attempts how many attempts it took
 */
public record ApiAnswer(
        ApiRequest request,
        int status,
        @Nullable String reason,
        HttpFields headers,
        @Nullable InputStream content,
        long receivedBytes,
        int attempts) {

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    /**
     * The answer to the first attempt, of whose body nothing is known to have arrived.
     *
     * @param request what was asked
     * @param status the HTTP status
     * @param reason the text that goes with it, null if there is none
     * @param headers the HTTP headers
     * @param content the body: an {@link AnswerBody} unless it is streamed; null if it is empty
     */
    public ApiAnswer(
            ApiRequest request,
            int status,
            @Nullable String reason,
            HttpFields headers,
            @Nullable InputStream content) {
        this(request, status, reason, headers, content, 0, 1);
    }

    ApiAnswer after(int attempt) {
        return attempt == attempts
                ? this
                : new ApiAnswer(request, status, reason, headers, content, receivedBytes, attempt);
    }

    /** @return whether the request has done what it was for */
    public boolean isSuccess() {
        return status >= OK && status < MULTIPLE_CHOICES;
    }

    /** @return the body as a whole; null if it is empty or streamed */
    public @Nullable AnswerBody body() {
        return content instanceof AnswerBody body ? body : null;
    }

    /**
     * @param name of a header
     * @return its value, null if there is none
     */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * @param prefix what the names of headers begin with, in any case
     * @return these headers
     */
    public List<HttpField> headersWith(String prefix) {
        return headers.stream()
                .filter(field -> field.getName().regionMatches(true, 0, prefix, 0, prefix.length()))
                .toList();
    }
}
