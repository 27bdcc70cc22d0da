package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.data.Upserted;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X/field/value}: a record by an external id, or what is related to a record by id. */
final class ExternalIdResource {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int UPDATES_WITH_BODY_SINCE = 46;

    private final Catalog catalog;
    private final RecordStore records;
    private final RelatedRecords related;

    ExternalIdResource(Catalog catalog, RecordStore records, RelatedRecords related) {
        this.catalog = catalog;
        this.records = records;
        this.related = related;
    }

    /** The record, or with status 300 the URLs of those that have the value. */
    RestResponse read(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String field = request.variable("field");
        if (BlobFields.isBlob(object, request.variable("value")) && SalesforceId.isWellFormed(field)) {
            return BlobFields.read(records, object, field, request.variable("value"));
        }
        if (object.field(field).isEmpty()) {
            return related.read(request, object, field, request.variable("value"));
        }
        return withRecord(request, object, record -> {
            RecordRef reference = reference(object, record.path("Id").asText());
            return RestResponse.ok(RecordJson.outgoing(record, reference, request.version()));
        });
    }

    /** The four outcomes of an upsert (REST API Developer Guide, "Insert or Update (Upsert) a Record"). */
    RestResponse upsert(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        if (isRelationship(request, object)) {
            return related.update(request, object, request.variable("field"), request.variable("value"));
        }
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
            String url = RecordJson.url(request.version(), reference(object, created.id()));
            return new RestResponse(201, SaveResult.success(created.id(), true), Map.of("Location", url));
        }
        if (outcome instanceof Upserted.Updated updated) {
            return request.version().isAtLeast(UPDATES_WITH_BODY_SINCE)
                    ? RestResponse.ok(SaveResult.success(updated.id(), false))
                    : RestResponse.noContent();
        }
        return choices(request, object, ((Upserted.Ambiguous) outcome).ids());
    }

    RestResponse delete(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        if (isRelationship(request, object)) {
            return related.delete(request, object, request.variable("field"), request.variable("value"));
        }
        return withRecord(request, object, record -> {
            String id = record.path("Id").asText();
            records.delete(object.name(), id, request.session().userId());
            return RestResponse.noContent();
        });
    }

    private static boolean isRelationship(RestRequest request, SObjectDefinition object) {
        String field = request.variable("field");
        return object.field(field).isEmpty() && SalesforceId.isLikeId(field);
    }

    private RestResponse withRecord(
            RestRequest request, SObjectDefinition object, Function<ObjectNode, RestResponse> use) {
        ObjectNode record;
        try {
            record = records.retrieveByExternalId(object.name(), request.variable("field"), request.variable("value"));
        } catch (ApiException e) {
            if (e.status() == MULTIPLE_CHOICES) {
                return choices(request, object, e.fields());
            }
            throw e;
        }
        return use.apply(record);
    }

    private static RestResponse choices(RestRequest request, SObjectDefinition object, List<String> ids) {
        return RestResponse.of(
                MULTIPLE_CHOICES,
                Json.array(ids.stream().map(id -> RecordJson.url(request.version(), reference(object, id)))));
    }

    private static RecordRef reference(SObjectDefinition object, String id) {
        return new RecordRef(object.name(), id);
    }
}
