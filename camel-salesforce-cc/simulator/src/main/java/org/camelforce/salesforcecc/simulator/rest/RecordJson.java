package org.camelforce.salesforcecc.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.data.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Records on the wire: with {@code attributes} at each level when they leave, without them when they come in. */
final class RecordJson {

    private static final String ATTRIBUTES = "attributes";

    private final Catalog catalog;

    RecordJson(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A record or row of a query as the API answers it. */
    ObjectNode outgoing(ObjectNode record, SObjectDefinition object, ApiVersion version) {
        ObjectNode answer = Json.object();
        ObjectNode attributes = answer.putObject(ATTRIBUTES);
        if (isAggregate(record, object)) {
            attributes.put("type", "AggregateResult");
            answer.setAll(record);
            return answer;
        }
        attributes.put("type", object.name());
        if (record.hasNonNull("Id")) {
            attributes.put("url", url(version, object, record.path("Id").asText()));
        }
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            answer.set(property.getKey(), outgoing(property.getKey(), property.getValue(), object, version));
        }
        return answer;
    }

    static String url(ApiVersion version, SObjectDefinition object, String id) {
        return version.path() + "/sobjects/" + object.name() + "/" + id;
    }

    /** The fields of a record that a client sent. */
    static ObjectNode incoming(ObjectNode body, String... others) {
        ObjectNode fields = body.deepCopy();
        fields.remove(ATTRIBUTES);
        for (String other : others) {
            name(fields, other).ifPresent(fields::remove);
        }
        return fields;
    }

    /** The object that the {@code attributes} of a record name. */
    static String typeOf(JsonNode row) {
        JsonNode type = row.path(ATTRIBUTES).path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        throw new ApiException(
                400, "INVALID_INPUT", "Must send in attributes with type to identify the record's object");
    }

    /** The value of a field, whatever the case of its name; empty if it is absent or null. */
    static Optional<String> text(ObjectNode record, String field) {
        return name(record, field)
                .map(record::path)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    private static Optional<String> name(ObjectNode record, String field) {
        return record.propertyStream()
                .map(Map.Entry::getKey)
                .filter(field::equalsIgnoreCase)
                .findFirst();
    }

    private JsonNode outgoing(String name, JsonNode value, SObjectDefinition object, ApiVersion version) {
        if (value instanceof ObjectNode parent) {
            return object.relationship(name)
                    .map(FieldDefinition::referenceTo)
                    .map(type -> outgoing(parent, catalog.object(type), version))
                    .orElse(parent);
        }
        return value;
    }

    private static boolean isAggregate(ObjectNode record, SObjectDefinition object) {
        return record.propertyStream()
                .map(Map.Entry::getKey)
                .anyMatch(name -> object.field(name).isEmpty()
                        && object.relationship(name).isEmpty());
    }
}
