package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Where semi-joins and anti-joins are allowed (SOQL and SOSL Reference, "Comparison Operators"). */
final class SemiJoinRules {

    private static final int MAX_JOINS = 2;

    private SemiJoinRules() {}

    static void check(SoqlQuery query) {
        Condition where = query.where();
        if (where == null) {
            return;
        }
        List<Condition> top = where instanceof Condition.And and ? and.parts() : List.of(where);
        int joins = 0;
        for (Condition part : top) {
            if (part instanceof Condition.SemiJoin join) {
                joins++;
                check(query, join);
            } else {
                Condition.SemiJoin inside = inside(part).findFirst().orElse(null);
                if (inside != null) {
                    throw malformed(
                            query,
                            inside,
                            part == where && part instanceof Condition.Or
                                    ? "Semi join sub-selects are not allowed with the 'OR' operator"
                                    : part instanceof Condition.Not
                                            ? "Semi join sub-selects are not allowed with the 'NOT' operator"
                                            : "Semi join sub-selects are only allowed at the top level WHERE expressions"
                                                    + " and not in nested WHERE expressions.");
                }
            }
        }
        if (joins > MAX_JOINS) {
            throw malformed(query, last(top), "Maximum " + MAX_JOINS + " semi join sub-selects are allowed");
        }
    }

    /** Answers what the query of a semi-join selects. */
    static Term selected(SoqlQuery query, Term left, SObjectDefinition outer, SObjectDefinition inner, Terms terms) {
        if (!left.field().type().isId() || !left.path().isEmpty()) {
            throw terms.malformed(
                    left.expression(),
                    "The left operand field in the where expression for outer query should be an id field, cannot use: '"
                            + left.text() + "'");
        }
        Expression selected = query.select().size() == 1 && query.select().get(0) instanceof SelectItem.Value value
                ? value.expression()
                : null;
        if (selected == null) {
            throw SoqlError.malformed(
                    query.text(), query.from().path().at(), "Semi join sub-selects can only select one field");
        }
        Term found = terms.of(selected);
        if (!found.field().type().isId()) {
            throw terms.malformed(
                    selected, "Semi join sub-selects can only query id fields, cannot use: '" + found.text() + "'");
        }
        if (!found.path().isEmpty() || !objectOf(left, outer).equals(objectOf(found, inner))) {
            throw terms.malformed(
                    left.expression(),
                    "The selected field '" + found.text() + "' in the subquery and the left operand field in the where"
                            + " expression in the outer query '" + left.text()
                            + "' should point to the same object type");
        }
        return found;
    }

    private static String objectOf(Term id, SObjectDefinition object) {
        return id.field().type() == FieldType.ID
                ? object.name()
                : String.valueOf(id.field().referenceTo());
    }

    private static void check(SoqlQuery query, Condition.SemiJoin join) {
        if (inside(join.query().where()).findAny().isPresent()) {
            throw malformed(query, join, "Nesting of semi join sub-selects is not supported");
        }
        if (join.query().objectName().equalsIgnoreCase(query.objectName())) {
            throw malformed(query, join, "The inner and outer selects should not be on the same object type");
        }
    }

    private static Stream<Condition.SemiJoin> inside(@Nullable Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().flatMap(SemiJoinRules::inside);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(SemiJoinRules::inside);
        }
        if (condition instanceof Condition.Not not) {
            return inside(not.part());
        }
        return condition instanceof Condition.SemiJoin join ? Stream.of(join) : Stream.empty();
    }

    private static Condition.SemiJoin last(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(SemiJoinRules::inside)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static ApiException malformed(SoqlQuery query, Condition.SemiJoin join, String message) {
        return SoqlError.malformed(query.text(), join.left().at(), message);
    }
}
