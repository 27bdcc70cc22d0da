package org.camelforce.salesforcecc.simulator.internal.rest;

/**
 * What the REST API has to know about its org.
 *
 * @param latestVersion number of the latest API version, for example 67; older ones are served from
 *     {@value #OLDEST_VERSION}
 * @param queryBatchSize records per page where {@code Sforce-Query-Options} says nothing; may be below 200
 */
public record RestConfig(int latestVersion, int queryBatchSize) {

    /** Number of the oldest version that is served; those before it are retired (SOAP API Developer Guide). */
    public static final int OLDEST_VERSION = 31;

    private static final int LARGEST_BATCH = 2000;

    /** @throws IllegalArgumentException if the batch size is not from 1 to 2000 */
    public RestConfig {
        if (queryBatchSize < 1 || queryBatchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("batch size must be from 1 to 2000, but is " + queryBatchSize);
        }
    }
}
