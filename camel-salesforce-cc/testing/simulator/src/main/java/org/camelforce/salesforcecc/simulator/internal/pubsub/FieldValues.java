package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.avro.Schema;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Converts field values between the event log's JSON and Avro, where dates are milliseconds since 1970. */
final class FieldValues {

    private FieldValues() {}

    static @Nullable Object toAvro(JsonNode value, FieldType type, Schema schema) {
        if (value.isNull() || value.isMissingNode()) {
            return schema.isNullable() ? null : empty(schema);
        }
        return switch (type) {
            case BOOLEAN -> value.asBoolean();
            case INT -> value.asInt();
            case DOUBLE, CURRENCY, PERCENT -> value.asDouble();
            case DATE ->
                LocalDate.parse(value.asText())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            case DATETIME ->
                DateTimes.read(value.asText()).toInstant(ZoneOffset.UTC).toEpochMilli();
            default -> value.asText();
        };
    }

    static JsonNode toJson(@Nullable Object value, FieldType type) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value == null) {
            return json.nullNode();
        } else if (value instanceof Boolean bool) {
            return json.booleanNode(bool);
        } else if (value instanceof Integer number) {
            return json.numberNode(number);
        } else if (value instanceof Double number) {
            return json.numberNode(number);
        } else if (value instanceof Long millis) {
            LocalDateTime moment = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
            return json.textNode(type == FieldType.DATE ? moment.toLocalDate().toString() : DateTimes.write(moment));
        }
        return json.textNode(value.toString());
    }

    private static Object empty(Schema schema) {
        return switch (schema.getType()) {
            case BOOLEAN -> false;
            case INT -> 0;
            case LONG -> 0L;
            case DOUBLE -> 0.0;
            default -> "";
        };
    }
}
