package org.camelforce.salesforcecc.internal.operation;

import java.io.InputStream;
import org.apache.camel.ExchangeExtension;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest.AnswerMode;
import org.jspecify.annotations.Nullable;

/** Bodies of answers that a route reads while they arrive, if option {@code streaming} says so. */
public final class StreamedBodies {

    private StreamedBodies() {}

    /**
     * @param parameters of a request
     * @return how its answer is read
     */
    public static AnswerMode mode(OperationParameters parameters) {
        return parameters.settings().streams().streaming() ? AnswerMode.STREAMED : AnswerMode.BUFFERED;
    }

    /**
     * @param answer of any status
     * @param parameters of the request
     * @return its body. One that is streamed is read once: Camel does not copy it, and closes it when the exchange ends
     */
    public static @Nullable InputStream of(ApiAnswer answer, OperationParameters parameters) {
        InputStream content = answer.content();
        if (content != null && !(content instanceof AnswerBody)) {
            ExchangeExtension extension = parameters.exchange().getExchangeExtension();
            extension.setStreamCacheDisabled(true);
            ExchangeEnd.closes(parameters.exchange(), () -> {
                // Camel may use the exchange again
                extension.setStreamCacheDisabled(false);
                content.close();
            });
        }
        return content;
    }
}
