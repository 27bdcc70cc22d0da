package org.camelforce.salesforcecc.internal.request;

import java.io.InputStream;
import java.util.Objects;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Gives the caller an answer to read while it arrives. The org sends no more than fits into the buffers of the
 * connection before the caller reads on. An answer that is no success is read as a whole.
 */
final class StreamedAnswer implements Response.Listener {

    private final SentRequest sent;
    private Response.@Nullable Listener reader;
    private boolean streams;

    StreamedAnswer(SentRequest sent) {
        this.sent = sent;
    }

    @Override
    public void onHeaders(Response response) {
        streams = response.getStatus() >= 200 && response.getStatus() < 300;
        if (!streams) {
            reader = new BufferedAnswer(sent);
            reader.onHeaders(response);
            return;
        }
        sent.client().observer().answered(response.getHeaders());
        InputStreamResponseListener stream = new InputStreamResponseListener();
        reader = stream;
        stream.onHeaders(response);
        InputStream content = stream.getInputStream();
        sent.client()
                .passOn(
                        sent,
                        new ApiAnswer(
                                sent.request(),
                                response.getStatus(),
                                response.getReason(),
                                response.getHeaders(),
                                content));
    }

    @Override
    public void onContentSource(Response response, Content.Source source) {
        Objects.requireNonNull(reader, "headers").onContentSource(response, source);
    }

    @Override
    public void onSuccess(Response response) {
        Objects.requireNonNull(reader, "headers").onSuccess(response);
    }

    @Override
    public void onFailure(Response response, Throwable failure) {
        if (reader != null) {
            reader.onFailure(response, failure);
        }
    }

    @Override
    public void onComplete(Result result) {
        if (reader != null) {
            reader.onComplete(result);
        } else {
            sent.client().fail(sent, result.getFailure());
        }
    }
}
