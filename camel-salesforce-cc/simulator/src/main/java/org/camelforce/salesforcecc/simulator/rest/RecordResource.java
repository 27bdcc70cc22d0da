package org.camelforce.salesforcecc.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.data.RecordRef;
import org.camelforce.salesforcecc.simulator.data.Records;
import org.camelforce.salesforcecc.simulator.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X} and {@code sobjects/X/id}: create, read, update, delete. */
final class RecordResource {

    private final Catalog catalog;
    private final Records records;
    private final RecordCreation creation;
    private final RecentRecords recent;
    private final UploadLog uploads;

    RecordResource(Catalog catalog, Records records, RecordCreation creation, RecentRecords recent, UploadLog uploads) {
        this.catalog = catalog;
        this.records = records;
        this.creation = creation;
        this.recent = recent;
        this.uploads = uploads;
    }

    RestResponse create(RestRequest request) {
        SObjectDefinition object = catalog.object(request.variable("object"));
        ObjectNode result = creation.create(object, request.body().object(), request.session());
        String id = result.path("id").asText();
        uploads.add(object.name(), id, request.body().binaries());
        String url = RecordJson.url(request.version(), new RecordRef(object.name(), id));
        return new RestResponse(201, result, Map.of("Location", url));
    }

    RestResponse read(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        ObjectNode record = new RecordReader(records)
                .read(object, request.variable("id"), request.queryList("fields"), request.version());
        touch(request, object);
        return RestResponse.ok(record);
    }

    RestResponse update(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        String id = request.variable("id");
        records.update(
                object.name(),
                id,
                RecordJson.incoming(request.body().object()),
                request.session().userId());
        touch(request, object);
        uploads.add(object.name(), SalesforceId.to18(id), request.body().binaries());
        return RestResponse.noContent();
    }

    RestResponse delete(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        records.delete(object.name(), request.variable("id"), request.session().userId());
        return RestResponse.noContent();
    }

    private void touch(RestRequest request, SObjectDefinition object) {
        recent.touch(request.session().userId(), object.name(), SalesforceId.to18(request.variable("id")));
    }
}
