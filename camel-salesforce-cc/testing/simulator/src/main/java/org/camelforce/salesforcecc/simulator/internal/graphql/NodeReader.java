package org.camelforce.salesforcecc.simulator.internal.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a query into nodes. */
final class NodeReader {

    private final ObjectNames names;
    private final SObjectDefinition object;
    private final SelectedColumns columns;

    NodeReader(ObjectNames names, SObjectDefinition object, SelectedColumns columns) {
        this.names = names;
        this.object = object;
        this.columns = columns;
    }

    Map<String, @Nullable Object> node(QueryRows found, int index) {
        ObjectNode row = found.rows().get(index);
        return node(object, row, row, found.origins().get(index), "");
    }

    private Map<String, @Nullable Object> node(
            SObjectDefinition type, ObjectNode row, ObjectNode record, Map<String, RecordRef> origins, String path) {
        Map<String, @Nullable Object> node = new HashMap<>();
        RecordRef origin = origins.get(path);
        if (origin != null) {
            node.put(ObjectNames.ID, origin.id());
        }
        node.put(ObjectNames.API_NAME, type.name());
        String prefix = path.isEmpty() ? "" : path + ".";
        Map<String, FieldDefinition> values = ObjectNames.values(type);
        record.properties().forEach(property -> {
            String name = property.getKey();
            if (values.containsKey(name)) {
                node.put(name, value(values.get(name), property.getValue(), row, prefix + name));
            } else if (property.getValue() instanceof ObjectNode parent) {
                names.parent(type, name)
                        .ifPresent(found -> node.put(name, node(found, row, parent, origins, prefix + name)));
            }
        });
        return node;
    }

    private Map<String, @Nullable Object> value(FieldDefinition field, JsonNode json, ObjectNode row, String path) {
        Map<String, @Nullable Object> property = new HashMap<>();
        Object value = plain(json);
        property.put("value", field.type() == FieldType.DATETIME && value != null ? utc(value.toString()) : value);
        property.put("label", value);
        property.put(
                "displayValue",
                columns.formatted(path).map(alias -> plain(row.path(alias))).orElse(null));
        return property;
    }

    /** Points in time have another form here than in REST. */
    private static String utc(String moment) {
        return moment.replace("+0000", "Z");
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : null;
    }
}
