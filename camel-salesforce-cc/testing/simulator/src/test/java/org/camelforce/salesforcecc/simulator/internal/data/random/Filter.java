package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition, in SOQL and in plain Java. */
sealed interface Filter {

    String soql();

    boolean test(Row row);

    /** A field compared with a value; what has no value differs from every value. */
    record Compared(String path, String operator, @Nullable Object value) implements Filter {

        @Override
        public String soql() {
            return path + " " + operator + " " + Values.soql(value);
        }

        @Override
        public boolean test(Row row) {
            return holds(row.value(path), operator, value);
        }

        static boolean holds(@Nullable Object actual, String operator, @Nullable Object value) {
            if (value == null) {
                return operator.equals("=") == (actual == null);
            }
            if (actual == null) {
                return operator.equals("!=");
            }
            int order = Values.compare(actual, value);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** A field that has one of some values, or none of them. */
    record OneOf(String path, boolean not, List<Object> values) implements Filter {

        @Override
        public String soql() {
            return path
                    + (not ? " NOT IN " : " IN ")
                    + values.stream().map(Values::soql).collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public boolean test(Row row) {
            Object actual = row.value(path);
            return not != (actual != null && values.stream().anyMatch(value -> Values.compare(actual, value) == 0));
        }
    }

    /** A text that begins, ends or goes on in a way. */
    record Like(String path, boolean openStart, String text, boolean openEnd) implements Filter {

        @Override
        public String soql() {
            String escaped = Values.soql(text).replace("%", "\\%").replace("_", "\\_");
            return path + " LIKE '" + (openStart ? "%" : "") + escaped.substring(1, escaped.length() - 1)
                    + (openEnd ? "%" : "") + "'";
        }

        @Override
        public boolean test(Row row) {
            Object actual = row.value(path);
            String regex = (openStart ? ".*" : "") + Pattern.quote(text) + (openEnd ? ".*" : "");
            return actual != null
                    && Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                            .matcher(actual.toString())
                            .matches();
        }
    }

    /** A list that has all the values of one of some lists, or of none. */
    record Includes(String path, boolean not, List<List<String>> lists) implements Filter {

        @Override
        public String soql() {
            return path
                    + (not ? " EXCLUDES " : " INCLUDES ")
                    + lists.stream()
                            .map(list -> Values.soql(String.join(";", list)))
                            .collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public boolean test(Row row) {
            Object actual = row.value(path);
            List<String> has = actual == null
                    ? List.of()
                    : Arrays.asList(actual.toString().toLowerCase(Locale.ROOT).split(";"));
            return not != lists.stream().anyMatch(list -> has.containsAll(lower(list)));
        }

        private static List<String> lower(List<String> list) {
            return list.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        }
    }

    /** A part of a date compared with a number. */
    record DatePart(String path, Part part, String operator, int value) implements Filter {

        @Override
        public String soql() {
            return part.of(path) + " " + operator + " " + value;
        }

        @Override
        public boolean test(Row row) {
            return Compared.holds(part.of(row.value(path)), operator, value);
        }
    }

    /** A date that is today, this month or this year. */
    record During(String path, String literal, boolean not, LocalDate today) implements Filter {

        @Override
        public String soql() {
            return path + (not ? " != " : " = ") + literal;
        }

        @Override
        public boolean test(Row row) {
            Object actual = row.value(path);
            if (actual == null) {
                return not;
            }
            LocalDate day = actual instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) actual;
            boolean during =
                    switch (literal) {
                        case "TODAY" -> day.equals(today);
                        case "THIS_MONTH" -> day.withDayOfMonth(1).equals(today.withDayOfMonth(1));
                        default -> day.getYear() == today.getYear();
                    };
            return during != not;
        }
    }

    /** Two conditions, of which both hold, or one. */
    record Joined(Filter left, boolean both, Filter right) implements Filter {

        @Override
        public String soql() {
            return "(" + left.soql() + ")" + (both ? " AND " : " OR ") + "(" + right.soql() + ")";
        }

        @Override
        public boolean test(Row row) {
            return both ? left.test(row) && right.test(row) : left.test(row) || right.test(row);
        }
    }

    /** A condition that does not hold. */
    record Negated(Filter filter) implements Filter {

        @Override
        public String soql() {
            return "NOT (" + filter.soql() + ")";
        }

        @Override
        public boolean test(Row row) {
            return !filter.test(row);
        }
    }

    /** What is taken of a date. */
    enum Part {
        CALENDAR_YEAR,
        CALENDAR_QUARTER,
        CALENDAR_MONTH,
        DAY_IN_MONTH,
        DAY_IN_WEEK,
        DAY_IN_YEAR,
        WEEK_IN_YEAR;

        String of(String path) {
            return name() + "(" + path + ")";
        }

        @Nullable
        Integer of(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            LocalDate day = value instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) value;
            return switch (this) {
                case CALENDAR_YEAR -> day.getYear();
                case CALENDAR_QUARTER -> (day.getMonthValue() + 2) / 3;
                case CALENDAR_MONTH -> day.getMonthValue();
                case DAY_IN_MONTH -> day.getDayOfMonth();
                case DAY_IN_WEEK -> day.getDayOfWeek().getValue() % 7 + 1;
                case DAY_IN_YEAR -> day.getDayOfYear();
                case WEEK_IN_YEAR -> (day.getDayOfYear() + 6) / 7;
            };
        }
    }
}
