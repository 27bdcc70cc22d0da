package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.streaming.ChangeEventConverter;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * Change events as Avro schemas (Change Data Capture Developer Guide, "Change Event Schema" and "Change Event Header
 * Fields"). Compound fields such as names and addresses are left out; their parts are there.
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
        object.fields().stream()
                .filter(field -> !ChangeEventConverter.NOT_IN_BODY.contains(field.name()))
                .forEach(field -> fields.add(optional(field)));
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

    private static ObjectNode optional(FieldDefinition definition) {
        ObjectNode field = field(definition.name());
        field.putArray("type").add("null").add(avroType(definition.type()));
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
