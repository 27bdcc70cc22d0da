package org.camelforce.salesforcecc.internal.request;

import org.eclipse.jetty.client.Request;

/** The body of a request. */
public interface RequestBody {

    /**
     * Opens the body. Called each time that the request is sent, and once only unless it {@link #isRepeatable()}.
     *
     * @return the whole body from its beginning
     */
    Request.Content open();

    /** @return whether it can be sent a second time */
    boolean isRepeatable();
}
