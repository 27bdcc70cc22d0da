package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** The columns of a list view: the name, a few fields that clients write, and what is hidden. */
final class ListViewColumns {

    private static final int SHOWN = 5;
    private static final List<String> HIDDEN = List.of("Id", "CreatedDate", "LastModifiedDate", "SystemModstamp");

    private final SObjectDefinition object;
    private final List<FieldDefinition> columns = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    ListViewColumns(SObjectDefinition object) {
        this.object = object;
        nameField().ifPresent(name -> {
            columns.add(name);
            order.add(name.name());
        });
        order.add("Id");
        object.fields().stream()
                .filter(field -> field.createable() && field.filterable() && field.type() != FieldType.REFERENCE)
                .filter(field -> !columns.contains(field))
                .limit(SHOWN - columns.size())
                .forEach(columns::add);
        HIDDEN.stream()
                .flatMap(name -> object.field(name).stream())
                .filter(field -> !columns.contains(field))
                .forEach(columns::add);
    }

    String query() {
        return "SELECT " + columns.stream().map(FieldDefinition::name).collect(Collectors.joining(", ")) + " FROM "
                + object.name() + " ORDER BY "
                + order.stream().map(name -> name + " ASC NULLS FIRST").collect(Collectors.joining(", "));
    }

    ArrayNode orderBy() {
        ArrayNode criteria = Json.array();
        order.forEach(name -> criteria.addObject()
                .put("fieldNameOrPath", name)
                .put("nullsPosition", "first")
                .put("sortDirection", "ascending"));
        return criteria;
    }

    ArrayNode describe() {
        ArrayNode described = Json.array();
        columns.forEach(column -> described.add(describe(column)));
        return described;
    }

    ObjectNode row(ObjectNode record) {
        ObjectNode row = Json.object();
        ArrayNode values = row.putArray("columns");
        columns.forEach(column -> {
            ObjectNode value = values.addObject().put("fieldNameOrPath", column.name());
            String text = record.path(column.name()).isNull()
                    ? null
                    : record.path(column.name()).asText();
            value.put("value", text);
        });
        return row;
    }

    private ObjectNode describe(FieldDefinition column) {
        boolean text = column.type().isText() && column.type() != FieldType.PHONE;
        int index = order.indexOf(column.name());
        ObjectNode json = Json.object()
                .put("ascendingLabel", text ? "Z-A" : "9-0")
                .put("descendingLabel", text ? "A-Z" : "0-9")
                .put("fieldNameOrPath", column.name())
                .put("hidden", HIDDEN.contains(column.name()))
                .put("label", column.label())
                .put("selectListItem", column.name())
                .put("sortDirection", index < 0 ? null : "ascending");
        return (index < 0 ? json.putNull("sortIndex") : json.put("sortIndex", index))
                .put("sortable", column.type() != FieldType.MULTIPICKLIST)
                .put("type", column.type().describeType());
    }

    private Optional<FieldDefinition> nameField() {
        return Stream.of("Name", "CaseNumber", "Title")
                .flatMap(name -> object.field(name).stream())
                .findFirst();
    }
}
