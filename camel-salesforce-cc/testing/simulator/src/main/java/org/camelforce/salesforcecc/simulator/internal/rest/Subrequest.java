package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * A request within a request.
 *
 * @param method HTTP method
 * @param url its path from {@code /services/data} or from the version, with its query
 * @param headers its headers, a JSON object or nothing
 * @param body its body, or nothing
 */
record Subrequest(String method, String url, JsonNode headers, JsonNode body) {

    private static final List<String> PREFIX = List.of("services", "data");

    static Subrequest of(JsonNode json, String headersName, String bodyName) {
        return new Subrequest(
                requiredText(json, "method"), requiredText(json, "url"), json.path(headersName), json.path(bodyName));
    }

    static String requiredText(JsonNode json, String name) {
        if (json.path(name).isTextual()) {
            return json.path(name).asText();
        }
        throw new ApiException(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [" + name + "]", name);
    }

    /** The request as if it had come alone from the one who sent the outer request. */
    RestRequest within(RestRequest outer) {
        Target target = target();
        ApiVersion version =
                target.path().stream().findFirst().flatMap(ApiVersion::parse).orElseThrow(Router::unknownResource);
        Map<String, String> named = new HashMap<>();
        headers.properties()
                .forEach(header -> named.put(header.getKey(), header.getValue().asText()));
        RequestBody content = () -> Json.requireObject(body);
        return new RestRequest(method, version, target.below(1), named, content, outer.session());
    }

    /** The first segment below the version; empty if there is none. */
    Optional<String> resource() {
        return target().path().stream().skip(1).findFirst();
    }

    boolean isFor(String... segments) {
        List<String> path = target().path();
        return path.size() > segments.length
                && path.subList(1, segments.length + 1).equals(List.of(segments));
    }

    /** So many segments of the path, from the version on. */
    String start(int segments) {
        List<String> path = target().path();
        return String.join("/", path.subList(0, Math.min(segments, path.size())));
    }

    private Target target() {
        Target target = Target.parse(url);
        boolean absolute = target.path().size() >= PREFIX.size()
                && target.path().subList(0, PREFIX.size()).equals(PREFIX);
        return absolute ? target.below(PREFIX.size()) : target;
    }

    static List<JsonNode> list(ObjectNode body, String name, int max) {
        List<JsonNode> list = Json.elements(Json.requireArray(body, name)).toList();
        if (list.size() > max) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "The request has " + list.size() + " subrequests, but only " + max + " are allowed");
        }
        return list;
    }
}
