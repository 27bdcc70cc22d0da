package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;

/**
 * An expression in SQL.
 *
 * @param expression what is written in the query
 * @param sql the same in SQL
 * @param path relationships that lead to its record, in their declared spelling
 * @param field the field, or a field of the type that a function answers
 * @param formatted whether the value is answered as people read it
 */
record Term(Expression expression, String sql, List<String> path, FieldDefinition field, boolean formatted) {

    Term(Expression expression, String sql, FieldDefinition field) {
        this(expression, sql, List.of(), field, false);
    }

    Position at() {
        return expression.at();
    }

    String text() {
        return expression.text();
    }
}
