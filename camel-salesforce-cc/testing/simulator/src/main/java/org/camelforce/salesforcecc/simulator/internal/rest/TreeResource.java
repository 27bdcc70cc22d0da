package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code composite/tree/X}: records with their children, all or none (REST API Developer Guide, "sObject Tree"). */
final class TreeResource {

    private final Catalog catalog;
    private final RecordStore records;
    private final RecordCreation creation;

    TreeResource(Catalog catalog, RecordStore records, RecordCreation creation) {
        this.catalog = catalog;
        this.records = records;
        this.creation = creation;
    }

    RestResponse post(RestRequest request) {
        SObjectDefinition root = catalog.recordObject(request.variable("object"));
        ArrayNode rows = Json.requireArray(request.body().object(), "records");
        List<TreeNode> nodes = new ArrayList<>();
        rows.forEach(row -> nodes.add(TreeNode.parse(row, root, null, catalog)));
        TreeNode.check(nodes);
        SaveAttempt<ArrayNode> attempt = SaveAttempt.inTransaction(records, () -> create(nodes, request));
        ObjectNode answer = Json.object().put("hasErrors", !attempt.commit());
        answer.set("results", attempt.result());
        return RestResponse.of(attempt.commit() ? 201 : 400, answer);
    }

    private SaveAttempt<ArrayNode> create(List<TreeNode> nodes, RestRequest request) {
        ArrayNode created = Json.array();
        ArrayNode failed = Json.array();
        create(nodes, "", request, created, failed);
        return failed.isEmpty() ? new SaveAttempt<>(created, true) : new SaveAttempt<>(failed, false);
    }

    private void create(
            List<TreeNode> nodes, String parentId, RestRequest request, ArrayNode created, ArrayNode failed) {
        for (TreeNode node : nodes) {
            try {
                JsonNode result = creation.create(node.object(), node.fieldsBelow(parentId), request.session());
                String id = result.path("id").asText();
                created.addObject().put("referenceId", node.referenceId()).put("id", id);
                create(node.children(), id, request, created, failed);
            } catch (ApiException e) {
                failed.addObject().put("referenceId", node.referenceId()).set("errors", RestErrors.rowErrors(e));
            }
        }
    }
}
