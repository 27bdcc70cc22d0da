package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.QueryColumns;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/**
 * What {@code query?columns=true} answers instead of records. It is not documented; this is the form of query metadata
 * of the Tooling API ("ApexExecutionOverlayResult"), which command-line clients read.
 */
final class ColumnMetadata {

    private ColumnMetadata() {}

    static ObjectNode of(QueryColumns query) {
        ObjectNode answer = Json.object();
        ArrayNode columns = answer.putArray("columnMetadata");
        query.columns().forEach(column -> place(columns, column.path()).add(column(column.field())));
        boolean idSelected = query.columns().stream()
                .anyMatch(column -> column.path().isEmpty() && column.field().type() == FieldType.ID);
        return answer.put("entityName", query.object().name())
                .put("groupBy", false)
                .put("idSelected", idSelected)
                .put("keyPrefix", query.object().keyPrefix());
    }

    /** The columns of the parent that a path leads to. */
    private static ArrayNode place(ArrayNode columns, List<String> path) {
        ArrayNode place = columns;
        for (String name : path) {
            place = joined(place, name);
        }
        return place;
    }

    private static ArrayNode joined(ArrayNode columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).path("columnName").asText().equals(name)
                    && columns.get(i).path("joinColumns") instanceof ArrayNode known) {
                return known;
            }
        }
        ObjectNode parent = columns.addObject();
        describe(parent, name, "");
        parent.put("custom", name.endsWith("__r")).putNull("foreignKeyName").put("insertable", false);
        ArrayNode fields = parent.putArray("joinColumns");
        parent.put("numberType", false).put("textType", false).put("updatable", false);
        return fields;
    }

    private static ObjectNode column(FieldDefinition field) {
        ObjectNode column = Json.object();
        describe(column, field.name(), apexType(field.type()));
        column.put("custom", field.name().endsWith("__c"))
                .put("foreignKeyName", field.relationshipName())
                .put("insertable", field.createable())
                .putArray("joinColumns");
        boolean number =
                switch (field.type()) {
                    case INT, DOUBLE, CURRENCY, PERCENT -> true;
                    default -> false;
                };
        return column.put("numberType", number)
                .put("textType", field.type().isText())
                .put("updatable", field.updateable());
    }

    private static void describe(ObjectNode column, String name, String apexType) {
        column.put("aggregate", false)
                .put("apexType", apexType.isEmpty() ? null : apexType)
                .put("booleanType", apexType.equals("Boolean"))
                .put("columnName", name)
                .put("displayName", name);
    }

    private static String apexType(FieldType type) {
        return switch (type) {
            case ID, REFERENCE -> "Id";
            case BOOLEAN -> "Boolean";
            case INT -> "Integer";
            case DOUBLE, CURRENCY, PERCENT -> "Double";
            case DATE -> "Date";
            case DATETIME -> "Datetime";
            default -> "String";
        };
    }
}
