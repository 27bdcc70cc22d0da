package org.camelforce.salesforcecc.simulator.internal.data;

import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
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
     * @param query the query
     * @param scope who asks, and for which rows
     * @param rows takes what it finds, on the calling thread
     * @throws ApiException as {@link #check}
     */
    void stream(SoqlQuery query, QueryScope scope, RowSink rows);

    /**
     * Checks that a query can be run, without running it.
     *
     * @param query the query
     * @throws ApiException as {@link #query}, and 400 FUNCTIONALITY_NOT_ENABLED for a query whose rows are not records
     *     or that has a subquery in its SELECT clause
     */
    void check(SoqlQuery query);
}
