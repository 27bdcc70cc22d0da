package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Reads what a client wants to write, and rejects what it may not (Object Reference and REST API Developer Guide). */
final class FieldInput {

    /** Finds the record that a client names by an external id instead of its id. */
    @FunctionalInterface
    interface ParentLookup {
        String idOf(FieldDefinition reference, JsonNode externalId);
    }

    private FieldInput() {}

    static Row forCreate(SObjectDefinition object, ObjectNode fields, ParentLookup parents) {
        Row row = read(object, fields, true, parents);
        for (FieldDefinition field : object.fields()) {
            String value = field.defaultValue();
            if (value != null && row.get(field.name()) == null) {
                row.set(field.name(), JsonValues.read(field, TextNode.valueOf(value)));
            }
        }
        requireNoneMissing(object.fields().stream()
                .filter(field -> field.requiredOnCreate() && row.get(field.name()) == null)
                .map(FieldDefinition::name)
                .toList());
        return row;
    }

    static Row forUpdate(SObjectDefinition object, ObjectNode fields, ParentLookup parents) {
        Row row = read(object, fields, false, parents);
        for (FieldDefinition field : object.fields()) {
            if (field.type() == FieldType.BOOLEAN && row.has(field.name()) && row.get(field.name()) == null) {
                row.set(field.name(), Boolean.FALSE);
            }
        }
        requireNoneMissing(object.fields().stream()
                .filter(field -> !field.nillable() && row.has(field.name()) && row.get(field.name()) == null)
                .map(FieldDefinition::name)
                .toList());
        return row;
    }

    private static Row read(SObjectDefinition object, ObjectNode fields, boolean creating, ParentLookup parents) {
        Row row = new Row();
        Set<String> readOnly = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (entry.getKey().equals("attributes")) {
                continue;
            }
            Optional<FieldDefinition> parent = entry.getValue().isObject()
                    ? object.relationship(entry.getKey()).filter(reference -> writable(reference, creating))
                    : Optional.empty();
            if (parent.isPresent()) {
                row.set(parent.get().name(), parents.idOf(parent.get(), entry.getValue()));
                continue;
            }
            FieldDefinition field =
                    object.field(entry.getKey()).orElseThrow(() -> noSuchColumn(entry.getKey(), object));
            if (field.type() == FieldType.ID) {
                throw idGiven(creating);
            } else if (!writable(field, creating)) {
                readOnly.add(field.name());
            } else {
                row.set(field.name(), JsonValues.read(field, entry.getValue()));
            }
        }
        if (!readOnly.isEmpty()) {
            throw new ApiException(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", readOnly)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    readOnly.toArray(String[]::new));
        }
        return row;
    }

    private static boolean writable(FieldDefinition field, boolean creating) {
        return creating ? field.createable() : field.updateable();
    }

    static ApiException noSuchColumn(String field, SObjectDefinition object) {
        return new ApiException(
                400, "INVALID_FIELD", "No such column '" + field + "' on sobject of type " + object.name());
    }

    private static ApiException idGiven(boolean creating) {
        return creating
                ? new ApiException(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id")
                : new ApiException(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }

    private static void requireNoneMissing(List<String> names) {
        if (!names.isEmpty()) {
            throw new ApiException(
                    400,
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + String.join(", ", names) + "]",
                    names.toArray(String[]::new));
        }
    }
}
