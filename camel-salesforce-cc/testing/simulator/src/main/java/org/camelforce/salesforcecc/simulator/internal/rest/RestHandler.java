package org.camelforce.salesforcecc.simulator.internal.rest;

/** What a route leads to. */
@FunctionalInterface
interface RestHandler {

    /**
     * @param request a request that the route matches, with its variables
     * @return the answer; errors are thrown as {@code ApiException}
     */
    RestResponse handle(RestRequest request);
}
