package org.camelforce.salesforcecc.internal.request;

import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/** Is called once, when a request has an answer or will not have one. */
public interface AnswerReceiver {

    /**
     * The org has answered.
     *
     * @param answer whatever its status
     */
    void answered(ApiAnswer answer);

    /**
     * There is no answer.
     *
     * @param failure why: an exception of the login, {@link RequestFailure} of the request
     */
    void failed(Throwable failure);

    /**
     * @return whether it only notes what it is told, so that no worker is needed to call it: it is called on a thread
     *     of the HTTP client
     */
    default boolean isQuick() {
        return false;
    }

    /** @return is told of the body while it is sent, each time; null if nobody wants to know */
    default Request.@Nullable ContentListener sending() {
        return null;
    }
}
