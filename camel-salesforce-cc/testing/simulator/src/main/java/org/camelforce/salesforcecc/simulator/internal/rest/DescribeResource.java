package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects}, {@code sobjects/X} and {@code sobjects/X/describe}. The schema is as old as this resource. */
final class DescribeResource {

    private static final int MAX_BATCH_SIZE = 200;

    private final Catalog catalog;
    private final RecentRecords recent;
    private final Instant lastModified;
    private final String api;

    /** @param api what stands between the version and the resource, for example {@code /tooling} */
    DescribeResource(Catalog catalog, RecentRecords recent, InstantSource time, String api) {
        this.api = api;
        this.catalog = catalog;
        this.recent = recent;
        this.lastModified = time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    RestResponse global(RestRequest request) {
        return unlessUnmodified(request, () -> {
            ObjectJson json = json(request);
            ObjectNode body = Json.object().put("encoding", "UTF-8").put("maxBatchSize", MAX_BATCH_SIZE);
            ArrayNode sobjects = body.putArray("sobjects");
            catalog.all().forEach(object -> sobjects.add(json.summary(object)));
            return body;
        });
    }

    RestResponse basic(RestRequest request) {
        SObjectDefinition object = catalog.object(request.variable("object"));
        ObjectNode body = Json.object();
        body.set("objectDescribe", json(request).summary(object));
        ArrayNode items = body.putArray("recentItems");
        recent.of(request.session().userId(), request.version())
                .filter(item -> RecordJson.typeOf(item).equals(object.name()))
                .forEach(items::add);
        return RestResponse.ok(body);
    }

    RestResponse describe(RestRequest request) {
        SObjectDefinition object = catalog.object(request.variable("object"));
        return unlessUnmodified(request, () -> json(request).description(object));
    }

    private ObjectJson json(RestRequest request) {
        return new ObjectJson(catalog, request.version().path() + api);
    }

    private RestResponse unlessUnmodified(RestRequest request, Supplier<ObjectNode> body) {
        return Preconditions.unmet(request, lastModified)
                .orElseGet(() -> new RestResponse(200, body.get(), Preconditions.lastModified(lastModified)));
    }
}
