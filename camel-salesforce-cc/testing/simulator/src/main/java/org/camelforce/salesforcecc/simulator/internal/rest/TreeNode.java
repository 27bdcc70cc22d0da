package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A record of a tree.
 *
 * @param referenceId what the answer calls it
 * @param object its object
 * @param fields its own fields
 * @param parentField the field that refers to its parent; null at the root
 * @param children the records below it
 */
record TreeNode(
        String referenceId,
        SObjectDefinition object,
        ObjectNode fields,
        @Nullable String parentField,
        List<TreeNode> children) {

    private static final int DEEPEST = 5;
    private static final int MAX_TYPES = 5;

    static TreeNode parse(JsonNode row, SObjectDefinition object, @Nullable String parentField, Catalog catalog) {
        ObjectNode record = Json.requireObject(row);
        String referenceId = Subrequest.requiredText(record.path("attributes"), "referenceId");
        ObjectNode fields = RecordJson.incoming(record);
        List<TreeNode> children = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            if (property.getValue().path("records") instanceof ArrayNode rows) {
                ChildRelationship relationship = child(object, property.getKey(), catalog);
                fields.remove(property.getKey());
                rows.forEach(child -> children.add(parse(
                        child, relationship.object(), relationship.reference().name(), catalog)));
            }
        }
        return new TreeNode(referenceId, object, fields, parentField, List.copyOf(children));
    }

    /** Rejects trees that are too large or too deep, and references that are not unique. */
    static void check(List<TreeNode> roots) {
        List<TreeNode> all = roots.stream().flatMap(TreeNode::all).toList();
        CollectionRun.requireAtMost200(all);
        if (roots.stream().anyMatch(root -> root.depth() > DEEPEST)) {
            throw new ApiException(400, "INVALID_INPUT", "A tree may be at most " + DEEPEST + " levels deep");
        }
        if (all.stream().map(TreeNode::object).distinct().count() > MAX_TYPES) {
            throw new ApiException(400, "INVALID_INPUT", "A tree may have at most " + MAX_TYPES + " types of records");
        }
        Set<String> references = new HashSet<>();
        for (TreeNode node : all) {
            if (!references.add(node.referenceId)) {
                throw new ApiException(
                        400, "INVALID_INPUT", "Duplicate ReferenceId provided in the request: " + node.referenceId);
            }
        }
    }

    ObjectNode fieldsBelow(String parentId) {
        return parentField == null ? fields : fields.deepCopy().put(parentField, parentId);
    }

    private Stream<TreeNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(TreeNode::all));
    }

    private int depth() {
        return 1 + children.stream().mapToInt(TreeNode::depth).max().orElse(0);
    }

    private static ChildRelationship child(SObjectDefinition parent, String name, Catalog catalog) {
        Optional<ChildRelationship> child = ChildRelationship.of(parent, catalog).stream()
                .filter(candidate -> name.equalsIgnoreCase(candidate.name()))
                .findFirst();
        return child.orElseThrow(() -> new ApiException(
                400, "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + parent.name(), name));
    }
}
