package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/**
 * What a query with groups may select, filter and sort by: what it groups by, and functions of groups (SOQL and SOSL
 * Reference, "Aggregate Functions", "Support for Field Types in Aggregate Functions"). For one combination of the
 * expressions that make groups; the others have no value there.
 */
final class AggregateTerms {

    private static final String GROUPING = "GROUPING";
    private static final Set<FieldType> NUMBERS =
            EnumSet.of(FieldType.INT, FieldType.DOUBLE, FieldType.CURRENCY, FieldType.PERCENT);
    private static final Set<FieldType> SORTED = EnumSet.complementOf(EnumSet.of(
            FieldType.BOOLEAN, FieldType.TEXTAREA, FieldType.MULTIPICKLIST, FieldType.ADDRESS, FieldType.BASE64));
    private static final Map<String, Set<FieldType>> AGGREGATES = Map.of(
            "AVG", NUMBERS, "SUM", NUMBERS, "MIN", SORTED, "MAX", SORTED, "COUNT", SORTED, "COUNT_DISTINCT", SORTED);
    private static final FieldDefinition WHOLE_NUMBER = FieldDefinition.of("Expression", FieldType.INT);
    private static final FieldDefinition NUMBER = FieldDefinition.of("Expression", FieldType.DOUBLE);

    private final Terms terms;
    private final List<Expression> by;
    private final List<Expression> present;

    /**
     * @param by what the query groups by
     * @param present those of them that make the groups here
     */
    AggregateTerms(Terms terms, List<Expression> by, List<Expression> present) {
        this.terms = terms;
        this.by = by;
        this.present = present;
    }

    /** @return whether an expression makes a query one of groups */
    static boolean isAggregate(Expression expression) {
        return expression instanceof Expression.Call call
                && (AGGREGATES.containsKey(call.name())
                        || call.name().equals(GROUPING)
                        || call.arguments().stream().anyMatch(AggregateTerms::isAggregate)
                        || Terms.isDateFunction(call));
    }

    static boolean isGroupable(FieldDefinition field) {
        return field.filterable()
                && !field.type().isDecimal()
                && field.type() != FieldType.DATETIME
                && field.type() != FieldType.MULTIPICKLIST;
    }

    Term selected(Expression expression) {
        if (expression instanceof Expression.Call call
                && call.name().equals("FORMAT")
                && call.arguments().size() == 1) {
            Term inner = of(call.arguments().get(0));
            return new Term(call, inner.sql(), List.of(), inner.field(), true);
        }
        return of(expression);
    }

    Term of(Expression expression) {
        return find(expression, "Field must be grouped or aggregated: ");
    }

    Term sorted(Expression expression) {
        return find(expression, "Ordered field must be grouped or aggregated: ");
    }

    /** Answers the SQL of an expression that the query groups by: NULL where it makes no group. */
    String group(Expression expression) {
        return contains(present, expression) ? terms.of(expression).sql() : "NULL";
    }

    private Term find(Expression expression, String otherwise) {
        if (contains(by, expression)) {
            Term term = terms.of(expression);
            String sql = contains(present, expression) ? term.sql() : "NULL";
            return new Term(expression, sql, List.of(), term.field(), false);
        }
        if (expression instanceof Expression.Call call) {
            if (AGGREGATES.containsKey(call.name()) && call.arguments().size() == 1) {
                return aggregate(call, terms.of(call.arguments().get(0)));
            }
            if (call.name().equals(GROUPING) && call.arguments().size() == 1) {
                Expression argument = call.arguments().get(0);
                if (!contains(by, argument)) {
                    throw terms.malformed(argument, otherwise + argument.text());
                }
                return new Term(call, contains(present, argument) ? "0" : "1", WHOLE_NUMBER);
            }
        }
        terms.of(expression);
        throw terms.malformed(expression, otherwise + expression.text());
    }

    /** Whether one of them is the same field or function, even if it is written with the object's name or alias. */
    private boolean contains(List<Expression> expressions, Expression wanted) {
        if (expressions.stream().anyMatch(wanted::isSameAs)) {
            return true;
        }
        boolean aggregate = wanted instanceof Expression.Call call
                && (AGGREGATES.containsKey(call.name()) || call.name().equals(GROUPING));
        if (aggregate || wanted instanceof Expression.Constant) {
            return false;
        }
        String sql = terms.of(wanted).sql();
        return expressions.stream().anyMatch(one -> terms.of(one).sql().equals(sql));
    }

    private Term aggregate(Expression.Call call, Term argument) {
        String name = call.name();
        if (!AGGREGATES.getOrDefault(name, Set.of()).contains(argument.field().type())) {
            throw unsupported(call, argument);
        }
        return switch (name) {
            case "COUNT" -> new Term(call, "COUNT(" + argument.sql() + ")", WHOLE_NUMBER);
            case "COUNT_DISTINCT" -> new Term(call, "COUNT(DISTINCT " + argument.sql() + ")", WHOLE_NUMBER);
            case "AVG" -> new Term(call, "AVG(CAST(" + argument.sql() + " AS DOUBLE PRECISION))", NUMBER);
            case "SUM" -> new Term(call, "SUM(" + argument.sql() + ")", NUMBER);
            default -> new Term(call, name + "(" + argument.sql() + ")", argument.field());
        };
    }

    private ApiException unsupported(Expression.Call call, Term argument) {
        return terms.malformed(
                call, "field " + argument.text() + " does not support aggregate operator " + call.name());
    }
}
