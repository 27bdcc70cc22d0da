package org.camelforce.salesforcecc.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** {@code /services/data}: the versions, for anyone. */
final class VersionsResource {

    private static final List<String> ALLOWED = List.of("GET", "HEAD");

    RestResponse get(String method) {
        if (!ALLOWED.contains(method)) {
            throw Router.methodNotAllowed(method, ALLOWED);
        }
        ArrayNode versions = Json.array();
        ApiVersion.all().forEach(version -> versions.addObject()
                .put("label", version.label())
                .put("url", version.path())
                .put("version", version.text()));
        return RestResponse.ok(versions);
    }
}
