package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code recent?limit=N}. */
final class RecentResource {

    private static final int DEFAULT_LIMIT = 200;

    private final RecentRecords recent;

    RecentResource(RecentRecords recent) {
        this.recent = recent;
    }

    RestResponse get(RestRequest request) {
        ArrayNode items = Json.array();
        recent.of(request.session().userId(), request.version())
                .limit(request.query("limit").map(RecentResource::limit).orElse(DEFAULT_LIMIT))
                .forEach(items::add);
        return RestResponse.ok(items);
    }

    private static int limit(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new ApiException(400, "INVALID_QUERY_SCOPE", "limit must be a number: " + text);
        }
    }
}
