package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.Records;

/** The org's records, with what the APIs need of them and no test does. */
public interface RecordStore extends Records, AutoCloseable {

    /**
     * @param type object name
     * @param externalIdField {@code Id} or a field declared as external id
     * @param value the external id's value
     * @param fields values to set
     * @param updateOnly whether to answer 404 instead of creating
     * @param userId who does it
     * @return what happened
     */
    Upserted upsert(
            String type, String externalIdField, String value, ObjectNode fields, boolean updateOnly, String userId);

    /**
     * @param soql the query
     * @param includeDeleted whether rows in the recycle bin count (queryAll)
     * @return what it found
     */
    default QueryRows query(String soql, boolean includeDeleted) {
        return query(soql, new QueryScope("", includeDeleted));
    }

    /**
     * @param soql the query
     * @param scope who asks, and for which rows
     * @return what it found
     */
    default QueryRows query(String soql, QueryScope scope) {
        return query(Soql.parse(soql), scope);
    }

    /**
     * @param query the query
     * @param scope who asks, and for which rows
     * @return what it found
     */
    QueryRows query(SoqlQuery query, QueryScope scope);

    /**
     * @param query a query, which is not run
     * @param scope who asks, and for which rows
     * @return what it selects
     */
    QueryColumns columns(SoqlQuery query, QueryScope scope);

    @Override
    default List<ObjectNode> query(String soql) {
        return query(soql, false).rows();
    }

    @Override
    default List<ObjectNode> queryAll(String soql) {
        return query(soql, true).rows();
    }

    /**
     * Adds a row to an object that only the org writes. Belongs to no transaction, waits for none and tells no
     * listener.
     *
     * @param log name of an object of the kind {@code LOG}
     * @param fields the row's values
     * @return the row's 18-character id
     */
    String append(String log, ObjectNode fields);

    /** @param listener called after each commit, on the committing thread, once per changed record in order */
    void addListener(Consumer<RecordChange> listener);

    /** @param listener called after each commit, on the committing thread, once with all its changes in order */
    void addTransactionListener(Consumer<List<RecordChange>> listener);

    @Override
    void close();
}
