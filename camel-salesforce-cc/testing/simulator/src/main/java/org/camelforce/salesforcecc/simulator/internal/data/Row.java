package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Values of one record by declared field name, in the types of their columns. Not safe for use by several threads. */
final class Row {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row set(String field, @Nullable Object value) {
        values.put(field, value);
        return this;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    @Nullable
    Object get(String field) {
        return values.get(field);
    }

    String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }

    Set<String> fields() {
        return values.keySet();
    }

    Row merged(Row patch) {
        Row merged = new Row();
        merged.values.putAll(values);
        merged.values.putAll(patch.values);
        return merged;
    }

    Set<String> differences(Row other) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            if (!Objects.equals(entry.getValue(), other.get(entry.getKey()))) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    Set<String> filled() {
        Set<String> names = new TreeSet<>(values.keySet());
        names.removeIf(name -> values.get(name) == null);
        return names;
    }

    ObjectNode toJson(SObjectDefinition object) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (FieldDefinition field : object.fields()) {
            json.set(
                    field.name(),
                    field.type().isCompound()
                            ? CompoundField.address(object, field.name()).toJson(this::get)
                            : JsonValues.write(values.get(field.name())));
        }
        return json;
    }
}
