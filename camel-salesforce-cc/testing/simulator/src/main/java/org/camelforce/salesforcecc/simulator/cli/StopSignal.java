package org.camelforce.salesforcecc.simulator.cli;

/** Tells when the program has to stop. */
@FunctionalInterface
interface StopSignal {

    /** Returns when it is time to stop. */
    void await() throws InterruptedException;
}
