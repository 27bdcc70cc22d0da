package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.data.CompoundField;
import org.camelforce.salesforcecc.simulator.internal.streaming.ChangeEventConverter;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * Change events as Avro schemas (Change Data Capture Developer Guide, "Change Event Schema" and "Change Event Header
 * Fields"), with compound fields as records.
 */
final class ChangeEventSchemas {

    static final String HEADER = "ChangeEventHeader";

    private static final String NAMESPACE = "com.sforce.eventbus";
    private static final String[] CHANGE_TYPES = {
        "CREATE",
        "UPDATE",
        "DELETE",
        "UNDELETE",
        "GAP_CREATE",
        "GAP_UPDATE",
        "GAP_DELETE",
        "GAP_UNDELETE",
        "GAP_OVERFLOW",
        "SNAPSHOT"
    };

    private ChangeEventSchemas() {}

    static String definition(SObjectDefinition object) {
        ObjectNode schema = record(ChangeEventConverter.typeOf(object.name())).put("namespace", NAMESPACE);
        ArrayNode fields = schema.putArray("fields");
        fields.add(field(HEADER).set("type", header()));
        Set<CompoundField.Type> defined = EnumSet.noneOf(CompoundField.Type.class);
        List<CompoundField> compounds = CompoundField.of(object);
        object.fields().stream()
                .filter(field -> !ChangeEventConverter.NOT_IN_BODY.contains(field.name()))
                .filter(field -> compounds.stream()
                        .noneMatch(compound -> compound.parts().containsValue(field)))
                .map(field -> compounds.stream()
                        .filter(compound -> compound.name().equals(field.name()))
                        .findFirst()
                        .map(compound -> nested(compound, defined.add(compound.type())))
                        .orElseGet(() ->
                                object.name().equals("Account") && field.name().equals("Name")
                                        ? switchableName()
                                        : optional(field)))
                .forEach(fields::add);
        return schema.toString();
    }

    private static ObjectNode header() {
        ObjectNode header = record(HEADER);
        ArrayNode fields = header.putArray("fields");
        fields.add(field("entityName").put("type", "string"));
        fields.add(list("recordIds"));
        ObjectNode changeType =
                JsonNodeFactory.instance.objectNode().put("type", "enum").put("name", "ChangeType");
        ArrayNode symbols = changeType.putArray("symbols");
        for (String symbol : CHANGE_TYPES) {
            symbols.add(symbol);
        }
        fields.add(field("changeType").set("type", changeType));
        fields.add(field("changeOrigin").put("type", "string"));
        fields.add(field("transactionKey").put("type", "string"));
        fields.add(field("sequenceNumber").put("type", "int"));
        fields.add(field("commitTimestamp").put("type", "long"));
        fields.add(field("commitNumber").put("type", "long"));
        fields.add(field("commitUser").put("type", "string"));
        fields.add(list("nulledFields"));
        fields.add(list("diffFields"));
        fields.add(list("changedFields"));
        return header;
    }

    private static ObjectNode nested(CompoundField compound, boolean first) {
        ObjectNode field = field(compound.name());
        ArrayNode type = field.putArray("type").add("null");
        if (first) {
            ObjectNode record = record(compound.type().recordName());
            ArrayNode parts = record.putArray("fields");
            compound.parts().forEach((part, definition) -> parts.add(optional(part, definition.type())));
            type.add(record);
        } else {
            type.add(compound.type().recordName());
        }
        return field.putNull("default");
    }

    /** The name of an account is a text, or the name of a person in orgs with person accounts. */
    private static ObjectNode switchableName() {
        ObjectNode field = field("Name");
        ObjectNode record = record("Switchable_PersonName");
        ArrayNode parts = record.putArray("fields");
        CompoundField.NAME_PARTS.forEach(part -> parts.add(optional(part, FieldType.STRING)));
        field.putArray("type").add("null").add("string").add(record);
        return field.putNull("default");
    }

    private static ObjectNode optional(FieldDefinition definition) {
        return optional(definition.name(), definition.type());
    }

    private static ObjectNode optional(String name, FieldType type) {
        ObjectNode field = field(name);
        field.putArray("type").add("null").add(avroType(type));
        return field.putNull("default");
    }

    private static String avroType(FieldType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case INT -> "int";
            case DOUBLE, CURRENCY, PERCENT -> "double";
            case DATE, DATETIME -> "long";
            default -> "string";
        };
    }

    private static ObjectNode list(String name) {
        ObjectNode field = field(name);
        field.putObject("type").put("type", "array").put("items", "string");
        return field;
    }

    private static ObjectNode record(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("type", "record");
    }

    private static ObjectNode field(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
