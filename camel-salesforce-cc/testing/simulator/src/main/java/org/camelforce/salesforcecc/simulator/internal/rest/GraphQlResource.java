package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.graphql.GraphQlApi;

/** {@code graphql} (GraphQL API Developer Guide): an error within the request is answered with 200, too. */
final class GraphQlResource {

    private static final int SINCE = 56;

    private final GraphQlApi api;

    GraphQlResource(GraphQlApi api) {
        this.api = api;
    }

    RestResponse post(RestRequest request) {
        if (!request.version().isAtLeast(SINCE)) {
            throw Router.unknownResource();
        }
        ObjectNode body = request.body().object();
        JsonNode variables = body.path("variables");
        String operation = body.path("operationName").asText("");
        return RestResponse.ok(Json.tree(api.execute(
                body.path("query").asText(""),
                operation.isEmpty() || body.path("operationName").isNull() ? null : operation,
                variables.isNull() || variables.isMissingNode() ? Map.of() : Json.map(Json.requireObject(variables)),
                request.session().userId())));
    }
}
