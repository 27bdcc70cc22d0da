package org.camelforce.salesforcecc.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.data.ApiException;
import org.camelforce.salesforcecc.simulator.data.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Checks the fields of an event against its definition. */
final class EventFields {

    private static final DateTimeFormatter OFFSETS = DateTimeFormatter.ofPattern("[XXX][XX]");

    private EventFields() {}

    /** The payload in declared spelling, with a null or a default for each field that was left out. */
    static ObjectNode check(SObjectDefinition event, ObjectNode fields) {
        ObjectNode given = Json.object();
        for (Map.Entry<String, JsonNode> property : fields.properties()) {
            FieldDefinition field = event.field(property.getKey()).orElseThrow(() -> noSuchField(event, property));
            if (!field.createable()) {
                throw new ApiException(
                        400,
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "Unable to create/update fields: " + field.name()
                                + ". Please check the security settings of this field and verify that it is read/write"
                                + " for your profile or permission set.",
                        field.name());
            }
            given.set(field.name(), value(field, property.getValue()));
        }
        ObjectNode payload = Json.object();
        event.fields().stream()
                .filter(FieldDefinition::createable)
                .forEach(field -> payload.set(field.name(), orDefault(field, given.path(field.name()))));
        return payload;
    }

    private static JsonNode orDefault(FieldDefinition field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            return value;
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String constant = field.defaultValue();
        if (constant != null) {
            return switch (field.type()) {
                case BOOLEAN -> nodes.booleanNode(Boolean.parseBoolean(constant));
                default -> nodes.textNode(constant);
            };
        }
        if (!field.nillable() && !field.defaultedOnCreate()) {
            throw new ApiException(
                    400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [" + field.name() + "]", field.name());
        }
        return nodes.nullNode();
    }

    private static JsonNode value(FieldDefinition field, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        boolean fits =
                switch (field.type()) {
                    case BOOLEAN -> value.isBoolean();
                    case INT -> value.isIntegralNumber() && value.canConvertToInt();
                    case DOUBLE, CURRENCY, PERCENT -> value.isNumber();
                    case DATE -> value.isTextual() && isDate(value.asText());
                    case DATETIME -> value.isTextual() && isDateTime(value.asText());
                    case ID, REFERENCE -> value.isTextual() && SalesforceId.isWellFormed(value.asText());
                    default -> value.isValueNode();
                };
        if (!fits) {
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + field.type().describeType() + " from value " + value.asText()
                            + " or request may be missing a required field",
                    field.name());
        }
        if (field.type().isText() && field.length() > 0 && value.asText().length() > field.length()) {
            throw new ApiException(
                    400,
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + value.asText() + " (max length=" + field.length()
                            + ")",
                    field.name());
        }
        return field.type().isText() ? JsonNodeFactory.instance.textNode(value.asText()) : value;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        int offset = Math.max(text.indexOf('Z'), Math.max(text.lastIndexOf('+'), text.lastIndexOf('-')));
        try {
            OFFSETS.parse(text.substring(Math.max(offset, 0)));
            OffsetDateTime.parse(text.substring(0, Math.max(offset, 0)) + "Z");
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static ApiException noSuchField(SObjectDefinition event, Map.Entry<String, JsonNode> property) {
        return new ApiException(
                400, "INVALID_FIELD", "No such column '" + property.getKey() + "' on sobject of type " + event.name());
    }
}
