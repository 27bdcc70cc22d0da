package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code composite}: up to 25 requests in order, which may refer to each other's answers (REST API Developer Guide,
 * "Composite").
 */
final class CompositeResource {

    private static final int MOST = 25;
    private static final int MAX_QUERIES = 5;

    private final Dispatcher dispatcher;
    private final RecordStore records;

    CompositeResource(Dispatcher dispatcher, RecordStore records) {
        this.dispatcher = dispatcher;
        this.records = records;
    }

    RestResponse post(RestRequest request) {
        ObjectNode body = request.body().object();
        List<CompositePart> parts = Subrequest.list(body, "compositeRequest", MOST).stream()
                .map(part -> CompositePart.of(part, request.version()))
                .toList();
        if (parts.stream().filter(CompositePart::isQuery).count() > MAX_QUERIES) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Only " + MAX_QUERIES + " subrequests may be queries or sObject collections");
        }
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        List<RestResponse> answers = allOrNone
                ? SaveAttempt.inTransaction(records, () -> untilOneFails(parts, request))
                        .result()
                : all(parts, request);
        ArrayNode results = Json.array();
        for (int i = 0; i < parts.size(); i++) {
            results.add(result(parts.get(i).referenceId(), answers.get(i)));
        }
        ObjectNode answer = Json.object();
        answer.set("compositeResponse", results);
        return RestResponse.ok(answer);
    }

    private List<RestResponse> all(List<CompositePart> parts, RestRequest request) {
        References references = new References(request.version());
        return parts.stream().map(part -> answer(part, request, references)).toList();
    }

    private SaveAttempt<List<RestResponse>> untilOneFails(List<CompositePart> parts, RestRequest request) {
        References references = new References(request.version());
        List<RestResponse> answers = new ArrayList<>();
        for (CompositePart part : parts) {
            RestResponse answer = answer(part, request, references);
            if (answer.isError()) {
                List<RestResponse> halted = new ArrayList<>(Collections.nCopies(parts.size(), halted()));
                halted.set(answers.size(), answer);
                return new SaveAttempt<>(halted, false);
            }
            answers.add(answer);
        }
        return new SaveAttempt<>(answers, true);
    }

    private RestResponse answer(CompositePart part, RestRequest request, References references) {
        try {
            RestResponse answer = dispatcher.dispatch(part.resolve(references).within(request));
            JsonNode body = answer.body();
            if (body != null && !answer.isError()) {
                references.put(part.referenceId(), body);
            }
            return answer;
        } catch (ApiException e) {
            return RestErrors.response(e);
        }
    }

    private static RestResponse halted() {
        return RestResponse.of(
                400,
                RestErrors.requestErrors(
                        "PROCESSING_HALTED",
                        "The transaction was rolled back since another operation in the same transaction failed."));
    }

    private static ObjectNode result(String referenceId, RestResponse answer) {
        ObjectNode result = Json.object();
        result.set("body", answer.body());
        ObjectNode headers = result.putObject("httpHeaders");
        answer.headers().forEach(headers::put);
        return result.put("httpStatusCode", answer.status()).put("referenceId", referenceId);
    }
}
