package org.camelforce.salesforcecc.internal.session;

import java.util.concurrent.Executor;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;

/**
 * Listens in the place of upstream's listener. Jetty only logs what a listener throws, and the operation would not end.
 *
 * @param answer of the operation
 * @param listener upstream's
 * @param workers end the operation
 */
record AnswerListener(Answer answer, Response.Listener listener, Executor workers) implements Response.Listener {

    @Override
    public void onBegin(Response response) {
        listener.onBegin(response);
    }

    @Override
    public boolean onHeader(Response response, HttpField field) {
        return listener.onHeader(response, field);
    }

    @Override
    public void onHeaders(Response response) {
        listener.onHeaders(response);
    }

    @Override
    public void onContentSource(Response response, Content.Source source) {
        listener.onContentSource(response, source);
    }

    @Override
    public void onSuccess(Response response) {
        listener.onSuccess(response);
    }

    @Override
    public void onFailure(Response response, Throwable failure) {
        listener.onFailure(response, failure);
    }

    @Override
    public void onComplete(Result result) {
        Answer before = Answer.enter(answer);
        try {
            listener.onComplete(result);
        } catch (Throwable e) {
            Answer.enter(null);
            workers.execute(() -> answer.unreadable(e));
        } finally {
            Answer.enter(before);
        }
    }
}
