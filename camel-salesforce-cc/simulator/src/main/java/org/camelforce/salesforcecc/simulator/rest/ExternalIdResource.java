package org.camelforce.salesforcecc.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.data.Records;
import org.camelforce.salesforcecc.simulator.data.Upserted;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X/field/value}: a record by an external id, or what is related to a record by id. */
final class ExternalIdResource {

    private static final int UPDATES_WITH_BODY_SINCE = 46;

    private final Catalog catalog;
    private final Records records;
    private final RelatedRecords related;

    ExternalIdResource(Catalog catalog, Records records, RelatedRecords related) {
        this.catalog = catalog;
        this.records = records;
        this.related = related;
    }

    RestResponse read(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String field = request.variable("field");
        if (object.field(field).isEmpty()) {
            return related.read(request, object, field, request.variable("value"));
        }
        ObjectNode record = record(request, object);
        return RestResponse.ok(new RecordJson(catalog).outgoing(record, object, request.version()));
    }

    /** The four outcomes of an upsert (REST API Developer Guide, "Insert or Update (Upsert) a Record"). */
    RestResponse upsert(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        boolean updateOnly =
                request.query("updateOnly").map(Boolean::parseBoolean).orElse(false);
        Upserted outcome = records.upsert(
                object.name(),
                request.variable("field"),
                request.variable("value"),
                RecordJson.incoming(request.body().object()),
                updateOnly,
                request.session().userId());
        if (outcome instanceof Upserted.Created created) {
            String url = RecordJson.url(request.version(), object, created.id());
            return new RestResponse(201, SaveResult.success(created.id(), true), Map.of("Location", url));
        }
        if (outcome instanceof Upserted.Updated updated) {
            return request.version().isAtLeast(UPDATES_WITH_BODY_SINCE)
                    ? RestResponse.ok(SaveResult.success(updated.id(), false))
                    : RestResponse.noContent();
        }
        ArrayNode urls = Json.array();
        ((Upserted.Ambiguous) outcome).ids().forEach(id -> urls.add(RecordJson.url(request.version(), object, id)));
        return RestResponse.of(300, urls);
    }

    RestResponse delete(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String id = record(request, object).path("Id").asText();
        records.delete(object.name(), id, request.session().userId());
        return RestResponse.noContent();
    }

    private ObjectNode record(RestRequest request, SObjectDefinition object) {
        String field = request.variable("field");
        String value = request.variable("value");
        return field.equalsIgnoreCase("Id")
                ? records.retrieve(object.name(), value, request.queryList("fields"))
                : records.retrieveByExternalId(object.name(), field, value);
    }
}
