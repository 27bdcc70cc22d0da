package org.camelforce.salesforcecc.internal.request;

import org.eclipse.jetty.http.HttpFields;

/** Is told of every request, on the thread at hand. Must neither block nor throw. */
public interface RequestObserver {

    /**
     * A caller asks, on its own thread. What follows until the caller has its answer is one request: login, replay and
     * retries included.
     *
     * @param request what is asked
     * @return is told of the end, once; {@link RequestEnd#UNWATCHED} if nobody wants to know
     */
    default RequestEnd begun(ApiRequest request) {
        return RequestEnd.UNWATCHED;
    }

    /** A request is sent a second time, because its token was rejected. */
    default void replayed() {}

    /**
     * A request is sent again, because it failed and may succeed now.
     *
     * @param reason why it failed
     */
    default void retried(RetryReason reason) {}

    /** @param headers of an answer */
    default void answered(HttpFields headers) {}
}
