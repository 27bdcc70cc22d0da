package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Map;

/** Where the org's use of its limits is counted. Safe for use by several threads. */
public interface LimitsSource {

    /** @return the allocation of API requests in 24 hours and what is left of it */
    Usage dailyApiRequests();

    /** @return how much of other limits is used, by their names; a limit that is left out is not used */
    default Map<String, Integer> used() {
        return Map.of();
    }

    /**
     * A limit and its use.
     *
     * @param max the allocation
     * @param remaining what is left of it
     */
    record Usage(int max, int remaining) {}
}
