package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A query in SQL. Unless it is a count, a row consists of the id of its parent if it is a query of children, the ids of
 * its sources, and then its columns.
 *
 * @param object the object queried
 * @param shape what its rows are
 * @param sql the statement, with a question mark for each value
 * @param parameters the values in order
 * @param sources the records that a row is made of: the one found, then parents; empty unless rows are records
 * @param columns what was selected; empty for a count
 * @param children what was selected of the children of each row
 */
public record SqlQuery(
        SObjectDefinition object,
        Shape shape,
        String sql,
        List<Object> parameters,
        List<Source> sources,
        List<Column> columns,
        List<Child> children) {

    /** Copies the lists. */
    public SqlQuery {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
        children = List.copyOf(children);
    }

    /** What rows are. */
    public enum Shape {
        /** There is one, with one number. */
        COUNT,
        /** Records. */
        RECORDS,
        /** Groups of records, and what was computed of them. */
        AGGREGATES
    }

    /**
     * A record that contributes to a row.
     *
     * @param path relationships that lead to it, nearest first; empty for the record found
     * @param object what it is
     */
    public record Source(List<String> path, SObjectDefinition object) {}

    /**
     * A value.
     *
     * @param path relationships that lead to its record
     * @param name what it is called in the answer; empty for a parent of which nothing is answered
     * @param field the field, or one of the value's type
     * @param formatted whether it is answered as people read it
     */
    public record Column(List<String> path, String name, FieldDefinition field, boolean formatted) {}

    /**
     * The children of a row.
     *
     * @param name the relationship
     * @param query the query that finds the children of all rows
     * @param limit greatest number of children of a row; null for no limit
     * @param offset number of children of a row to skip
     */
    public record Child(String name, SqlQuery query, @Nullable Integer limit, int offset) {}
}
