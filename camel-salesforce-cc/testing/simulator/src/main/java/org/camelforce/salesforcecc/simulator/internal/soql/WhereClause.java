package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/**
 * Writes a condition in SQL. SOQL has no third truth value: a field without a value is different from every value, so
 * below a negation each comparison is reduced to true or false. For one query only.
 */
final class WhereClause {

    private final Joins joins;
    private final OperandConverter operands;
    private final LocalDate today;
    private final List<Object> parameters = new ArrayList<>();

    WhereClause(Joins joins, OperandConverter operands, LocalDate today) {
        this.joins = joins;
        this.operands = operands;
        this.today = today;
    }

    List<Object> parameters() {
        return parameters;
    }

    String sql(Condition condition) {
        return sql(condition, false);
    }

    private String sql(Condition condition, boolean negated) {
        if (condition instanceof Condition.And and) {
            return joined(and.parts(), " AND ", negated);
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.parts(), " OR ", negated);
        }
        if (condition instanceof Condition.Not not) {
            return "NOT " + sql(not.part(), true);
        }
        String comparison = condition instanceof Condition.Comparison one
                ? comparison(one)
                : membership((Condition.Membership) condition);
        return negated ? "((" + comparison + ") IS TRUE)" : "(" + comparison + ")";
    }

    private String joined(List<Condition> parts, String operator, boolean negated) {
        return parts.stream().map(part -> sql(part, negated)).collect(Collectors.joining(operator, "(", ")"));
    }

    private String comparison(Condition.Comparison comparison) {
        Joins.Found found = filterable(comparison.field());
        check(comparison, found.field());
        String column = found.sql();
        Condition.Operator operator = comparison.operator();
        Literal literal = comparison.value();
        if (isNull(found.field(), literal)) {
            return isNullSql(comparison, column);
        }
        if (literal instanceof Literal.Relative relative) {
            return span(comparison, found, relative.unit().on(today, relative.count()));
        }
        if (operator == Condition.Operator.LIKE) {
            operands.value(comparison.field(), found.field(), literal);
            return column + " LIKE " + parameter(((Literal.Text) literal).pattern()) + " ESCAPE '\\'";
        }
        String sql = column + " " + operator.sql() + " "
                + parameter(operands.value(comparison.field(), found.field(), literal));
        return operator == Condition.Operator.NE ? sql + " OR " + column + " IS NULL" : sql;
    }

    private String isNullSql(Condition.Comparison comparison, String column) {
        return switch (comparison.operator()) {
            case EQ -> column + " IS NULL";
            case NE -> column + " IS NOT NULL";
            default ->
                throw operands.error(
                        comparison.field(), "INVALID_QUERY_FILTER_OPERATOR", "null is only equal or not equal");
        };
    }

    private String span(Condition.Comparison comparison, Joins.Found found, DateLiteral.Span span) {
        String column = found.sql();
        Object from = operands.dayStart(comparison.field(), found.field(), span.from());
        Object until = operands.dayStart(comparison.field(), found.field(), span.until());
        return switch (comparison.operator()) {
            case EQ -> column + " >= " + parameter(from) + " AND " + column + " < " + parameter(until);
            case NE ->
                column + " < " + parameter(from) + " OR " + column + " >= " + parameter(until) + " OR " + column
                        + " IS NULL";
            case LT -> column + " < " + parameter(from);
            case GE -> column + " >= " + parameter(from);
            case LE -> column + " < " + parameter(until);
            case GT -> column + " >= " + parameter(until);
            case LIKE -> throw new IllegalStateException("checked before");
        };
    }

    private String membership(Condition.Membership membership) {
        Joins.Found found = filterable(membership.field());
        String column = found.sql();
        List<String> values = new ArrayList<>();
        List<String> alternatives = new ArrayList<>();
        for (Literal literal : membership.values()) {
            if (isNull(found.field(), literal)) {
                alternatives.add(column + " IS NULL");
            } else if (literal instanceof Literal.Relative) {
                throw operands.error(
                        membership.field(), "MALFORMED_QUERY", "the simulator does not support date literals in lists");
            } else {
                values.add(parameter(operands.value(membership.field(), found.field(), literal)));
            }
        }
        if (!values.isEmpty()) {
            alternatives.add(column + " IN (" + String.join(", ", values) + ")");
        }
        return String.join(" OR ", alternatives);
    }

    private Joins.Found filterable(FieldPath path) {
        Joins.Found found = joins.find(path);
        if (!found.field().filterable()) {
            throw operands.error(
                    path, "INVALID_FIELD", "field '" + path.text() + "' can not be filtered in a query call");
        }
        return found;
    }

    private void check(Condition.Comparison comparison, FieldDefinition field) {
        boolean allowed =
                switch (comparison.operator()) {
                    case EQ, NE -> true;
                    case LIKE -> field.type().isText();
                    case LT, LE, GT, GE -> field.type() != FieldType.BOOLEAN;
                };
        if (!allowed) {
            throw operands.error(
                    comparison.field(),
                    "INVALID_QUERY_FILTER_OPERATOR",
                    "invalid operator on " + field.type().describeType() + " field");
        }
    }

    private static boolean isNull(FieldDefinition field, Literal literal) {
        return literal instanceof Literal.Null
                || literal instanceof Literal.Text text
                        && text.value().isEmpty()
                        && (field.type().isText() || field.type().isId());
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?";
    }
}
