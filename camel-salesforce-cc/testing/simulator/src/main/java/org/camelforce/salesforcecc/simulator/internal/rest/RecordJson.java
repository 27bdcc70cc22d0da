package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Records on the wire: with {@code attributes} at each level when they leave, without them when they come in. */
final class RecordJson {

    private static final String ATTRIBUTES = "attributes";

    private RecordJson() {}

    /** A record as the API answers it. */
    static ObjectNode outgoing(ObjectNode record, RecordRef origin, ApiVersion version) {
        return outgoing(record, Map.of("", origin), version);
    }

    /**
     * A row of a query as the API answers it.
     *
     * @param origins the records that it is made of, by the path that leads to them
     */
    static ObjectNode outgoing(ObjectNode row, Map<String, RecordRef> origins, ApiVersion version) {
        return outgoing(row, "", origins, version);
    }

    /** A row of a query with groups as the API answers it. */
    static ObjectNode aggregate(ObjectNode row) {
        ObjectNode answer = Json.object();
        answer.putObject(ATTRIBUTES).put("type", QueryRows.AGGREGATE_RESULT);
        answer.setAll(row);
        return answer;
    }

    static String url(ApiVersion version, RecordRef record) {
        return version.path() + "/sobjects/" + record.type() + "/" + record.id();
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

    private static ObjectNode outgoing(
            ObjectNode record, String path, Map<String, RecordRef> origins, ApiVersion version) {
        ObjectNode answer = Json.object();
        RecordRef origin = origins.get(path);
        if (origin != null) {
            answer.putObject(ATTRIBUTES).put("type", origin.type()).put("url", url(version, origin));
        }
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode parent) {
                answer.set(name, outgoing(parent, path.isEmpty() ? name : path + "." + name, origins, version));
            } else if (value.isPojo() && origin != null) {
                answer.put(name, url(version, origin) + "/" + name);
            } else {
                answer.set(name, value);
            }
        }
        return answer;
    }
}
