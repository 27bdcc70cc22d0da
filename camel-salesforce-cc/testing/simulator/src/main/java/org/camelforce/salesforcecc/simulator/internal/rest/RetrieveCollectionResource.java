package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code composite/sobjects/X}: several records by id, with a null for each that is not there. */
final class RetrieveCollectionResource {

    private final Catalog catalog;
    private final RecordStore records;

    RetrieveCollectionResource(Catalog catalog, RecordStore records) {
        this.catalog = catalog;
        this.records = records;
    }

    RestResponse get(RestRequest request) {
        request.requiredQuery("ids");
        request.requiredQuery("fields");
        return retrieve(request, request.queryList("ids"), request.queryList("fields"));
    }

    RestResponse post(RestRequest request) {
        ObjectNode body = request.body().object();
        Json.requireArray(body, "ids");
        Json.requireArray(body, "fields");
        return retrieve(request, Json.texts(body, "ids"), Json.texts(body, "fields"));
    }

    private RestResponse retrieve(RestRequest request, List<String> ids, List<String> fields) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        ArrayNode answer = Json.array();
        ids.forEach(id -> answer.add(retrieve(request, object, id, fields)));
        return RestResponse.ok(answer);
    }

    private JsonNode retrieve(RestRequest request, SObjectDefinition object, String id, List<String> fields) {
        try {
            return new RecordReader(records).read(object, id, fields, request.version());
        } catch (ApiException e) {
            if (e.status() == 404 || e.errorCode().equals("MALFORMED_ID")) {
                return NullNode.getInstance();
            }
            throw e;
        }
    }
}
