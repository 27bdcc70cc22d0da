package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/**
 * Writes a condition in SQL. SOQL has no third truth value: a field without a value is different from every value, so
 * below a negation each comparison is reduced to true or false. For one query only.
 */
final class WhereClause {

    /** Writes the queries of semi-joins in SQL. */
    @FunctionalInterface
    interface SemiJoins {

        /** Answers the ids that the query finds as a query in SQL, and adds its values to the parameters. */
        String sql(Term left, SoqlQuery query, List<Object> parameters);
    }

    private final Function<Expression, Term> terms;
    private final OperandConverter operands;
    private final LocalDate today;
    private final SemiJoins semiJoins;
    private final List<Object> parameters;

    /** @param parameters what the values of the condition are added to, in the order in which the SQL has them */
    WhereClause(
            Function<Expression, Term> terms,
            OperandConverter operands,
            LocalDate today,
            SemiJoins semiJoins,
            List<Object> parameters) {
        this.terms = terms;
        this.operands = operands;
        this.today = today;
        this.semiJoins = semiJoins;
        this.parameters = parameters;
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
        String comparison = comparison(condition);
        return negated ? "((" + comparison + ") IS TRUE)" : "(" + comparison + ")";
    }

    private String joined(List<Condition> parts, String operator, boolean negated) {
        return parts.stream().map(part -> sql(part, negated)).collect(Collectors.joining(operator, "(", ")"));
    }

    private String comparison(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof Condition.Membership membership) {
            return membership(membership);
        }
        if (condition instanceof Condition.Includes includes) {
            return includes(includes);
        }
        Condition.SemiJoin join = (Condition.SemiJoin) condition;
        Term left = filterable(join.left());
        String found = left.sql() + " IN (" + semiJoins.sql(left, join.query(), parameters) + ")";
        return join.anti() ? "(" + found + ") IS NOT TRUE" : found;
    }

    private String comparison(Condition.Comparison comparison) {
        Term left = filterable(comparison.left());
        check(left, comparison.operator());
        String column = left.sql();
        Condition.Operator operator = comparison.operator();
        Literal literal = comparison.value();
        if (isNull(left.field(), literal)) {
            return isNullSql(left, operator);
        }
        if (literal instanceof Literal.Relative relative) {
            return span(left, operator, relative.unit().on(today, relative.count()));
        }
        if (operator == Condition.Operator.LIKE) {
            operands.value(left, literal);
            return "SOQL_LIKE(" + column + ", " + parameter(((Literal.Text) literal).pattern()) + ")";
        }
        String sql = column + " " + operator.sql() + " " + parameter(operands.value(left, literal));
        return operator == Condition.Operator.NE ? sql + " OR " + column + " IS NULL" : sql;
    }

    private String isNullSql(Term left, Condition.Operator operator) {
        String column = left.sql();
        return switch (operator) {
            case EQ -> column + " IS NULL";
            case NE -> column + " IS NOT NULL";
            default -> throw operands.error(left, "INVALID_QUERY_FILTER_OPERATOR", "null is only equal or not equal");
        };
    }

    private String span(Term left, Condition.Operator operator, DateLiteral.Span span) {
        String column = left.sql();
        Object from = operands.dayStart(left, span.from());
        Object until = operands.dayStart(left, span.until());
        return switch (operator) {
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
        Term left = filterable(membership.left());
        String column = left.sql();
        List<String> values = new ArrayList<>();
        List<String> alternatives = new ArrayList<>();
        for (Literal literal : membership.values()) {
            if (isNull(left.field(), literal)) {
                alternatives.add(column + " IS NULL");
            } else if (literal instanceof Literal.Relative) {
                throw operands.error(left, "MALFORMED_QUERY", "the simulator does not support date literals in lists");
            } else {
                values.add(parameter(operands.value(left, literal)));
            }
        }
        if (!values.isEmpty()) {
            alternatives.add(column + " IN (" + String.join(", ", values) + ")");
        }
        return String.join(" OR ", alternatives);
    }

    private String includes(Condition.Includes includes) {
        Term left = filterable(includes.left());
        if (left.field().type() != FieldType.MULTIPICKLIST) {
            throw operands.error(
                    left,
                    "INVALID_QUERY_FILTER_OPERATOR",
                    "includes operator is not valid on " + left.field().type().describeType() + " field");
        }
        List<String> alternatives = new ArrayList<>();
        for (Literal list : includes.lists()) {
            List<String> all = new ArrayList<>();
            for (String value : operands.value(left, list).toString().split(";")) {
                all.add("LOCATE(" + parameter(";" + value.strip().toLowerCase(Locale.ROOT) + ";") + ", LOWER(';' || "
                        + left.sql() + " || ';')) > 0");
            }
            alternatives.add("(" + String.join(" AND ", all) + ")");
        }
        return String.join(" OR ", alternatives);
    }

    private Term filterable(Expression expression) {
        Term term = terms.apply(expression);
        if (!term.field().filterable()) {
            throw operands.error(
                    term, "INVALID_FIELD", "field '" + term.text() + "' can not be filtered in a query call");
        }
        return term;
    }

    private void check(Term left, Condition.Operator operator) {
        FieldType type = left.field().type();
        boolean allowed =
                switch (operator) {
                    case EQ, NE -> true;
                    case LIKE -> type.isText();
                    case LT, LE, GT, GE -> type != FieldType.BOOLEAN;
                };
        if (!allowed) {
            throw operands.error(
                    left, "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on " + type.describeType() + " field");
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
