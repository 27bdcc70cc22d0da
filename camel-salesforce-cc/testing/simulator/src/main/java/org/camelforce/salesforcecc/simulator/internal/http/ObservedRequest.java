package org.camelforce.salesforcecc.simulator.internal.http;

/**
 * A request on its way, without its query and body.
 *
 * @param number its number in the order of arrival, from 1
 * @param method HTTP method
 * @param path path of the URI, as the client encoded it
 * @param authorization the header of that name, which is a secret; empty without one
 */
public record ObservedRequest(long number, String method, String path, String authorization) {

    /** Leaves the authorization out. */
    @Override
    public String toString() {
        return "ObservedRequest[" + number + " " + method + " " + path + "]";
    }
}
