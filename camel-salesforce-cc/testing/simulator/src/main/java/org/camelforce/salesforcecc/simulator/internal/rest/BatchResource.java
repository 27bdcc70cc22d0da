package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code composite/batch}: up to 25 independent requests (REST API Developer Guide, "Composite Batch"). */
final class BatchResource {

    private static final int MAX_SUBREQUESTS = 25;

    private final Dispatcher dispatcher;

    BatchResource(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    RestResponse post(RestRequest request) {
        ObjectNode body = request.body().object();
        boolean haltOnError = body.path("haltOnError").asBoolean(false);
        List<Subrequest> parts = Subrequest.list(body, "batchRequests", MAX_SUBREQUESTS).stream()
                .map(json -> Subrequest.of(json, "httpHeaders", "richInput"))
                .toList();
        boolean hasErrors = false;
        ArrayNode results = Json.array();
        for (Subrequest part : parts) {
            RestResponse answer = hasErrors && haltOnError ? halted() : answer(part, request);
            hasErrors |= answer.isError();
            results.addObject().put("statusCode", answer.status()).set("result", answer.body());
        }
        ObjectNode answer = Json.object().put("hasErrors", hasErrors);
        answer.set("results", results);
        return RestResponse.ok(answer);
    }

    private RestResponse answer(Subrequest part, RestRequest request) {
        try {
            if (part.resource().filter("composite"::equals).isPresent()) {
                throw new ApiException(400, "INVALID_INPUT", "Composite requests cannot be nested: " + part.url());
            }
            return dispatcher.dispatch(part.within(request));
        } catch (ApiException e) {
            return RestErrors.response(e);
        }
    }

    private static RestResponse halted() {
        return RestResponse.of(
                412,
                RestErrors.requestErrors(
                        "BATCH_PROCESSING_HALTED", "Batch processing halted by request because a subrequest failed"));
    }
}
