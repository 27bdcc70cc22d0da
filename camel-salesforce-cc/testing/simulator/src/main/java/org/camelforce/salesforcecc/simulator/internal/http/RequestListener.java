package org.camelforce.salesforcecc.simulator.internal.http;

/** Is called for each request, on the thread that serves it, which it must not block. */
public interface RequestListener {

    /** @param request has arrived, and nothing has been done about it yet */
    void arrived(ObservedRequest request);

    /**
     * Called once for each request that has arrived, when its answer has been written or given up.
     *
     * @param request the request
     * @param status HTTP status of the answer; 0 if there was none
     * @param note why it was answered so; often empty
     */
    void ended(ObservedRequest request, int status, String note);
}
