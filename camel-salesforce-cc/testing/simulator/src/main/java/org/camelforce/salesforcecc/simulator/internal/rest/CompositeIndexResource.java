package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET composite}: where the other composite resources are. */
final class CompositeIndexResource {

    private static final List<String> NAMES = List.of("tree", "batch", "sobjects", "graph");

    RestResponse get(RestRequest request) {
        ObjectNode resources = Json.object();
        NAMES.forEach(name -> resources.put(name, request.version().path() + "/composite/" + name));
        return RestResponse.ok(resources);
    }
}
