package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Runs the parts of a composite request, or of a graph, in their order. */
final class CompositeRun {

    private final Dispatcher dispatcher;
    private final RecordStore records;

    CompositeRun(Dispatcher dispatcher, RecordStore records) {
        this.dispatcher = dispatcher;
        this.records = records;
    }

    List<RestResponse> each(List<CompositePart> parts, RestRequest request) {
        References references = new References(request.version());
        return parts.stream().map(part -> answer(part, request, references)).toList();
    }

    /** In one transaction, which is rolled back if a part fails. */
    SaveAttempt<List<RestResponse>> allOrNone(List<CompositePart> parts, RestRequest request) {
        return SaveAttempt.inTransaction(records, () -> untilOneFails(parts, request));
    }

    static ArrayNode results(List<CompositePart> parts, List<RestResponse> answers) {
        ArrayNode results = Json.array();
        for (int i = 0; i < parts.size(); i++) {
            results.add(result(parts.get(i).referenceId(), answers.get(i)));
        }
        return results;
    }

    static RestResponse halted() {
        return RestResponse.of(
                400,
                RestErrors.requestErrors(
                        "PROCESSING_HALTED",
                        "The transaction was rolled back since another operation in the same transaction failed."));
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

    private static ObjectNode result(String referenceId, RestResponse answer) {
        ObjectNode result = Json.object();
        result.set("body", answer.body());
        ObjectNode headers = result.putObject("httpHeaders");
        answer.headers().forEach(headers::put);
        return result.put("httpStatusCode", answer.status()).put("referenceId", referenceId);
    }
}
