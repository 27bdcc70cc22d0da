package org.camelforce.salesforcecc.simulator.internal.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Writes filters as SOQL conditions (GraphQL API Developer Guide, "Boolean Operators"). */
final class WhereText {

    private final ObjectNames names;

    WhereText(ObjectNames names) {
        this.names = names;
    }

    /** The conditions of a filter, all of which must hold. */
    List<String> conditions(SObjectDefinition object, Map<?, ?> filter) {
        return conditions(object, filter, "");
    }

    /** One text of some conditions; empty if there are none. */
    static String all(List<String> conditions) {
        return String.join(" AND ", conditions);
    }

    private List<String> conditions(SObjectDefinition object, Map<?, ?> filter, String path) {
        List<String> conditions = new ArrayList<>();
        filter.forEach((key, value) -> {
            if (value instanceof List<?> parts) {
                String joined =
                        String.join(" " + key.toString().toUpperCase(Locale.ROOT) + " ", texts(object, parts, path));
                if (!joined.isEmpty()) {
                    conditions.add("(" + joined + ")");
                }
            } else if (value instanceof Map<?, ?> part) {
                conditions.addAll(part(object, key.toString(), part, path));
            }
        });
        return conditions;
    }

    private List<String> texts(SObjectDefinition object, List<?> parts, String path) {
        return parts.stream()
                .filter(Objects::nonNull)
                .map(part -> all(conditions(object, (Map<?, ?>) part, path)))
                .filter(text -> !text.isEmpty())
                .map(text -> "(" + text + ")")
                .toList();
    }

    private List<String> part(SObjectDefinition object, String name, Map<?, ?> part, String path) {
        if (name.equals("not")) {
            String negated = all(conditions(object, part, path));
            return negated.isEmpty() ? List.of() : List.of("(NOT (" + negated + "))");
        }
        if (name.equals(ObjectNames.ID)) {
            return comparisons(path + name, ValueType.ID, part);
        }
        FieldDefinition field = ObjectNames.values(object).get(name);
        if (field != null) {
            return comparisons(path + name, ValueType.of(field).orElseThrow(), part);
        }
        return conditions(names.parent(object, name).orElseThrow(), part, path + name + ".");
    }

    private static List<String> comparisons(String path, ValueType type, Map<?, ?> operators) {
        return FilterOperator.of(type).stream()
                .filter(operator -> operators.containsKey(operator.key()))
                .flatMap(operator -> comparison(path, type, operator, operators.get(operator.key())))
                .toList();
    }

    private static Stream<String> comparison(
            String path, ValueType type, FilterOperator operator, @Nullable Object value) {
        if (operator.isList()) {
            return value instanceof List<?> values ? Stream.of(membership(path, type, operator, values)) : Stream.of();
        }
        String literal = operator == FilterOperator.LIKE ? SoqlLiterals.pattern(value) : SoqlLiterals.of(type, value);
        return Stream.of(path + " " + operator.soql() + " " + literal);
    }

    private static String membership(String path, ValueType type, FilterOperator operator, List<?> values) {
        if (values.isEmpty()) {
            boolean all = operator == FilterOperator.NIN || operator == FilterOperator.EXCLUDES;
            return ObjectNames.ID + (all ? " != " : " = ") + "NULL";
        }
        return path + " " + operator.soql() + " " + SoqlLiterals.list(type, values);
    }
}
