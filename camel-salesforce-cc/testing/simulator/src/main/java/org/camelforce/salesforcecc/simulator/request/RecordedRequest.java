package org.camelforce.salesforcecc.simulator.request;

/**
 * A request that reached the server, without its query, headers and body.
 *
 * @param method HTTP method
 * @param path path of the URI, as the client encoded it
 * @param status HTTP status of the answer; 0 while there is none, or if the connection was dropped instead
 */
public record RecordedRequest(String method, String path, int status) {}
