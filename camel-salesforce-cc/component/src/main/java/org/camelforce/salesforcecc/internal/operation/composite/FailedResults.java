package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import java.io.InputStream;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/** Reads what composite resources answer besides errors when a request has failed. */
final class FailedResults {

    private FailedResults() {}

    /** The answer as an object; what the route has already if it is none. */
    static @Nullable Object of(ApiAnswer answer, OperationParameters parameters, Class<?> type) {
        AnswerBody body = answer.body();
        Object before = parameters.exchange().getMessage().getBody();
        if (body == null) {
            return before;
        }
        try {
            Object read = parameters.settings().json().readValue((InputStream) body, type);
            return read == null ? before : read;
        } catch (IOException e) {
            // a list of errors, which the exception has
            return before;
        } finally {
            body.reset();
        }
    }
}
