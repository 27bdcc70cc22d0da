package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.OrderBy;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Translates queries whose rows are records, with their children. For one query only. */
final class RecordTranslator {

    private static final int DEEPEST_CHILDREN = 5;

    /**
     * The rows whose children are queried.
     *
     * @param idsSql finds their ids
     * @param parameters the values in that
     * @param reference the children's field that refers to them
     * @param depth how many queries this one is inside of
     */
    private record Parents(String idsSql, List<Object> parameters, FieldDefinition reference, int depth) {}

    private final Conditions conditions;

    RecordTranslator(Conditions conditions) {
        this.conditions = conditions;
    }

    SqlQuery translate(SoqlQuery query, SObjectDefinition object) {
        return translate(query, object, null);
    }

    private SqlQuery translate(SoqlQuery query, SObjectDefinition object, @Nullable Parents parents) {
        Joins joins = new Joins(conditions.schema(), query, object);
        Terms terms = new Terms(query.text(), joins);
        List<SqlQuery.Column> columns = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (Selected selected : new Selection(query, object, joins, terms).all()) {
            columns.add(selected.column());
            outputs.add(selected.sql());
        }
        List<SqlQuery.Source> sources = joins.sources();
        outputs.addAll(0, joins.sourceIds());

        List<Object> parameters = new ArrayList<>();
        List<String> all = conditions.of(query, object, joins, terms::of, parameters);
        if (parents != null) {
            String reference = joins.own(parents.reference()).sql();
            outputs.add(0, reference);
            all.add(reference + " IN (" + parents.idsSql() + ")");
            parameters.addAll(parents.parameters());
        }
        String order = order(query, object, joins, terms);
        StringBuilder rest = new StringBuilder(joins.fromClause());
        if (!all.isEmpty()) {
            rest.append(" WHERE ").append(String.join(" AND ", all));
        }
        rest.append(order);
        if (parents == null) {
            rest.append(Conditions.limit(query, parameters));
        }
        if (query.isCount()) {
            String sql = "SELECT COUNT(*) FROM (SELECT t0.\"Id\"" + rest + ")";
            return new SqlQuery(object, SqlQuery.Shape.COUNT, sql, parameters, List.of(), List.of(), List.of());
        }
        String sql = "SELECT " + String.join(", ", outputs) + rest;
        int depth = parents == null ? 1 : parents.depth() + 1;
        List<SqlQuery.Child> children = children(query, object, "SELECT t0.\"Id\"" + rest, parameters, depth);
        return new SqlQuery(object, SqlQuery.Shape.RECORDS, sql, parameters, sources, columns, children);
    }

    private List<SqlQuery.Child> children(
            SoqlQuery query, SObjectDefinition object, String idsSql, List<Object> parameters, int depth) {
        List<SqlQuery.Child> children = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Children selected) {
                SoqlQuery inner = selected.query();
                requireRecords(inner, depth);
                ChildRelationships.Child child = relationship(inner, query, object);
                String name = String.valueOf(child.name());
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    throw new ApiException(400, "INVALID_FIELD", "duplicate field selected: " + name);
                }
                Parents parents = new Parents(idsSql, parameters, child.reference(), depth);
                children.add(new SqlQuery.Child(
                        name, translate(inner, child.object(), parents), inner.limit(), inner.offset()));
            }
        }
        return children;
    }

    private static void requireRecords(SoqlQuery inner, int depth) {
        if (inner.isCount() || AggregateTranslator.isAggregate(inner)) {
            throw SoqlError.malformed(
                    inner.text(), inner.from().path().at(), "only root queries support aggregate expressions");
        }
        if (depth >= DEEPEST_CHILDREN) {
            throw SoqlError.malformed(
                    inner.text(),
                    inner.from().path().at(),
                    "SOQL statements cannot query parent-to-child relationships of more than " + DEEPEST_CHILDREN
                            + " levels");
        }
    }

    private ChildRelationships.Child relationship(SoqlQuery inner, SoqlQuery outer, SObjectDefinition object) {
        List<String> names = inner.from().path().names();
        String first = names.get(0);
        boolean known = names.size() == 1
                || names.size() == 2
                        && (first.equalsIgnoreCase(object.name())
                                || first.equalsIgnoreCase(outer.from().alias()));
        return ChildRelationships.find(object, inner.objectName(), conditions.schema())
                .filter(child -> known)
                .orElseThrow(() -> SoqlError.at(
                        inner.text(),
                        inner.from().path().at(),
                        "INVALID_TYPE",
                        "Didn't understand relationship '"
                                + inner.from().path().text()
                                + "' in FROM part of query call. If you are attempting to use a custom relationship, be"
                                + " sure to append the '__r' after the custom relationship name. Please reference your"
                                + " WSDL or the describe call for the appropriate names."));
    }

    private static String order(SoqlQuery query, SObjectDefinition object, Joins joins, Terms terms) {
        List<String> criteria = new ArrayList<>();
        for (OrderBy criterion : query.orderBy()) {
            criteria.add(Conditions.sortable(query, terms.of(criterion.by())).sql() + Conditions.direction(criterion));
        }
        object.field("Id").ifPresent(id -> criteria.add(joins.own(id).sql() + " ASC"));
        return " ORDER BY " + String.join(", ", criteria);
    }
}
