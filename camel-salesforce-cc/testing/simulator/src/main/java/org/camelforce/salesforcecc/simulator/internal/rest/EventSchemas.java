package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.streaming.SchemaIds;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
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
        payload.set("fields", payload(event));
        ObjectNode position = record("Event");
        position.set("fields", Json.array().add(field("replayId").put("type", "long")));

        ArrayNode dataFields = Json.array().add(field("schema").put("type", "string"));
        dataFields.add(field("payload").set("type", payload));
        dataFields.add(field("event").set("type", position));
        ObjectNode data = record("Data").put("namespace", "");
        data.set("fields", dataFields);

        ArrayNode fields = Json.array().add(field("data").<ObjectNode>set("type", data));
        fields.add(field("channel").put("type", "string"));
        ObjectNode schema = record(event.name()).put("namespace", "com.sforce.eventbus");
        schema.set("fields", fields);
        return schema.put("uuid", idOf(event));
    }

    private static ObjectNode payloadRecord(SObjectDefinition event) {
        ObjectNode schema = record(event.name()).put("namespace", "com.sforce.eventbus");
        schema.set("fields", payload(event));
        return schema;
    }

    private static ArrayNode payload(SObjectDefinition event) {
        ArrayNode fields = Json.array();
        event.fields().stream()
                .filter(field -> field.createable() || field.name().startsWith("Created"))
                .forEach(field -> fields.add(payloadField(field)));
        return fields;
    }

    private static ObjectNode payloadField(FieldDefinition definition) {
        ObjectNode field = field(definition.name());
        String type =
                switch (definition.type()) {
                    case BOOLEAN -> "boolean";
                    case INT -> "int";
                    case DOUBLE, CURRENCY, PERCENT -> "double";
                    case DATE, DATETIME -> "long";
                    default -> "string";
                };
        String doc = (definition.createable() ? "Data:" : definition.name() + ":")
                + definition.type().describeType();
        if (!definition.nillable()) {
            return field.put("type", type).put("doc", doc);
        }
        field.putArray("type").add("null").add(type);
        return field.put("doc", doc).putNull("default");
    }

    private static ObjectNode record(String name) {
        return Json.object().put("name", name).put("type", "record");
    }

    private static ObjectNode field(String name) {
        return Json.object().put("name", name);
    }
}
