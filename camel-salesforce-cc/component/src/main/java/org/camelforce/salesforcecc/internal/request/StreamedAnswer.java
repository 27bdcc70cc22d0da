package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Gives the caller an answer to read while it arrives, as soon as its first bytes are there. The org sends no more than
 * fits into the buffers of the connection before the caller reads on. An answer that is no success is read as a whole.
 */
final class StreamedAnswer implements Response.Listener {

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final SentRequest sent;
    private final AnswerHandler handler;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private @Nullable BufferedAnswer buffered;
    private volatile @Nullable AnswerStream stream;

    StreamedAnswer(SentRequest sent, AnswerHandler handler) {
        this.sent = sent;
        this.handler = handler;
    }

    /**
     * Sends the request. The answer has to begin within the time that a request may take; how long it goes on is its
     * reader's affair.
     */
    void send() {
        RequestLimits limits = handler.limits();
        sent.out().idleTimeout(limits.unreadMillis(), TimeUnit.MILLISECONDS).send(this);
        // nobody is told of a request that is aborted before it is sent
        begun.orTimeout(limits.timeoutMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, late) -> {
            if (late != null) {
                sent.out()
                        .abort(new TimeoutException("It has not begun for " + limits.timeoutMillis()
                                + " ms. Set option httpRequestTimeout to a larger number"));
            }
        });
    }

    @Override
    public void onHeaders(Response response) {
        if (response.getStatus() >= OK && response.getStatus() < MULTIPLE_CHOICES) {
            handler.observer().answered(response.getHeaders());
        } else {
            buffered = new BufferedAnswer(sent, handler);
            buffered.onHeaders(response);
        }
    }

    @Override
    public void onContentSource(Response response, Content.Source source) {
        if (buffered != null) {
            buffered.onContentSource(response, source);
            return;
        }
        AnswerStream content = new AnswerStream(
                sent.request().name(), handler.limits().timeoutMillis(), response, source, () -> passOn(response));
        stream = content;
        content.ask();
    }

    private void passOn(Response response) {
        begun.complete(null);
        AnswerStream content = Objects.requireNonNull(stream, "stream");
        Throwable failure = content.failure();
        if (failure != null && content.available() == 0) {
            handler.failed(sent, failure);
            return;
        }
        handler.passOn(
                sent,
                new ApiAnswer(
                        sent.request(),
                        response.getStatus(),
                        response.getReason(),
                        response.getHeaders(),
                        content.isEmpty() ? null : decoded(content, response)));
    }

    private InputStream decoded(AnswerStream content, Response response) {
        return GzipContent.isIn(response.getHeaders())
                ? new GzipStream(sent.request().name(), content)
                : content;
    }

    @Override
    public void onSuccess(Response response) {
        if (buffered != null) {
            buffered.onSuccess(response);
        }
    }

    @Override
    public void onFailure(Response response, Throwable failure) {
        AnswerStream content = stream;
        if (content != null) {
            content.fail(failure);
        }
    }

    @Override
    public void onComplete(Result result) {
        begun.complete(null);
        AnswerStream content = stream;
        if (content != null) {
            if (result.isFailed()) {
                content.fail(result.getFailure());
            }
        } else if (buffered != null) {
            buffered.onComplete(result);
        } else {
            Throwable failure = result.getFailure();
            handler.failed(sent, failure == null ? new IOException("The answer has no body") : failure);
        }
    }
}
