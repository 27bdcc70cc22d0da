package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** The rules that concern more than one record: references lead somewhere, unique values are unique. */
final class Integrity {

    private final Database<?> database;
    private final Tables tables;

    Integrity(Database<?> database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Checks the values of a row that is about to be written to the record with an id, or to a new record. */
    void check(Table table, Row row, @Nullable String id) {
        for (FieldDefinition field : table.object().fields()) {
            Object value = row.get(field.name());
            if (value != null && field.type() == FieldType.REFERENCE) {
                checkReference(field, value.toString());
            }
            if (value != null && field.unique()) {
                checkUnique(table, field, value, id);
            }
        }
    }

    /** Finds the one parent that a nested object such as {@code {"Legacy_Id__c": "17"}} names by an external id. */
    String parentId(FieldDefinition reference, JsonNode nested) {
        Table parents = tables.find(String.valueOf(reference.referenceTo())).orElseThrow(Tables::notFound);
        SObjectDefinition object = parents.object();
        for (Map.Entry<String, JsonNode> entry : nested.properties()) {
            if (entry.getKey().equals("attributes")) {
                continue;
            }
            FieldDefinition field = object.field(entry.getKey())
                    .filter(FieldDefinition::externalId)
                    .orElseThrow(() -> FieldInput.noSuchColumn(entry.getKey(), object));
            String text = entry.getValue().asText();
            Object value = JsonValues.read(field, TextNode.valueOf(text));
            List<String> ids =
                    value == null ? List.of() : database.with(connection -> parents.idsWith(connection, field, value));
            if (ids.size() == 1) {
                return ids.get(0);
            }
            throw new ApiException(
                    400,
                    "INVALID_FIELD",
                    "Foreign key external ID: " + text + " not found for field " + field.name() + " in entity "
                            + object.name());
        }
        throw new ApiException(
                400, "INVALID_FIELD", "No external id is given for " + reference.relationshipName(), reference.name());
    }

    private void checkReference(FieldDefinition field, String id) {
        Optional<Table> target = FieldDefinition.ANY_OBJECT.equals(field.referenceTo())
                ? tables.ofId(id)
                : tables.find(String.valueOf(field.referenceTo()));
        if (target.isEmpty()) {
            throw dangling(field);
        }
        if (!id.startsWith(target.get().object().keyPrefix())) {
            throw new ApiException(
                    400,
                    "FIELD_INTEGRITY_EXCEPTION",
                    field.label() + ": id value of incorrect type: " + id,
                    field.name());
        }
        Row row = database.with(connection -> target.get().find(connection, id)).orElseThrow(() -> dangling(field));
        if (Boolean.TRUE.equals(row.get("IsDeleted"))) {
            throw new ApiException(400, "ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
    }

    private static ApiException dangling(FieldDefinition field) {
        return new ApiException(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name());
    }

    private void checkUnique(Table table, FieldDefinition field, Object value, @Nullable String id) {
        for (String other : database.with(connection -> table.idsWith(connection, field, value))) {
            if (!other.equals(id)) {
                throw new ApiException(
                        400,
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: " + other,
                        field.name());
            }
        }
    }
}
