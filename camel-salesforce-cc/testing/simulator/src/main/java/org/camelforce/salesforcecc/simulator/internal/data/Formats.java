package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Values as FORMAT() shows them to a user of the locale en_US and the time zone GMT. */
final class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M/d/uuuu, h:mm a", Locale.US);

    private Formats() {}

    static JsonNode of(FieldDefinition field, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return TextNode.valueOf(decimal(field, number));
        }
        if (value instanceof Integer number) {
            return TextNode.valueOf(NumberFormat.getIntegerInstance(Locale.US).format(number));
        }
        if (value instanceof LocalDate day) {
            return TextNode.valueOf(DAY.format(day));
        }
        if (value instanceof LocalDateTime moment) {
            return TextNode.valueOf(MOMENT.format(moment));
        }
        return JsonValues.write(value);
    }

    private static String decimal(FieldDefinition field, BigDecimal number) {
        if (field.type() == FieldType.CURRENCY) {
            return NumberFormat.getCurrencyInstance(Locale.US).format(number);
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(field.scale());
        format.setMaximumFractionDigits(field.scale());
        return format.format(number) + (field.type() == FieldType.PERCENT ? "%" : "");
    }
}
