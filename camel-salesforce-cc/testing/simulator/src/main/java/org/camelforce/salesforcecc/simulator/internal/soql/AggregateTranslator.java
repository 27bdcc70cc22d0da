package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Grouping;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.OrderBy;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * Translates queries whose rows are groups. Each combination of the expressions that ROLLUP and CUBE ask for is a query
 * of its own, and the whole is their union. For one query only.
 */
final class AggregateTranslator {

    private final Conditions conditions;
    private final SoqlQuery query;
    private final SObjectDefinition object;
    private final Grouping grouping;
    private final Joins joins;
    private final Terms terms;
    private final List<Object> parameters = new ArrayList<>();

    AggregateTranslator(Conditions conditions, SoqlQuery query, SObjectDefinition object) {
        this.conditions = conditions;
        this.query = query;
        this.object = object;
        this.grouping = query.grouping();
        this.joins = new Joins(conditions.schema(), query, object);
        this.terms = new Terms(query.text(), joins);
    }

    static boolean isAggregate(SoqlQuery query) {
        return !query.grouping().by().isEmpty()
                || query.select().stream()
                        .anyMatch(item -> item instanceof SelectItem.Value value
                                && AggregateTerms.isAggregate(value.expression()));
    }

    SqlQuery translate() {
        requireGroupable();
        if (grouping.by().isEmpty() && query.limit() != null) {
            throw terms.malformed(
                    values().get(0).expression(),
                    "Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
        }
        List<SqlQuery.Column> columns = columns();
        List<String> branches = combinations().stream().map(this::branch).toList();
        StringBuilder sql = new StringBuilder("SELECT ");
        sql.append(IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i)
                .reduce((a, b) -> a + ", " + b)
                .orElse(""));
        sql.append(" FROM (").append(String.join(" UNION ALL ", branches)).append(')');
        List<String> order = order();
        if (!order.isEmpty()) {
            sql.append(" ORDER BY ").append(String.join(", ", order));
        }
        sql.append(Conditions.limit(query, parameters));
        return new SqlQuery(
                object, SqlQuery.Shape.AGGREGATES, sql.toString(), parameters, List.of(), columns, List.of());
    }

    private List<SelectItem.Value> values() {
        List<SelectItem.Value> values = new ArrayList<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Value value) {
                values.add(value);
            } else if (item instanceof SelectItem.FieldSet set) {
                for (FieldDefinition field : Selection.fields(set, object)) {
                    FieldPath path = new FieldPath(
                            List.of(field.name()), query.from().path().at());
                    values.add(new SelectItem.Value(new Expression.Field(path), null));
                }
            } else {
                throw SoqlError.malformed(
                        query.text(),
                        query.from().path().at(),
                        "Grouped query cannot use child relationships in the SELECT list");
            }
        }
        return values;
    }

    private void requireGroupable() {
        for (Expression by : grouping.by()) {
            if (AggregateTerms.isAggregate(by) && !Terms.isDateFunction(by)) {
                throw terms.malformed(by, "Grouped field should not be aggregated: " + by.text());
            }
            if (!AggregateTerms.isGroupable(terms.of(by).field())) {
                throw terms.malformed(by, "field '" + by.text() + "' can not be grouped in a query call");
            }
        }
    }

    private List<SqlQuery.Column> columns() {
        AggregateTerms all = new AggregateTerms(terms, grouping.by(), grouping.by());
        List<SqlQuery.Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int unnamed = 0;
        for (SelectItem.Value value : values()) {
            Term term = all.selected(value.expression());
            String name = value.alias();
            if (name == null) {
                name = value.expression() instanceof Expression.Field
                        ? term.field().name()
                        : "expr" + unnamed++;
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw terms.malformed(value.expression(), "duplicate alias: " + name);
            }
            columns.add(new SqlQuery.Column(List.of(), name, term.field(), term.formatted()));
        }
        return columns;
    }

    /** Answers the combinations of expressions that make groups, that of all of them first. */
    private List<List<Expression>> combinations() {
        List<Expression> by = grouping.by();
        int size = by.size();
        return switch (grouping.kind()) {
            case PLAIN -> List.of(by);
            case ROLLUP ->
                IntStream.rangeClosed(0, size)
                        .mapToObj(without -> by.subList(0, size - without))
                        .toList();
            case CUBE ->
                IntStream.range(0, 1 << size)
                        .mapToObj(without -> IntStream.range(0, size)
                                .filter(i -> (without & 1 << i) == 0)
                                .mapToObj(by::get)
                                .toList())
                        .toList();
        };
    }

    /** Answers the query of one combination, with columns c0, c1, ... to answer and o0, o1, ... to sort by. */
    private String branch(List<Expression> present) {
        AggregateTerms aggregates = new AggregateTerms(terms, grouping.by(), present);
        List<String> outputs = new ArrayList<>();
        int index = 0;
        for (SelectItem.Value value : values()) {
            outputs.add(aggregates.selected(value.expression()).sql() + " AS c" + index++);
        }
        index = 0;
        for (OrderBy criterion : query.orderBy()) {
            Term term = Conditions.sortable(query, aggregates.sorted(criterion.by()));
            outputs.add(term.sql() + " AS o" + index++);
        }
        index = 0;
        for (Expression by : grouping.by()) {
            outputs.add(aggregates.group(by) + " AS g" + index);
            outputs.add((present.contains(by) ? "0" : "1") + " AS s" + index++);
        }
        outputs.add("COUNT(*) AS n");
        List<String> all = conditions.of(query, object, joins, terms::of, parameters);
        SoqlQuery.Condition having = grouping.having();
        String filter = having == null
                ? ""
                : " HAVING "
                        + conditions
                                .clause(query, object, aggregates::of, parameters)
                                .sql(having);
        return "SELECT " + String.join(", ", outputs) + joins.fromClause()
                + (all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all))
                + (present.isEmpty()
                        ? ""
                        : " GROUP BY "
                                + String.join(
                                        ", ",
                                        present.stream().map(aggregates::group).toList()))
                + filter;
    }

    /** Answers what to sort by: what the query says, then the groups, each combination after those with more. */
    private List<String> order() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < query.orderBy().size(); i++) {
            order.add("o" + i + Conditions.direction(query.orderBy().get(i)));
        }
        for (int i = 0; i < grouping.by().size(); i++) {
            order.add("s" + i);
            order.add("g" + i + " NULLS FIRST");
        }
        return order;
    }
}
