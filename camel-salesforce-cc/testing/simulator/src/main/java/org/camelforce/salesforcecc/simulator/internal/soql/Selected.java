package org.camelforce.salesforcecc.simulator.internal.soql;

/**
 * A value of a row.
 *
 * @param column what it is
 * @param sql how the database finds it
 */
record Selected(SqlQuery.Column column, String sql) {

    static Selected of(Term term, String name) {
        return new Selected(new SqlQuery.Column(term.path(), name, term.field(), term.formatted()), term.sql());
    }
}
