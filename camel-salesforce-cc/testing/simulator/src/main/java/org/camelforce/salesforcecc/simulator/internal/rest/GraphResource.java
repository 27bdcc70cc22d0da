package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code composite/graph}: graphs of requests, each of which succeeds or fails as a whole (REST API Developer Guide,
 * "Composite Graph" and "Composite Graph Limits").
 */
final class GraphResource {

    private static final int MAX_GRAPHS = 75;
    private static final int MAX_NODES = 500;
    private static final int MAX_DEPTH = 15;
    private static final int MAX_DIFFERENT_NODES = 15;
    private static final int MAX_FAILURES = 14;
    private static final Pattern GRAPH_ID = Pattern.compile("[A-Za-z0-9][^.]{0,39}");

    /** A graph of a request. */
    private record Graph(String id, List<CompositePart> parts) {}

    private final CompositeRun run;

    GraphResource(Dispatcher dispatcher, RecordStore records) {
        this.run = new CompositeRun(dispatcher, records);
    }

    RestResponse post(RestRequest request) {
        List<Graph> graphs = graphs(request.body().object(), request.version());
        check(graphs);
        ArrayNode answers = Json.array();
        int failures = 0;
        for (Graph graph : graphs) {
            SaveAttempt<List<RestResponse>> attempt = failures > MAX_FAILURES
                    ? new SaveAttempt<>(Collections.nCopies(graph.parts().size(), CompositeRun.halted()), false)
                    : run.allOrNone(graph.parts(), request);
            failures += attempt.commit() ? 0 : 1;
            ObjectNode answer = answers.addObject().put("graphId", graph.id());
            answer.putObject("graphResponse")
                    .set("compositeResponse", CompositeRun.results(graph.parts(), attempt.result()));
            answer.put("isSuccessful", attempt.commit());
        }
        ObjectNode body = Json.object();
        body.set("graphs", answers);
        return RestResponse.ok(body);
    }

    private static List<Graph> graphs(ObjectNode body, ApiVersion version) {
        List<Graph> graphs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode json : Json.requireArray(body, "graphs")) {
            ObjectNode graph = Json.requireObject(json);
            String id = Subrequest.requiredText(graph, "graphId");
            if (!GRAPH_ID.matcher(id).matches() || !ids.add(id)) {
                throw new ApiException(400, "INVALID_INPUT", "graphId is not valid or not unique: " + id, "graphId");
            }
            List<CompositePart> parts = Json.elements(Json.requireArray(graph, "compositeRequest"))
                    .map(part -> CompositePart.of(part, version))
                    .toList();
            graphs.add(new Graph(id, parts));
        }
        return graphs;
    }

    private static void check(List<Graph> graphs) {
        List<CompositePart> all =
                graphs.stream().flatMap(graph -> graph.parts().stream()).toList();
        limit("graphs", graphs.size(), MAX_GRAPHS);
        limit("nodes", all.size(), MAX_NODES);
        all.forEach(GraphResource::requireRecords);
        limit(
                "different nodes",
                all.stream().map(CompositePart::sort).distinct().count(),
                MAX_DIFFERENT_NODES);
        for (Graph graph : graphs) {
            limit("levels of a graph", GraphDepth.of(graph.parts()), MAX_DEPTH);
        }
    }

    private static void requireRecords(CompositePart part) {
        if (!part.isForRecords()) {
            throw new ApiException(
                    400,
                    "INVALID_INPUT",
                    "Only records can be nodes of a composite graph: "
                            + part.subrequest().method() + " "
                            + part.subrequest().url());
        }
    }

    private static void limit(String what, long number, int max) {
        if (number > max) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "The request has " + number + " " + what + ", but only " + max + " are allowed");
        }
    }
}
