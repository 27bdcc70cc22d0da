package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.data.Upserted;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * {@code composite/sobjects}: up to 200 records created, updated, upserted or deleted (REST API Developer Guide,
 * "sObject Collections").
 */
final class CollectionsResource {

    private final Catalog catalog;
    private final RecordStore records;
    private final RecordCreation creation;

    CollectionsResource(Catalog catalog, RecordStore records, RecordCreation creation) {
        this.catalog = catalog;
        this.records = records;
        this.creation = creation;
    }

    RestResponse create(RestRequest request) {
        return eachRecord(
                request,
                true,
                row -> creation.create(catalog.rowObject(RecordJson.typeOf(row)), row, request.session()));
    }

    RestResponse update(RestRequest request) {
        return eachRecord(request, false, row -> {
            SObjectDefinition object = catalog.rowObject(RecordJson.typeOf(row));
            String id = RecordJson.text(row, "Id")
                    .orElseThrow(() ->
                            new ApiException(400, "MISSING_ARGUMENT", "Id not specified in an update call", "Id"));
            records.update(
                    object.name(),
                    id,
                    RecordJson.incoming(row, "Id"),
                    request.session().userId());
            return SaveResult.success(SalesforceId.to18(id));
        });
    }

    RestResponse upsert(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String field = request.variables().getOrDefault("field", "Id");
        return eachRecord(request, false, row -> upsert(object, field, row, request));
    }

    RestResponse delete(RestRequest request) {
        request.requiredQuery("ids");
        boolean allOrNone =
                request.query("allOrNone").map(Boolean::parseBoolean).orElse(false);
        return new CollectionRun(records).run(request.queryList("ids"), allOrNone, false, id -> {
            String type = catalog.objectOfId(id).name();
            records.delete(type, id, request.session().userId());
            return SaveResult.success(SalesforceId.to18(id));
        });
    }

    private ObjectNode upsert(SObjectDefinition object, String field, ObjectNode row, RestRequest request) {
        String userId = request.session().userId();
        ObjectNode fields = RecordJson.incoming(row, field);
        String value = RecordJson.text(row, field).orElse("");
        if (value.isEmpty()) {
            if (field.equalsIgnoreCase("Id")) {
                return SaveResult.success(records.create(object.name(), fields, userId), true);
            }
            throw new ApiException(400, "MISSING_ARGUMENT", field + " not specified", field);
        }
        Upserted outcome = records.upsert(object.name(), field, value, fields, false, userId);
        if (outcome instanceof Upserted.Created created) {
            return SaveResult.success(created.id(), true);
        }
        if (outcome instanceof Upserted.Updated updated) {
            return SaveResult.success(updated.id(), false);
        }
        throw new ApiException(
                400,
                "DUPLICATE_EXTERNAL_ID",
                field + ": more than one record found for external id field: " + ((Upserted.Ambiguous) outcome).ids());
    }

    private RestResponse eachRecord(RestRequest request, boolean creating, Function<ObjectNode, ObjectNode> operation) {
        ObjectNode body = request.body().object();
        List<JsonNode> rows = Json.elements(Json.requireArray(body, "records")).toList();
        CollectionRun.requireFewChunks(rows.stream().map(RecordJson::typeOf).toList());
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        return new CollectionRun(records)
                .run(rows, allOrNone, creating, row -> operation.apply(Json.requireObject(row)));
    }
}
