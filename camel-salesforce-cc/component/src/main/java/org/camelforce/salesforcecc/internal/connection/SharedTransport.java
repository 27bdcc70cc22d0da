package org.camelforce.salesforcecc.internal.connection;

import org.camelforce.salesforcecc.internal.threads.ContinuationExecutor;
import org.eclipse.jetty.client.HttpClient;

/**
 * What components share whose requests travel alike.
 *
 * @param httpClient sends requests; started
 * @param workers what exchanges go on with after an answer, even after the pool has been shut down
 */
public record SharedTransport(HttpClient httpClient, ContinuationExecutor workers) {}
