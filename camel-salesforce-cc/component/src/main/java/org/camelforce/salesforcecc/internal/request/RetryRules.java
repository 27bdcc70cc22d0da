package org.camelforce.salesforcecc.internal.request;

import org.jspecify.annotations.Nullable;

/** Whether it makes sense to send a request again, and does no harm if it has been executed before. */
public interface RetryRules {

    /** @return how often and how soon */
    RetryPolicy policy();

    /**
     * @param answer that says that the request failed
     * @return why the request may succeed soon, null if it is not sent again
     */
    @Nullable
    RetryReason answered(ApiAnswer answer);

    /**
     * @param request that has no answer
     * @param failure why
     * @return why the request may succeed soon, null if it is not sent again
     */
    @Nullable
    RetryReason unanswered(ApiRequest request, Throwable failure);
}
