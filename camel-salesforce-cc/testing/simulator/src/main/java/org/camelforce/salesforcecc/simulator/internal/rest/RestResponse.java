package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a resource.
 *
 * @param status HTTP status
 * @param body JSON, a {@code BinaryNode} for bytes whose type is among the headers, or null for none
 * @param headers further headers
 */
record RestResponse(int status, @Nullable JsonNode body, Map<String, String> headers) {

    static RestResponse ok(JsonNode body) {
        return new RestResponse(200, body, Map.of());
    }

    static RestResponse of(int status, JsonNode body) {
        return new RestResponse(status, body, Map.of());
    }

    static RestResponse noContent() {
        return new RestResponse(204, null, Map.of());
    }

    boolean isError() {
        return status >= 400;
    }
}
