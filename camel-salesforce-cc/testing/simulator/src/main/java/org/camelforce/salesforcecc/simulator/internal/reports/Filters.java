package org.camelforce.salesforcecc.simulator.internal.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.simulator.reports.Reports.Filter;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;

/** The filters of a report as a condition in SOQL. */
final class Filters {

    private static final Map<String, String> COMPARISONS = Map.of(
            "equals", "=",
            "notEqual", "!=",
            "lessThan", "<",
            "greaterThan", ">",
            "lessOrEqual", "<=",
            "greaterOrEqual", ">=");
    private static final Map<String, String> PATTERNS = Map.of("contains", "%s%%", "startsWith", "%s");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern BOOLEAN_FILTER = Pattern.compile("(?i)(?:\\s++|\\d{1,3}+|AND|OR|NOT|[()])++");

    private final Columns columns;

    Filters(Columns columns) {
        this.columns = columns;
    }

    /** The condition; empty if there is none. */
    String condition(List<Filter> filters, String booleanFilter) {
        List<String> conditions = filters.stream().map(this::condition).toList();
        if (booleanFilter.isBlank()) {
            return String.join(" AND ", conditions);
        }
        if (!BOOLEAN_FILTER.matcher(booleanFilter).matches()) {
            throw Columns.invalid("reportBooleanFilter", booleanFilter);
        }
        return NUMBER.matcher(booleanFilter).replaceAll(number -> {
            int index = Integer.parseInt(number.group());
            if (index < 1 || index > conditions.size()) {
                throw Columns.invalid("reportBooleanFilter", booleanFilter);
            }
            return Matcher.quoteReplacement(conditions.get(index - 1));
        });
    }

    private String condition(Filter filter) {
        FieldDefinition field = columns.field(filter.column());
        List<String> values = filter.value().isEmpty()
                ? List.of("")
                : Arrays.stream(filter.value().split(",")).map(String::strip).toList();
        String operator = filter.operator();
        if (operator.equals("notContain")) {
            return "(NOT " + any(filter.column(), field, "contains", values) + ")";
        }
        if (operator.equals("notEqual")) {
            List<String> all = new ArrayList<>();
            values.forEach(value -> all.add(one(filter.column(), field, operator, value)));
            return "(" + String.join(" AND ", all) + ")";
        }
        return any(filter.column(), field, operator, values);
    }

    private static String any(String column, FieldDefinition field, String operator, List<String> values) {
        return values.stream()
                .map(value -> one(column, field, operator, value))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String one(String column, FieldDefinition field, String operator, String value) {
        String pattern = PATTERNS.get(operator);
        if (pattern != null && field.type().isText()) {
            String escaped = escape(value).replace("%", "\\%").replace("_", "\\_");
            return column + " LIKE '" + (operator.equals("contains") ? "%" : "") + escaped + "%'";
        }
        String comparison = COMPARISONS.get(operator);
        if (comparison == null) {
            throw Columns.invalid("the operator", operator);
        }
        return column + " " + comparison + " " + literal(field, value);
    }

    private static String literal(FieldDefinition field, String value) {
        if (value.isEmpty()) {
            return "null";
        }
        if (field.type().isText() || field.type().isId()) {
            return "'" + escape(value) + "'";
        }
        if (!value.matches("[0-9A-Za-z:.+_-]+")) {
            throw Columns.invalid("the value", value);
        }
        return value;
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }
}
