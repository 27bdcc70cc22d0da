package org.camelforce.salesforcecc.internal.request;

import java.util.concurrent.Executor;
import org.eclipse.jetty.client.Request;

/** The body of a request. */
public interface RequestBody {

    /**
     * Opens the body. Called each time that the request is sent, and once only unless it {@link #isRepeatable()}.
     *
     * @param readers read what may block, where the thread that sends must not
     * @return the whole body from its beginning
     */
    Request.Content open(Executor readers);

    /** @return whether it can be sent a second time */
    boolean isRepeatable();
}
