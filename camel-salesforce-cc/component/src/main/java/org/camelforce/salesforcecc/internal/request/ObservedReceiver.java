package org.camelforce.salesforcecc.internal.request;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/** Measures a request from the caller's question to its answer. Safe for use by several threads. */
final class ObservedReceiver implements AnswerReceiver, Request.ContentListener {

    private final ApiRequest request;
    private final AnswerReceiver receiver;
    private final RequestEnd end;
    private final LongSupplier ticker;
    private final Executor afterStream;
    private final long begun;
    private final AtomicLong sentBytes = new AtomicLong();

    private ObservedReceiver(
            ApiRequest request, AnswerReceiver receiver, RequestEnd end, LongSupplier ticker, Executor afterStream) {
        this.request = request;
        this.receiver = receiver;
        this.end = end;
        this.ticker = ticker;
        this.afterStream = afterStream;
        this.begun = ticker.getAsLong();
    }

    /**
     * @param afterStream where the end of a streamed answer is told of
     * @return the same receiver if nobody wants to know
     */
    static AnswerReceiver of(
            ApiRequest request,
            AnswerReceiver receiver,
            RequestObserver observer,
            LongSupplier ticker,
            Executor afterStream) {
        RequestEnd end = observer.begun(request);
        return end == RequestEnd.UNWATCHED
                ? receiver
                : new ObservedReceiver(request, receiver, end, ticker, afterStream);
    }

    @Override
    public void onContent(Request sent, ByteBuffer content) {
        sentBytes.addAndGet(content.remaining());
    }

    @Override
    public void answered(ApiAnswer answer) {
        Duration took = took();
        AnswerStream stream = streamOf(answer);
        if (stream != null) {
            stream.whenOver((failure, bytes) -> afterStream.execute(() -> ended(
                    failure == null ? RequestOutcome.SUCCESS : RequestOutcome.NO_ANSWER,
                    answer.status(),
                    took,
                    bytes,
                    failure)));
        } else {
            ended(RequestOutcome.of(answer.status()), answer.status(), took, answer.receivedBytes(), null);
        }
        receiver.answered(answer);
    }

    @Override
    public void failed(Throwable failure) {
        int status = failure instanceof SalesforceException answered ? Math.max(0, answered.getStatusCode()) : 0;
        ended(RequestOutcome.of(failure), status, took(), 0, failure);
        receiver.failed(failure);
    }

    @Override
    public Request.ContentListener sending() {
        return this;
    }

    @Override
    public boolean isQuick() {
        return receiver.isQuick();
    }

    private static @Nullable AnswerStream streamOf(ApiAnswer answer) {
        InputStream content = answer.content() instanceof GzipStream zipped ? zipped.source() : answer.content();
        return content instanceof AnswerStream stream ? stream : null;
    }

    private Duration took() {
        return Duration.ofNanos(ticker.getAsLong() - begun);
    }

    private void ended(
            RequestOutcome outcome, int status, Duration took, long receivedBytes, @Nullable Throwable failure) {
        end.ended(new EndedRequest(request, outcome, status, took, sentBytes.get(), receivedBytes, failure));
    }
}
