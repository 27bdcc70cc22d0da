package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * {@code tooling/query} and {@code tooling/sobjects} (Tooling API Developer Guide, "REST Resources"), to read only. A
 * request has a database of its own with what there is at the time, in which there are at most as many records as the
 * org has objects and subscriptions; so an answer is one page.
 */
final class ToolingResource {

    static final String API = "/tooling";

    private final Catalog catalog;
    private final ToolingSource source;
    private final InstantSource time;

    ToolingResource(Catalog catalog, ToolingSource source, InstantSource time) {
        this.catalog = catalog;
        this.source = source;
        this.time = time;
    }

    void addTo(Router router, RecentRecords recent) {
        DescribeResource describe = new DescribeResource(catalog, recent, time, API);
        router.add("GET", "tooling/query", this::query);
        router.add("GET", "tooling/sobjects", describe::global);
        router.add("GET", "tooling/sobjects/{object}", describe::basic);
        router.add("GET", "tooling/sobjects/{object}/describe", describe::describe);
        router.add("GET", "tooling/sobjects/{object}/{id}", this::read);
    }

    private RestResponse query(RestRequest request) {
        QueryRows found = found(QueryResource.soql(request), request);
        ObjectNode answer = Json.object()
                .put("size", found.totalSize())
                .put("totalSize", found.totalSize())
                .put("done", true)
                .putNull("queryLocator")
                .put("entityTypeName", found.type());
        ArrayNode records = answer.putArray("records");
        for (int i = 0; i < found.rows().size(); i++) {
            records.add(record(found, i, request.version()));
        }
        return RestResponse.ok(answer);
    }

    private RestResponse read(RestRequest request) {
        SObjectDefinition object = catalog.object(request.variable("object"));
        String id = request.variable("id");
        if (!SalesforceId.isWellFormed(id)) {
            throw new ApiException(400, "MALFORMED_ID", "malformed id " + id);
        }
        String fields = String.join(
                ", ", object.fields().stream().map(FieldDefinition::name).toList());
        QueryRows found = found(
                "SELECT " + fields + " FROM " + object.name() + " WHERE Id = '" + SalesforceId.to18(id) + "'", request);
        if (found.rows().isEmpty()) {
            throw Router.unknownResource();
        }
        return RestResponse.ok(record(found, 0, request.version()));
    }

    private QueryRows found(String soql, RestRequest request) {
        try (H2Records now = new H2Records(catalog.schema(), time)) {
            catalog.all().forEach(object -> source.records(object.name())
                    .forEach(record -> now.append(object.name(), record)));
            return now.query(soql, new QueryScope(request.session().userId(), false));
        }
    }

    private static ObjectNode record(QueryRows found, int index, ApiVersion version) {
        ObjectNode row = found.rows().get(index);
        RecordRef origin = found.origins().get(index).get("");
        if (origin == null) {
            return RecordJson.aggregate(row);
        }
        ObjectNode record = RecordJson.outgoing(row, origin, version);
        record.withObject("/attributes")
                .put("url", version.path() + API + "/sobjects/" + origin.type() + "/" + origin.id());
        return record;
    }
}
