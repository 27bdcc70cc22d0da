package org.camelforce.salesforcecc.benchmarks.tokenpath;

/** What is measured. */
@FunctionalInterface
interface Call {

    /**
     * Called by several threads at the same time.
     *
     * @throws Exception if it fails, which ends the measurement
     */
    void run() throws Exception;
}
