package org.camelforce.salesforcecc.simulator.internal.rest;

/** Where the org's use of its limits is counted. Safe for use by several threads. */
public interface LimitsSource {

    /** @return the allocation of API requests in 24 hours and what is left of it */
    Usage dailyApiRequests();

    /**
     * A limit and its use.
     *
     * @param max the allocation
     * @param remaining what is left of it
     */
    record Usage(int max, int remaining) {}
}
