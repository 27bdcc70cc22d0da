package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.OrderBy;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * Which records a query is about, in SQL.
 *
 * @param schema what names mean
 * @param objects finds the object of a query
 * @param today the day that date literals are relative to
 * @param asked who asks for what
 */
record Conditions(Schema schema, Function<SoqlQuery, SObjectDefinition> objects, LocalDate today, QueryScope asked) {

    /** Answers conditions that all have to hold, and adds their values to the parameters. */
    List<String> of(
            SoqlQuery query,
            SObjectDefinition object,
            Joins joins,
            Function<Expression, Term> terms,
            List<Object> parameters) {
        List<String> all = new ArrayList<>();
        if (!asked.includeDeleted()) {
            object.field("IsDeleted")
                    .ifPresent(deleted -> all.add("NOT " + joins.own(deleted).sql()));
        }
        if (query.from().mine()) {
            FieldDefinition owner = object.field("OwnerId")
                    .orElseThrow(() -> SoqlError.malformed(
                            query.text(),
                            query.from().path().at(),
                            "entity type " + object.name() + " does not support the scope mine"));
            all.add(joins.own(owner).sql() + " = ?");
            parameters.add(asked.userId());
        }
        SoqlQuery.Condition where = query.where();
        if (where != null) {
            SemiJoinRules.check(query);
            all.add(clause(query, object, terms, parameters).sql(where));
        }
        return all;
    }

    WhereClause clause(
            SoqlQuery query, SObjectDefinition object, Function<Expression, Term> terms, List<Object> parameters) {
        WhereClause.SemiJoins semiJoins = (left, inner, values) -> semiJoin(object, left, inner, values);
        return new WhereClause(terms, new OperandConverter(query.text()), today, semiJoins, parameters);
    }

    private String semiJoin(SObjectDefinition outer, Term left, SoqlQuery query, List<Object> parameters) {
        SObjectDefinition object = objects.apply(query);
        Joins joins = new Joins(schema, query, object);
        Terms terms = new Terms(query.text(), joins);
        Term found = SemiJoinRules.selected(query, left, outer, object, terms);
        List<String> all = of(query, object, joins, terms::of, parameters);
        all.add(found.sql() + " IS NOT NULL");
        return "SELECT " + found.sql() + joins.fromClause() + " WHERE " + String.join(" AND ", all);
    }

    static Term sortable(SoqlQuery query, Term term) {
        if (!term.field().filterable()) {
            throw SoqlError.malformed(
                    query.text(), term.at(), "field '" + term.text() + "' can not be sorted in a query call");
        }
        return term;
    }

    static String direction(OrderBy criterion) {
        return (criterion.descending() ? " DESC" : " ASC") + (criterion.nullsLast() ? " NULLS LAST" : " NULLS FIRST");
    }

    static String limit(SoqlQuery query, List<Object> parameters) {
        StringBuilder sql = new StringBuilder();
        Integer limit = query.limit();
        if (limit != null) {
            sql.append(" LIMIT ?");
            parameters.add(limit);
        }
        if (query.offset() > 0) {
            sql.append(" OFFSET ?");
            parameters.add(query.offset());
        }
        return sql.toString();
    }
}
