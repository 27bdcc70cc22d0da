package org.camelforce.salesforcecc.simulator.internal.bulk;

/**
 * What a client chose for a job of Bulk API 1.0.
 *
 * @param format the format of its batches
 * @param concurrencyMode {@code Parallel} or {@code Serial}, which has no effect
 * @param chunkSize how many ids a part of a query has; 0 to leave queries whole
 */
record ClassicSettings(DataFormat format, String concurrencyMode, int chunkSize) {}
