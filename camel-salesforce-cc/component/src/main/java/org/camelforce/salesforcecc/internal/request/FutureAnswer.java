package org.camelforce.salesforcecc.internal.request;

import java.util.concurrent.CompletableFuture;

/**
 * Completes a future with an answer, or with why there is none.
 *
 * @param future completed on a thread of the HTTP client
 */
record FutureAnswer(CompletableFuture<ApiAnswer> future) implements AnswerReceiver {

    FutureAnswer() {
        this(new CompletableFuture<>());
    }

    @Override
    public void answered(ApiAnswer answer) {
        future.complete(answer);
    }

    @Override
    public void failed(Throwable failure) {
        future.completeExceptionally(failure);
    }

    @Override
    public boolean isQuick() {
        return true;
    }
}
