package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.approvals.InMemoryApprovals;
import org.camelforce.salesforcecc.simulator.internal.approvals.Outcome;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code process/approvals} and {@code process/rules} (REST API Developer Guide, "Process Approvals" and "Process
 * Rules").
 */
final class ApprovalsResource {

    private final InMemoryApprovals approvals;

    ApprovalsResource(InMemoryApprovals approvals) {
        this.approvals = approvals;
    }

    void addTo(Router router) {
        router.add("GET", "process/approvals", request -> list());
        router.add("POST", "process/approvals", this::post);
        router.add("GET", "process/rules", request -> rules());
    }

    private RestResponse list() {
        ObjectNode byObject = Json.object();
        for (InMemoryApprovals.Defined defined : approvals.processes()) {
            ArrayNode processes = byObject.withArray(defined.process().object());
            processes
                    .addObject()
                    .put("description", defined.process().description())
                    .put("id", defined.id())
                    .put("name", defined.process().name())
                    .put("object", defined.process().object())
                    .put("sortOrder", processes.size());
        }
        ObjectNode answer = Json.object();
        answer.set("approvals", byObject);
        return RestResponse.ok(answer);
    }

    private RestResponse rules() {
        ObjectNode byObject = Json.object();
        for (InMemoryApprovals.Rule rule : approvals.rules()) {
            ObjectNode json = byObject.withArray(rule.object()).addObject();
            json.putArray("actions");
            json.putNull("description")
                    .put("id", rule.id())
                    .put("name", rule.name())
                    .putNull("namespacePrefix")
                    .put("object", rule.object());
        }
        ObjectNode answer = Json.object();
        answer.set("rules", byObject);
        return RestResponse.ok(answer);
    }

    /** Requests that succeed last, whatever becomes of the others. */
    private RestResponse post(RestRequest request) {
        ArrayNode results = Json.array();
        for (JsonNode item : Json.requireArray(request.body().object(), "requests")) {
            try {
                results.add(
                        success(act(Json.requireObject(item), request.session().userId())));
            } catch (ApiException e) {
                results.add(failure(e));
            }
        }
        return RestResponse.ok(results);
    }

    private Outcome act(ObjectNode item, String sessionUserId) {
        String contextId = Subrequest.requiredText(item, "contextId");
        String comments = RecordJson.text(item, "comments").orElse("");
        String actor = RecordJson.text(item, "contextActorId").orElse(sessionUserId);
        return switch (Subrequest.requiredText(item, "actionType")) {
            case "Submit" ->
                approvals.submit(
                        contextId,
                        RecordJson.text(item, "processDefinitionNameOrId").orElse(""),
                        item.path("skipEntryCriteria").asBoolean(false),
                        Json.texts(item, "nextApproverIds"),
                        actor,
                        comments);
            case "Approve" -> approvals.decide(contextId, true, sessionUserId, comments);
            case "Reject" -> approvals.decide(contextId, false, sessionUserId, comments);
            default ->
                throw new ApiException(
                        400,
                        "INVALID_INPUT",
                        "actionType must be Submit, Approve or Reject: "
                                + item.path("actionType").asText(),
                        "actionType");
        };
    }

    private static ObjectNode success(Outcome outcome) {
        ObjectNode result = Json.object();
        result.set("actorIds", outcome.actorId() == null ? null : Json.array(Stream.of(outcome.actorId())));
        result.put("entityId", outcome.instance().recordId())
                .putNull("errors")
                .put("instanceId", outcome.instance().id())
                .put("instanceStatus", outcome.instance().status())
                .set("newWorkitemIds", Json.array(Stream.ofNullable(outcome.workitemId())));
        return result.put("success", true);
    }

    private static ObjectNode failure(ApiException e) {
        ObjectNode result = Json.object().putNull("actorIds").putNull("entityId");
        result.set("errors", RestErrors.rowErrors(e));
        return result.putNull("instanceId")
                .putNull("instanceStatus")
                .putNull("newWorkitemIds")
                .put("success", false);
    }
}
