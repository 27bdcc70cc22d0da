package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.streaming.SchemaIds;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Platform events as Avro schemas (Platform Events Developer Guide, "Get Event Schema with REST API"). */
public final class EventSchemas {

    private EventSchemas() {}

    /**
     * @param event a platform event
     * @return its payload as an Avro schema, the text that its schema id is derived from
     */
    public static String definition(SObjectDefinition event) {
        return payloadRecord(event).toString();
    }

    static String idOf(SObjectDefinition event) {
        return SchemaIds.of(definition(event));
    }

    /** The payload alone, as Avro binary carries it. */
    static ObjectNode compact(SObjectDefinition event) {
        return payloadRecord(event).put("uuid", idOf(event));
    }

    /** The whole message, as CometD carries it. */
    static ObjectNode expanded(SObjectDefinition event) {
        ObjectNode payload = record("Payload").put("doc", "");
        payload.set("fields", payload(event, "string"));
        ObjectNode position = record("Event");
        position.set("fields", Json.array().add(field("replayId").put("type", "long")));

        ArrayNode dataFields = Json.array().add(field("schema").put("type", "string"));
        dataFields.add(field("payload").set("type", payload));
        dataFields.add(field("event").set("type", position));
        ObjectNode data = record("Data").put("namespace", "");
        data.set("fields", dataFields);

        ArrayNode fields = Json.array().add(field("data").<ObjectNode>set("type", data));
        fields.add(field("channel").put("type", "string"));
        ObjectNode schema = Json.object()
                .put("name", event.name())
                .put("type", "expanded-record")
                .put("namespace", "com.sforce.eventbus");
        schema.set("fields", fields);
        return schema.put("uuid", idOf(event));
    }

    private static ObjectNode payloadRecord(SObjectDefinition event) {
        ObjectNode schema = record(event.name()).put("namespace", "com.sforce.eventbus");
        schema.set("fields", payload(event, "long"));
        return schema;
    }

    /** @param timeType the type of dates: JSON has them as text, Avro as a number */
    private static ArrayNode payload(SObjectDefinition event, String timeType) {
        ArrayNode fields = Json.array();
        event.fields().stream()
                .filter(field -> field.createable() || field.name().startsWith("Created"))
                .forEach(field -> fields.add(payloadField(event, field, timeType)));
        return fields;
    }

    private static ObjectNode payloadField(SObjectDefinition event, FieldDefinition definition, String timeType) {
        ObjectNode field = field(definition.name());
        String type =
                switch (definition.type()) {
                    case BOOLEAN -> "boolean";
                    case INT -> "int";
                    case DOUBLE, CURRENCY, PERCENT -> "double";
                    case DATE, DATETIME -> timeType;
                    default -> "string";
                };
        String doc = definition.createable()
                ? "Data:" + docType(definition) + ":" + fieldId(event, definition)
                : systemDoc(definition);
        if (!definition.nillable()) {
            return field.put("type", type).put("doc", doc);
        }
        field.putArray("type").add("null").add(type);
        return field.put("doc", doc).putNull("default");
    }

    private static String systemDoc(FieldDefinition definition) {
        return definition.type() == FieldType.REFERENCE
                ? definition.relationshipName() + ":EntityId"
                : definition.name() + ":" + docType(definition);
    }

    private static String docType(FieldDefinition definition) {
        return switch (definition.type()) {
            case TEXTAREA -> "StringPlusClob";
            case BOOLEAN -> "Boolean";
            case INT -> "Integer";
            case DOUBLE -> "Double";
            case CURRENCY -> "Currency";
            case PERCENT -> "Percent";
            case DATE -> "DateOnly";
            case DATETIME -> "DateTime";
            case ID, REFERENCE -> "EntityId";
            default -> "Text";
        };
    }

    /** The id of a custom field, which is the same in every org here. */
    private static String fieldId(SObjectDefinition event, FieldDefinition definition) {
        long number = Integer.toUnsignedLong((event.name() + "." + definition.name()).hashCode());
        return SalesforceId.of("00N", number).substring(0, 15);
    }

    private static ObjectNode record(String name) {
        return Json.object().put("name", name).put("type", "record");
    }

    private static ObjectNode field(String name) {
        return Json.object().put("name", name);
    }
}
