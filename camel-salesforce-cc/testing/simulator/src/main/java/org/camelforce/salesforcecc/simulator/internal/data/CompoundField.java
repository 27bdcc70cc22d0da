package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A field that consists of others (Object Reference, "Compound Fields"). An address is a structure everywhere; the name
 * of a person is one text in the REST API and a structure in change events.
 *
 * @param name API name, for example {@code BillingAddress}
 * @param type name of the structure in change events
 * @param parts the fields that it consists of, by their names in change events, for example {@code City}
 */
public record CompoundField(String name, Type type, Map<String, FieldDefinition> parts) {

    /** The structures. */
    public enum Type {
        /** A postal address. */
        ADDRESS("Address"),
        /** The name of a person. */
        PERSON_NAME("PersonName");

        private final String recordName;

        Type(String recordName) {
            this.recordName = recordName;
        }

        /** @return its name in schemas of change events */
        public String recordName() {
            return recordName;
        }
    }

    /** Names of the parts of an address, without what an object puts before them. */
    public static final List<String> ADDRESS_PARTS =
            List.of("Street", "City", "State", "PostalCode", "Country", "Latitude", "Longitude", "GeocodeAccuracy");

    /** Names of the parts of a person's name. */
    public static final List<String> NAME_PARTS = List.of("Salutation", "FirstName", "LastName");

    private static final String ADDRESS = "Address";
    private static final String NAME = "Name";

    /**
     * @param object an object
     * @return its compound fields
     */
    public static List<CompoundField> of(SObjectDefinition object) {
        List<CompoundField> found = new ArrayList<>();
        if (object.kind() != SObjectDefinition.Kind.STANDARD) {
            return found;
        }
        for (FieldDefinition field : object.fields()) {
            if (field.type() == FieldType.ADDRESS) {
                found.add(address(object, field.name()));
            }
        }
        boolean person = NAME_PARTS.stream().allMatch(part -> object.field(part).isPresent());
        if (person && object.field(NAME).isPresent()) {
            found.add(new CompoundField(NAME, Type.PERSON_NAME, parts(object, "", NAME_PARTS)));
        }
        return found;
    }

    /**
     * @param object an object
     * @param field one of its fields
     * @return the compound field that it is a part of, empty if it is none
     */
    public static Optional<CompoundField> around(SObjectDefinition object, FieldDefinition field) {
        return of(object).stream()
                .filter(compound -> compound.parts.containsValue(field))
                .findFirst();
    }

    /**
     * @param object an object
     * @param name API name of an address of it
     * @return the address
     */
    static CompoundField address(SObjectDefinition object, String name) {
        String prefix = name.substring(0, name.length() - ADDRESS.length());
        return new CompoundField(name, Type.ADDRESS, parts(object, prefix, ADDRESS_PARTS));
    }

    /**
     * @param values the values of stored fields
     * @return the structure as the REST API answers it, null if no part has a value
     */
    JsonNode toJson(Function<String, @Nullable Object> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean empty = true;
        for (Map.Entry<String, FieldDefinition> part : new TreeMap<>(parts).entrySet()) {
            Object value = values.apply(part.getValue().name());
            empty &= value == null;
            String key = part.getKey();
            json.set(Character.toLowerCase(key.charAt(0)) + key.substring(1), JsonValues.write(value));
        }
        return empty ? json.nullNode() : json;
    }

    private static Map<String, FieldDefinition> parts(SObjectDefinition object, String prefix, List<String> names) {
        Map<String, FieldDefinition> parts = new LinkedHashMap<>();
        names.forEach(name -> parts.put(name, object.field(prefix + name).orElseThrow()));
        return parts;
    }
}
