package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/** Reads answers in JSON. */
public final class JsonResults {

    private JsonResults() {}

    /**
     * @param answer with a body
     * @param parameters of the request
     * @param type of the object that the body is
     * @return the object, or the body itself with {@code rawPayload}
     * @throws IOException if the body is no such object
     */
    public static @Nullable Object of(ApiAnswer answer, OperationParameters parameters, Class<?> type)
            throws IOException {
        return parameters.settings().isRawPayload()
                ? answer.content()
                : parameters.settings().json().readValue(content(answer), type);
    }

    /**
     * @param answer with a body
     * @param parameters of the request
     * @param type of the object that the body is
     * @return the object, or the body itself with {@code rawPayload}
     * @throws IOException if the body is no such object
     */
    public static @Nullable Object of(ApiAnswer answer, OperationParameters parameters, TypeReference<?> type)
            throws IOException {
        return parameters.settings().isRawPayload()
                ? answer.content()
                : parameters.settings().json().readValue(content(answer), type);
    }

    /**
     * @param answer with a body
     * @param parameters of the request
     * @param type of the object that the body is
     * @param <T> of the object
     * @return the object, with {@code rawPayload} too
     * @throws IOException if the body is no such object
     */
    public static <T> T object(ApiAnswer answer, OperationParameters parameters, Class<T> type) throws IOException {
        return parameters.settings().json().readValue(content(answer), type);
    }

    private static InputStream content(ApiAnswer answer) throws IOException {
        InputStream content = answer.content();
        if (content == null) {
            throw new IOException("it has no body");
        }
        return content;
    }
}
