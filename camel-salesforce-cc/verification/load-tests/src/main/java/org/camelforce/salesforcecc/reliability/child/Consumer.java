package org.camelforce.salesforcecc.reliability.child;

import java.io.IOException;

/** Something that consumes events from {@link #start} on. */
interface Consumer extends AutoCloseable {

    void start() throws Exception;

    /** Stops as an orderly operator does: what is in flight is finished, and the position written. */
    @Override
    void close() throws IOException;
}
