package org.camelforce.salesforcecc.internal.subscription.stream;

import org.camelforce.salesforcecc.subscription.StreamEnd;

/** One stream, from its opening to its end. Safe for use by several threads; no method blocks. */
public interface EventStream {

    /**
     * Allows further events. Never are more events given to the listener than have been requested; a source that cannot
     * hold the server back ends the stream with {@link StreamEnd.Kind#NO_ROOM} instead.
     *
     * @param events how many more, at least 1
     */
    void request(int events);

    /**
     * Ends the stream, telling the server where the protocol has a word for it. What the listener is told then is void.
     */
    void close();
}
