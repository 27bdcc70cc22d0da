package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Errors in their two spellings: of a request, and of a row within a request that succeeds. */
final class RestErrors {

    private RestErrors() {}

    static RestResponse response(ApiException e) {
        return RestResponse.of(e.status(), requestErrors(e));
    }

    /** {@code [{message, errorCode, fields?}]}. */
    static ArrayNode requestErrors(ApiException e) {
        ObjectNode error = Json.object().put("message", e.getMessage()).put("errorCode", e.errorCode());
        if (!e.fields().isEmpty()) {
            error.set("fields", Json.array(e.fields().stream()));
        }
        return Json.array().add(error);
    }

    /** {@code [{statusCode, message, fields}]}, as collections and trees have it. */
    static ArrayNode rowErrors(ApiException e) {
        ObjectNode error = Json.object().put("statusCode", e.errorCode()).put("message", e.getMessage());
        error.set("fields", Json.array(e.fields().stream()));
        return Json.array().add(error);
    }

    static ArrayNode requestErrors(String errorCode, String message) {
        return Json.array().add(Json.object().put("errorCode", errorCode).put("message", message));
    }
}
