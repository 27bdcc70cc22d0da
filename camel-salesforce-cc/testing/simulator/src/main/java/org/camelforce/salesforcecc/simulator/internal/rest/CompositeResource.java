package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code composite}: up to 25 requests in order, which may refer to each other's answers (REST API Developer Guide,
 * "Composite").
 */
final class CompositeResource {

    private static final int MAX_SUBREQUESTS = 25;
    private static final int MAX_QUERIES = 5;

    private final CompositeRun run;

    CompositeResource(Dispatcher dispatcher, RecordStore records) {
        this.run = new CompositeRun(dispatcher, records);
    }

    RestResponse post(RestRequest request) {
        ObjectNode body = request.body().object();
        List<CompositePart> parts = Subrequest.list(body, "compositeRequest", MAX_SUBREQUESTS).stream()
                .map(part -> CompositePart.of(part, request.version()))
                .toList();
        if (parts.stream().filter(CompositePart::isQuery).count() > MAX_QUERIES) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Only " + MAX_QUERIES + " subrequests may be queries or sObject collections");
        }
        List<RestResponse> answers = body.path("allOrNone").asBoolean(false)
                ? run.allOrNone(parts, request).result()
                : run.each(parts, request);
        ObjectNode answer = Json.object();
        answer.set("compositeResponse", CompositeRun.results(parts, answers));
        return RestResponse.ok(answer);
    }
}
