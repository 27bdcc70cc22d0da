package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Converts field values between JSON and the types of database columns. Points in time have no fraction of a second.
 */
final class JsonValues {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]*+=?\\s*+=?\\s*+");
    private static final int QUOTED = 100;
    private static final int LONGEST_SHOWN = 200_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonValues() {}

    static JsonNode write(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        } else if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        } else if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        } else if (value instanceof BigDecimal number) {
            return DoubleNode.valueOf(number.doubleValue());
        } else if (value instanceof LocalDateTime moment) {
            return TextNode.valueOf(DateTimes.write(moment));
        } else if (value instanceof JsonNode json) {
            return json;
        }
        return value instanceof Blob ? new POJONode(value) : TextNode.valueOf(value.toString());
    }

    /** Reads what the database has composed. */
    static @Nullable JsonNode parse(@Nullable String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database writes JSON", e);
        }
    }

    /** Answers null for a JSON null and for an empty text, which Salesforce does not tell apart. */
    static @Nullable Object read(FieldDefinition field, JsonNode json) {
        if (json.isNull() || json.isTextual() && json.textValue().isEmpty()) {
            return null;
        }
        try {
            return switch (field.type()) {
                case BOOLEAN -> bool(json);
                case INT -> wholeNumber(field, json);
                case DOUBLE, CURRENCY, PERCENT -> decimal(field, json);
                case DATE -> LocalDate.parse(text(json));
                case DATETIME -> DateTimes.read(text(json)).truncatedTo(ChronoUnit.SECONDS);
                case ID, REFERENCE -> id(field, text(json));
                case BASE64 -> Blob.of(bytes(json));
                case EMAIL -> email(field, bounded(field, text(json)));
                default -> bounded(field, text(json));
            };
        } catch (DateTimeException | NotOfType e) {
            String soapType = field.type().soapType();
            String type = field.type().isId() ? "string" : soapType.substring(soapType.indexOf(':') + 1);
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + type + " from " + json.asToken() + " value "
                            + start(json.asText()) + " or request may be missing a required field");
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(QUOTED, text.length()));
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw new NotOfType();
        }
        return json.textValue();
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return json.isBinary()
                    ? json.binaryValue()
                    : Base64.getMimeDecoder().decode(strictly(text(json)));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotOfType();
        }
    }

    private static String strictly(String base64) {
        if (!BASE64.matcher(base64).matches()) {
            throw new NotOfType();
        }
        return base64;
    }

    private static Boolean bool(JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return switch (text(json).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotOfType();
        };
    }

    private static Integer wholeNumber(FieldDefinition field, JsonNode json) {
        try {
            return number(json).intValueExact();
        } catch (ArithmeticException e) {
            throw outOfRange(field, json);
        }
    }

    private static BigDecimal decimal(FieldDefinition field, JsonNode json) {
        BigDecimal number = number(json);
        // Never rounded before its size is known: that writes out all digits of 1e-999999999.
        long digits = (long) number.precision() - number.scale();
        if (number.signum() == 0 || digits < -field.scale()) {
            return BigDecimal.ZERO.setScale(field.scale());
        }
        if (digits > field.precision() - field.scale()) {
            throw outOfRange(field, json);
        }
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > field.precision()) {
            throw outOfRange(field, json);
        }
        return rounded;
    }

    private static BigDecimal number(JsonNode json) {
        if (json.isNumber()) {
            return json.decimalValue();
        }
        try {
            return new BigDecimal(text(json));
        } catch (NumberFormatException e) {
            throw new NotOfType();
        }
    }

    private static String id(FieldDefinition field, String id) {
        if (!SalesforceId.isWellFormed(id)) {
            throw new ApiException(
                    400, "MALFORMED_ID", field.label() + ": id value of incorrect type: " + id, field.name());
        }
        return SalesforceId.to18(id);
    }

    private static String email(FieldDefinition field, String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new ApiException(
                    400,
                    "INVALID_EMAIL_ADDRESS",
                    field.label() + ": invalid email address: " + shown(text),
                    field.name());
        }
        return text;
    }

    private static String bounded(FieldDefinition field, String text) {
        if (text.length() > field.length()) {
            throw new ApiException(
                    400,
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + shown(text) + " (max length=" + field.length() + ")",
                    field.name());
        }
        return text;
    }

    /** A text as an error shows it, which is whole unless it is very long. */
    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static ApiException outOfRange(FieldDefinition field, JsonNode json) {
        return new ApiException(
                400,
                "NUMBER_OUTSIDE_VALID_RANGE",
                field.label() + ": value outside of valid range on numeric field: " + json.asText(),
                field.name());
    }

    /** Says that a value has another type than its field. */
    private static final class NotOfType extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotOfType() {
            super(null, null, false, false);
        }
    }
}
