package org.camelforce.salesforcecc.internal.request;

import org.eclipse.jetty.http.HttpFields;

/** Is told of every request, on the thread at hand. Must neither block nor throw. */
public interface RequestObserver {

    /** A request is sent a second time, because its token was rejected. */
    void replayed();

    /** @param headers of an answer */
    void answered(HttpFields headers);
}
