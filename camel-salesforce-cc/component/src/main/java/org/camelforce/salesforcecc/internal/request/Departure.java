package org.camelforce.salesforcecc.internal.request;

import org.eclipse.jetty.client.Request;

/** Whether a request has left, so that Salesforce may have executed it. Safe for use by several threads. */
final class Departure implements Request.CommitListener {

    private volatile boolean hasLeft;

    @Override
    public void onCommit(Request request) {
        hasLeft = true;
    }

    boolean hasLeft() {
        return hasLeft;
    }
}
