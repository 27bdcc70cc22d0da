package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** {@code /services/data}: the versions, for anyone. */
final class VersionsResource {

    private static final List<String> ALLOWED = List.of("GET", "HEAD");

    private final ApiVersions versions;

    VersionsResource(ApiVersions versions) {
        this.versions = versions;
    }

    RestResponse get(String method) {
        if (!ALLOWED.contains(method)) {
            throw Router.methodNotAllowed(method, ALLOWED);
        }
        ArrayNode answer = Json.array();
        versions.all().forEach(version -> answer.addObject()
                .put("label", version.label())
                .put("url", version.path())
                .put("version", version.text()));
        return RestResponse.ok(answer);
    }
}
