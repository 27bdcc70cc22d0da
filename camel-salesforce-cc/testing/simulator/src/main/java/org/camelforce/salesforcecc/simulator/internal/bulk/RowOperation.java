package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.Upserted;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Makes a record of a row, or changes or deletes the record that a row names. */
final class RowOperation {

    private static final String ID = "Id";

    private final BulkRecords records;
    private final Operation operation;
    private final String object;
    private final String externalIdField;
    private final String userId;

    RowOperation(BulkRecords records, Operation operation, String object, String externalIdField, String userId) {
        this.records = records;
        this.operation = operation;
        this.object = object;
        this.externalIdField = externalIdField;
        this.userId = userId;
    }

    /** Works on a row, in the calling thread's transaction. */
    RowOutcome apply(InputRow row) {
        ObjectNode fields = row.fields();
        String id = operation == Operation.INSERT ? "" : fields.path(ID).asText("");
        try {
            if (row.problem() != null) {
                throw row.problem();
            }
            return switch (operation) {
                case INSERT -> new RowOutcome(records.create(object, fields, userId), true, null);
                case UPDATE -> {
                    records.update(object, required(id, ID), without(fields, ID), userId);
                    yield done(id);
                }
                case UPSERT -> upsert(fields);
                case DELETE -> {
                    records.delete(object, required(id, ID), userId);
                    yield done(id);
                }
                case HARD_DELETE -> {
                    records.hardDelete(object, required(id, ID), userId);
                    yield done(id);
                }
                case QUERY, QUERY_ALL -> throw new IllegalStateException("a query has no rows");
            };
        } catch (ApiException e) {
            return RowOutcome.failed(id, e);
        }
    }

    private RowOutcome upsert(ObjectNode fields) {
        JsonNode value = fields.path(externalIdField);
        String text = value.isNull() ? "" : value.asText("");
        if (text.isEmpty() && externalIdField.equals(ID)) {
            return new RowOutcome(records.create(object, fields, userId), true, null);
        }
        required(text, externalIdField);
        Upserted upserted =
                records.upsert(object, externalIdField, text, without(fields, externalIdField), false, userId);
        if (upserted instanceof Upserted.Created created) {
            return new RowOutcome(created.id(), true, null);
        }
        if (upserted instanceof Upserted.Updated updated) {
            return new RowOutcome(updated.id(), false, null);
        }
        List<String> ids = new ArrayList<>(((Upserted.Ambiguous) upserted).ids());
        throw new ApiException(
                400,
                "DUPLICATE_EXTERNAL_ID",
                externalIdField + ": more than one record found for external id field: " + ids);
    }

    private static RowOutcome done(String id) {
        return new RowOutcome(SalesforceId.to18(id), false, null);
    }

    private String required(String value, String field) {
        if (value.isEmpty()) {
            throw new ApiException(400, "MISSING_ARGUMENT", field + " not specified in " + operation.text() + " call");
        }
        return value;
    }

    private static ObjectNode without(ObjectNode fields, String name) {
        ObjectNode rest = fields.deepCopy();
        rest.remove(name);
        return rest;
    }
}
