package org.camelforce.salesforcecc.internal.request;

import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Reads an answer as a whole. */
final class BufferedAnswer implements Response.Listener {

    private final SentRequest sent;
    private final AnswerHandler handler;
    private final ContentBuffer content;
    private @Nullable ReceivedAnswer received;

    BufferedAnswer(SentRequest sent, AnswerHandler handler) {
        this.sent = sent;
        this.handler = handler;
        this.content = new ContentBuffer(handler.limits().maxAnswerBytes());
    }

    @Override
    public void onHeaders(Response response) {
        handler.observer().answered(response.getHeaders());
        boolean hasBody = !HttpMethod.HEAD.is(sent.request().method());
        if (hasBody && !content.expect(response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH))) {
            tooLarge(response);
        }
    }

    @Override
    public void onContent(Response response, ByteBuffer more) {
        if (!content.add(more)) {
            tooLarge(response);
        }
    }

    @Override
    public void onSuccess(Response response) {
        ReceivedAnswer whole = ReceivedAnswer.of(response, content.toBytes());
        received = whole;
        if (sent.request().body() != null && sent.mayBeRejected(whole)) {
            closeAfter(response);
        }
    }

    @Override
    public void onComplete(Result result) {
        ReceivedAnswer whole = received;
        // a server may answer before it has read the whole request, and close the connection
        if (whole == null) {
            handler.failed(sent, result.getFailure());
            return;
        }
        try {
            handler.answered(sent, whole);
        } catch (Throwable e) {
            // whatever it is, the caller must be told of it
            handler.failed(sent, e);
        }
    }

    private void tooLarge(Response response) {
        response.abort(new AnswerTooLargeException(handler.limits().maxAnswerBytes()));
    }

    /**
     * A server that rejects a request before it has read the body closes the connection soon after. The same request
     * with another token must not be sent into it.
     */
    private static void closeAfter(Response response) {
        if (response instanceof HttpResponse rejection) {
            rejection.headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE));
        }
    }
}
