package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.simulator.internal.soql.Sosl;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code parameterizedSearch}: a search whose parts are parameters of the URL, or properties of a body (REST API
 * Developer Guide, "Parameterized Search"). Their text makes a search in SOSL. There as of version 36.0.
 */
final class ParameterizedSearchResource {

    private static final int FIRST_VERSION = 36;
    private static final List<String> PARTS = List.of("limit", "where", "orderBy");
    private static final List<String> GLOBAL_PARTS =
            List.of("q", "in", "fields", "defaultLimit", "overallLimit", "offset");

    private final Searches searches;

    ParameterizedSearchResource(Searches searches) {
        this.searches = searches;
    }

    RestResponse get(RestRequest request) {
        requireVersion(request);
        ObjectNode search = Json.object();
        GLOBAL_PARTS.forEach(part -> request.query(part).ifPresent(value -> search.put(part, value)));
        ArrayNode objects = search.putArray("sobjects");
        for (String name : request.queries("sobject")) {
            ObjectNode object = objects.addObject().put("name", name);
            request.query(name + ".fields").ifPresent(fields -> object.put("fields", fields));
            PARTS.forEach(part -> request.query(name + "." + part).ifPresent(value -> object.put(part, value)));
        }
        return RestResponse.ok(searches.run(request, Sosl.parse(sosl(search))));
    }

    RestResponse post(RestRequest request) {
        requireVersion(request);
        return RestResponse.ok(
                searches.run(request, Sosl.parse(sosl(request.body().object()))));
    }

    private static void requireVersion(RestRequest request) {
        if (!request.version().isAtLeast(FIRST_VERSION)) {
            throw Router.unknownResource();
        }
    }

    private static String sosl(ObjectNode search) {
        String text = text(search, "q")
                .orElseThrow(() ->
                        new ApiException(400, "MISSING_ARGUMENT", "The required request parameter is missing: q"));
        StringBuilder sosl = new StringBuilder("FIND {" + text.replaceAll("(?<!\\\\)[{}]", "\\\\$0") + "}");
        text(search, "in").ifPresent(group -> sosl.append(" IN ")
                .append(group.toUpperCase(Locale.ROOT))
                .append(" FIELDS"));
        List<JsonNode> objects = Json.elements(search.path("sobjects")).toList();
        if (!objects.isEmpty()) {
            sosl.append(objects.stream()
                    .map(object -> target(search, object))
                    .collect(Collectors.joining(", ", " RETURNING ", "")));
        } else if (search.has("fields") || search.has("defaultLimit")) {
            throw new ApiException(400, "MISSING_ARGUMENT", "fields and defaultLimit need at least one sobject");
        }
        text(search, "overallLimit").ifPresent(limit -> sosl.append(" LIMIT ").append(limit));
        return sosl.toString();
    }

    private static String target(ObjectNode search, JsonNode object) {
        String name = text(object, "name")
                .orElseThrow(() ->
                        new ApiException(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [name]", "name"));
        String fields = fields(object).or(() -> fields(search)).orElse("Id");
        StringBuilder target = new StringBuilder(name + "(" + fields);
        text(object, "where").ifPresent(where -> target.append(" WHERE ").append(where));
        text(object, "orderBy").ifPresent(order -> target.append(" ORDER BY ").append(order));
        text(object, "limit").or(() -> text(search, "defaultLimit")).ifPresent(limit -> target.append(" LIMIT ")
                .append(limit));
        text(search, "offset").ifPresent(offset -> target.append(" OFFSET ").append(offset));
        return target.append(')').toString();
    }

    private static Optional<String> fields(JsonNode json) {
        JsonNode fields = json.path("fields");
        String list = fields.isArray()
                ? Json.elements(fields).map(JsonNode::asText).collect(Collectors.joining(", "))
                : fields.asText("");
        return Optional.of(list).filter(text -> !text.isBlank());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText("")).filter(text -> !text.isBlank());
    }
}
