package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X} and {@code sobjects/X/id}: create, read, update, delete. */
final class RecordResource {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    private final Catalog catalog;
    private final RecordStore records;
    private final RecordCreation creation;
    private final RecentRecords recent;
    private final UploadLog uploads;

    RecordResource(
            Catalog catalog, RecordStore records, RecordCreation creation, RecentRecords recent, UploadLog uploads) {
        this.catalog = catalog;
        this.records = records;
        this.creation = creation;
        this.recent = recent;
        this.uploads = uploads;
    }

    RestResponse create(RestRequest request) {
        SObjectDefinition object = catalog.object(request.variable("object"));
        ObjectNode result = creation.create(object, BlobFields.merged(object, request.body()), request.session());
        String id = result.path("id").asText();
        uploads.add(object.name(), id, request.body().binaries());
        String url = RecordJson.url(request.version(), new RecordRef(object.name(), id));
        return new RestResponse(201, result, Map.of("Location", url));
    }

    /** An upsert by {@code Id} without an id, which is a create. */
    RestResponse createById(RestRequest request) {
        RestResponse created = create(request);
        ObjectNode result = Json.requireObject(created.body());
        return new RestResponse(created.status(), result.put("created", true), created.headers());
    }

    RestResponse read(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        Instant lastModified = lastModified(request, object);
        return Preconditions.unmet(request, lastModified).orElseGet(() -> {
            ObjectNode record =
                    new RecordReader(records).read(object, id(request), request.queryList("fields"), request.version());
            touch(request, object);
            return new RestResponse(200, record, Preconditions.lastModified(lastModified));
        });
    }

    RestResponse update(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String id = id(request);
        ObjectNode fields = RecordJson.incoming(BlobFields.merged(object, request.body()));
        return ifUnmodified(request, object, () -> {
            records.update(object.name(), id, fields, request.session().userId());
            touch(request, object);
            uploads.add(object.name(), SalesforceId.to18(id), request.body().binaries());
        });
    }

    RestResponse delete(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        return ifUnmodified(
                request,
                object,
                () -> records.delete(
                        object.name(), id(request), request.session().userId()));
    }

    private RestResponse ifUnmodified(RestRequest request, SObjectDefinition object, Runnable change) {
        return records.inTransaction(() -> {
            Optional<RestResponse> unmet = request.header("If-Unmodified-Since")
                    .flatMap(since -> Preconditions.unmet(request, lastModified(request, object)));
            if (unmet.isPresent()) {
                return unmet.get();
            }
            change.run();
            return RestResponse.noContent();
        });
    }

    private Instant lastModified(RestRequest request, SObjectDefinition object) {
        String moment = records.retrieve(object.name(), id(request), List.of("SystemModstamp"))
                .path("SystemModstamp")
                .asText();
        return OffsetDateTime.parse(moment, MOMENT).toInstant();
    }

    private void touch(RestRequest request, SObjectDefinition object) {
        recent.touch(request.session().userId(), object.name(), SalesforceId.to18(id(request)));
    }

    /** What is not like an id is taken for the name of a field. */
    private static String id(RestRequest request) {
        String id = request.variable("id");
        if (SalesforceId.isLikeId(id)) {
            return id;
        }
        throw new ApiException(
                404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + id);
    }
}
