package org.camelforce.salesforcecc.simulator.internal.soql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/**
 * Fields, and functions of single values (SOQL and SOSL Reference, "Date Functions", "Location-Based SOQL Queries",
 * "toLabel()", "convertCurrency()" and "FORMAT()"). Times are those of GMT, the org has one currency, fiscal years are
 * calendar years, and labels of picklist values are the values. For one query only.
 */
final class Terms {

    private static final String DAY_ONLY = "DAY_ONLY";
    private static final String DISTANCE = "DISTANCE";
    private static final String HOUR_IN_DAY = "HOUR_IN_DAY";
    private static final Map<String, String> DATE_FUNCTIONS = Map.ofEntries(
            Map.entry("CALENDAR_MONTH", "EXTRACT(MONTH FROM %s)"),
            Map.entry("CALENDAR_QUARTER", "EXTRACT(QUARTER FROM %s)"),
            Map.entry("CALENDAR_YEAR", "EXTRACT(YEAR FROM %s)"),
            Map.entry("DAY_IN_MONTH", "EXTRACT(DAY FROM %s)"),
            Map.entry("DAY_IN_WEEK", "(MOD(EXTRACT(ISO_DAY_OF_WEEK FROM %s), 7) + 1)"),
            Map.entry("DAY_IN_YEAR", "EXTRACT(DAY_OF_YEAR FROM %s)"),
            Map.entry(DAY_ONLY, "CAST(%s AS DATE)"),
            Map.entry("FISCAL_MONTH", "EXTRACT(MONTH FROM %s)"),
            Map.entry("FISCAL_QUARTER", "EXTRACT(QUARTER FROM %s)"),
            Map.entry("FISCAL_YEAR", "EXTRACT(YEAR FROM %s)"),
            Map.entry(HOUR_IN_DAY, "EXTRACT(HOUR FROM %s)"),
            Map.entry("WEEK_IN_MONTH", "((EXTRACT(DAY FROM %s) - 1) / 7 + 1)"),
            Map.entry("WEEK_IN_YEAR", "((EXTRACT(DAY_OF_YEAR FROM %s) - 1) / 7 + 1)"));
    private static final Map<String, String> EARTH_RADIUS = Map.of("mi", "3958.761", "km", "6371.009");
    private static final FieldDefinition WHOLE_NUMBER = FieldDefinition.of("Expression", FieldType.INT);
    private static final FieldDefinition DAY = FieldDefinition.of("Expression", FieldType.DATE);
    private static final FieldDefinition NUMBER = FieldDefinition.of("Expression", FieldType.DOUBLE);

    private final String text;
    private final Joins joins;

    Terms(String text, Joins joins) {
        this.text = text;
        this.joins = joins;
    }

    /** @return whether the function is one of those of dates, which queries group by */
    static boolean isDateFunction(Expression expression) {
        return expression instanceof Expression.Call call && DATE_FUNCTIONS.containsKey(call.name());
    }

    /** What a select list may have. */
    Term selected(Expression expression) {
        if (expression instanceof Expression.Call call) {
            switch (call.name()) {
                case "FORMAT" -> {
                    Term inner = selected(only(call));
                    return new Term(call, inner.sql(), inner.path(), inner.field(), true);
                }
                case "CONVERTCURRENCY" -> {
                    Term inner = of(only(call));
                    if (inner.field().type() != FieldType.CURRENCY) {
                        throw malformed(call, "convertCurrency() takes a currency field: " + inner.text());
                    }
                    return new Term(call, inner.sql(), inner.path(), inner.field(), false);
                }
                default -> {
                    return of(expression);
                }
            }
        }
        return of(expression);
    }

    /** What the other clauses may have. */
    Term of(Expression expression) {
        if (expression instanceof Expression.Field field) {
            Joins.Found found = joins.find(field.path());
            return new Term(expression, found.sql(), found.path(), found.field(), false);
        }
        if (expression instanceof Expression.Call call) {
            if (DATE_FUNCTIONS.containsKey(call.name())) {
                return date(call);
            }
            if (call.name().equals("TOLABEL")) {
                Term inner = of(only(call));
                return new Term(call, inner.sql(), inner.path(), inner.field(), false);
            }
            if (call.name().equals(DISTANCE)) {
                return distance(call);
            }
        }
        throw malformed(expression, "unexpected expression: " + expression.text());
    }

    private Term date(Expression.Call call) {
        Expression argument = only(call);
        if (argument instanceof Expression.Call zone && zone.name().equals("CONVERTTIMEZONE")) {
            argument = only(zone);
            requireType(zone, of(argument), FieldType.DATETIME);
        }
        Term inner = of(argument);
        String name = call.name();
        if (name.equals(DAY_ONLY) || name.equals(HOUR_IN_DAY)) {
            requireType(call, inner, FieldType.DATETIME);
        } else {
            requireType(call, inner, FieldType.DATE, FieldType.DATETIME);
        }
        String sql = String.format(DATE_FUNCTIONS.getOrDefault(name, "%s"), inner.sql());
        return new Term(call, sql, name.equals(DAY_ONLY) ? DAY : WHOLE_NUMBER);
    }

    private void requireType(Expression.Call call, Term argument, FieldType... types) {
        if (!List.of(types).contains(argument.field().type())) {
            throw malformed(call, "field " + argument.text() + " does not support the function " + call.name());
        }
    }

    private Term distance(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        if (arguments.size() != 3
                || !(arguments.get(0) instanceof Expression.Field place)
                || !(arguments.get(1) instanceof Expression.Call geolocation)
                || !geolocation.name().equals("GEOLOCATION")
                || geolocation.arguments().size() != 2
                || !(arguments.get(2) instanceof Expression.Constant unit)
                || !(unit.literal() instanceof Literal.Text unitText)
                || !EARTH_RADIUS.containsKey(unitText.value())) {
            throw malformed(call, "DISTANCE takes a location, GEOLOCATION(latitude, longitude), and 'mi' or 'km'");
        }
        String latitude = joins.find(part(place.path(), "Latitude")).sql();
        String longitude = joins.find(part(place.path(), "Longitude")).sql();
        String toLatitude = degrees(geolocation.arguments().get(0), 90);
        String toLongitude = degrees(geolocation.arguments().get(1), 180);
        String haversine = "POWER(SIN(RADIANS(" + toLatitude + " - " + latitude + ") / 2), 2) + COS(RADIANS(" + latitude
                + ")) * COS(RADIANS(" + toLatitude + ")) * POWER(SIN(RADIANS(" + toLongitude + " - " + longitude
                + ") / 2), 2)";
        String sql = "(2 * " + EARTH_RADIUS.get(unitText.value()) + " * ASIN(SQRT(LEAST(1, " + haversine + "))))";
        return new Term(call, sql, NUMBER);
    }

    /** The field of one coordinate: {@code BillingLatitude} of BillingAddress, {@code X__Latitude__s} of X__c. */
    private static FieldPath part(FieldPath place, String coordinate) {
        String name = place.field();
        List<String> names =
                new ArrayList<>(place.names().subList(0, place.names().size() - 1));
        if (name.endsWith("__c")) {
            names.add(name.substring(0, name.length() - 1) + coordinate + "__s");
        } else {
            names.add(name.replaceFirst("(?i)Address$", "") + coordinate);
        }
        return new FieldPath(names, place.at());
    }

    private String degrees(Expression expression, int max) {
        if (expression instanceof Expression.Constant constant
                && constant.literal() instanceof Literal.Numeric number
                && number.value().abs().compareTo(BigDecimal.valueOf(max)) <= 0) {
            return "(" + number.value().toPlainString() + ")";
        }
        throw malformed(expression, "invalid coordinate: " + expression.text());
    }

    private Expression only(Expression.Call call) {
        if (call.arguments().size() != 1) {
            throw malformed(call, "the function " + call.name() + " takes one argument");
        }
        return call.arguments().get(0);
    }

    ApiException malformed(Expression expression, String message) {
        return SoqlError.malformed(text, expression.at(), message);
    }
}
