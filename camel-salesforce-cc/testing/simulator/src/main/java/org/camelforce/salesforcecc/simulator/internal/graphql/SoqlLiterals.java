package org.camelforce.salesforcecc.simulator.internal.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** Writes the values of filters in SOQL. The schema has checked their types. */
final class SoqlLiterals {

    private SoqlLiterals() {}

    static String of(ValueType type, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        return switch (type.form()) {
            case TEXT -> "'" + escaped(value.toString()) + "'";
            case NUMBER, BOOLEAN -> value.toString();
            case DATE -> date((Map<?, ?>) value);
        };
    }

    /** A pattern, in which a backslash before a wildcard lets it stand for itself. */
    static String pattern(@Nullable Object value) {
        return value == null
                ? "NULL"
                : "'" + escaped(value.toString()).replace("\\\\%", "\\%").replace("\\\\_", "\\_") + "'";
    }

    static String list(ValueType type, List<?> values) {
        return values.stream().map(value -> of(type, value)).collect(Collectors.joining(", ", "(", ")"));
    }

    static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String date(Map<?, ?> input) {
        List<String> given = new ArrayList<>();
        if (input.containsKey("value")) {
            given.add(String.valueOf(input.get("value")).replaceFirst("^null$", "NULL"));
        }
        if (input.get("literal") instanceof String literal) {
            given.add(literal);
        }
        if (input.get("range") instanceof Map<?, ?> range) {
            range.forEach((name, count) -> given.add(name.toString().toUpperCase(Locale.ROOT) + ":" + count));
        }
        if (given.size() != 1) {
            throw new ApiException(
                    400, "INVALID_INPUT", "Specify exactly one of value, literal and range to compare a date with");
        }
        return given.get(0);
    }
}
