package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.internal.data.QueryColumns;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.data.Upserted;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Answers exactly the queries that a test prepared; every other query is refused. */
final class StubRecords implements RecordStore {

    private final Map<String, List<ObjectNode>> answers = new ConcurrentHashMap<>();

    StubRecords answering(String soql, ObjectNode... rows) {
        answers.put(soql + false, List.of(rows));
        return this;
    }

    StubRecords answeringWithDeleted(String soql, ObjectNode... rows) {
        answers.put(soql + true, List.of(rows));
        return this;
    }

    StubRecords withPushTopics(ObjectNode... topics) {
        answering("SELECT " + PushTopic.COLUMNS + " FROM PushTopic WHERE IsActive = true", topics);
        for (ObjectNode topic : topics) {
            answering(
                    "SELECT Name FROM PushTopic WHERE Name = '"
                            + topic.path("Name").asText() + "' AND IsActive = true",
                    topic);
        }
        return this;
    }

    @Override
    public QueryRows query(SoqlQuery query, QueryScope scope) {
        List<ObjectNode> rows = answers.get(query.text() + scope.includeDeleted());
        if (rows == null) {
            throw new ApiException(400, "INVALID_TYPE", "no answer prepared for: " + query.text());
        }
        return new QueryRows(rows.size(), rows, "", Collections.nCopies(rows.size(), Map.of()));
    }

    @Override
    public QueryColumns columns(SoqlQuery query, QueryScope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String create(String type, ObjectNode fields, String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void update(String type, String id, ObjectNode fields, String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String type, String id, String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Upserted upsert(
            String type, String externalIdField, String value, ObjectNode fields, boolean updateOnly, String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectNode retrieve(String type, String id, Collection<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectNode retrieveByExternalId(String type, String externalIdField, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String append(String log, ObjectNode fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] retrieveBlob(String type, String id, String field) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addListener(Consumer<RecordChange> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addTransactionListener(Consumer<List<RecordChange>> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
