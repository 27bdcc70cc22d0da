package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;

/** Makes requests of one case. Safe for use by several threads. */
interface Client extends AutoCloseable {

    /**
     * Makes one request, and waits for its answer.
     *
     * @throws Exception if it fails
     */
    void call() throws Exception;

    @Override
    void close() throws IOException;
}
