package org.camelforce.salesforcecc.simulator.internal.data;

import org.camelforce.salesforcecc.simulator.records.ApiException;

/** The org's records, with what only the Bulk APIs need of them. */
public interface BulkRecords extends RecordStore {

    /**
     * Deletes a record for good, whether or not it is in the recycle bin.
     *
     * @param type object name
     * @param id record id in either form
     * @param userId who deletes it
     */
    void hardDelete(String type, String id, String userId);

    /**
     * Runs a query without keeping its result in memory.
     *
     * @param soql the query
     * @param includeDeleted whether rows in the recycle bin count (queryAll)
     * @param rows takes what it finds, on the calling thread
     * @throws ApiException as {@link #query(String, boolean)}
     */
    void stream(String soql, boolean includeDeleted, RowSink rows);

    /**
     * Checks that a query can be run, without running it.
     *
     * @param soql the query
     * @throws ApiException as {@link #query(String, boolean)}
     */
    void check(String soql);
}
