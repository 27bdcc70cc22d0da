package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a column's name stands for: a field, or a parent's external id as in {@code Account.Legacy_Id__c} (Bulk API 2.0
 * and Bulk API Developer Guide, "Relationship Fields in a Header Row").
 *
 * @param field the field, or the reference to the parent
 * @param parentField the parent's external id; null for a field of the record itself
 */
record FieldColumn(FieldDefinition field, @Nullable String parentField) {

    private static final String NULL = "#N/A";
    private static final Set<String> YES = Set.of("yes", "y", "true", "on", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "off", "0");

    static Optional<FieldColumn> find(SObjectDefinition object, String name) {
        String path = name.substring(name.indexOf(':') + 1);
        int dot = path.indexOf('.');
        if (dot < 0) {
            return object.field(path).map(field -> new FieldColumn(field, null));
        }
        return object.relationship(path.substring(0, dot))
                .map(reference -> new FieldColumn(reference, path.substring(dot + 1)));
    }

    /** Sets a value as it was written; an empty one is ignored. */
    void put(ObjectNode row, String text, int index) {
        if (text.isEmpty()) {
            return;
        }
        if (parentField != null) {
            row.putObject(String.valueOf(field.relationshipName())).put(parentField, text);
        } else {
            row.set(field.name(), text.equals(NULL) ? NullNode.getInstance() : value(text, index));
        }
    }

    private JsonNode value(String text, int index) {
        try {
            return switch (field.type()) {
                case BOOLEAN -> TextNode.valueOf(bool(text));
                case INT, DOUBLE, CURRENCY, PERCENT -> TextNode.valueOf(number(text.strip()));
                case DATE -> TextNode.valueOf(LocalDate.parse(text).toString());
                case DATETIME -> TextNode.valueOf(DateTimes.write(DateTimes.read(text)));
                default -> TextNode.valueOf(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new ApiException(
                    400,
                    "INVALID_FIELD",
                    "Failed to deserialize field at col " + index + ". Due to, '" + text
                            + "' is not a valid value for the type "
                            + field.type().soapType(),
                    field.name());
        }
    }

    /** Checks a number, and leaves it as it is: written out, one with an exponent may fill the memory. */
    private static String number(String text) {
        return new BigDecimal(text).signum() == 0 ? "0" : text;
    }

    private static String bool(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return "true";
        }
        if (NO.contains(lower)) {
            return "false";
        }
        throw new NumberFormatException(text);
    }
}
