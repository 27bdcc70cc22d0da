package org.camelforce.salesforcecc.simulator.internal.data.random;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How values are written in SOQL, compared, and answered. */
final class Values {

    private static final DateTimeFormatter ANSWERED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'");

    /** Nulls first. */
    static final Comparator<@Nullable Object> ORDER =
            (a, b) -> a == null || b == null ? Boolean.compare(a != null, b != null) : compare(a, b);

    private Values() {}

    static String soql(@Nullable Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
        return value instanceof LocalDateTime ? value + ":00Z" : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        if (a instanceof String text) {
            return text.compareToIgnoreCase((String) b);
        }
        if (a instanceof Number || b instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** The form in which a value and an answer are compared. */
    static String canonical(@Nullable Object value) {
        if (value instanceof Number) {
            BigDecimal number = new BigDecimal(value.toString()).round(new MathContext(12));
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDateTime moment ? ANSWERED.format(moment) : String.valueOf(value);
    }

    static String canonical(JsonNode answer) {
        return answer.isNumber() ? canonical(answer.decimalValue()) : answer.asText();
    }
}
