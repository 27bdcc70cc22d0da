package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** The {@code {id, success, errors}} of a change to one record. */
final class SaveResult {

    private SaveResult() {}

    static ObjectNode success(String id) {
        return success(id, Json.array());
    }

    /** A success with remarks, which a publish has. */
    static ObjectNode success(String id, ArrayNode remarks) {
        ObjectNode result = Json.object().put("id", id).put("success", true);
        result.set("errors", remarks);
        return result;
    }

    static ObjectNode success(String id, boolean created) {
        return success(id).put("created", created);
    }

    static ObjectNode failure(ApiException e) {
        ObjectNode result = Json.object().put("success", false);
        result.set("errors", RestErrors.rowErrors(e));
        return result;
    }

    static ObjectNode withId(String id, ObjectNode result) {
        ObjectNode named = Json.object().put("id", id);
        return named.setAll(result);
    }

    static boolean isSuccess(ObjectNode result) {
        return result.path("success").asBoolean();
    }
}
