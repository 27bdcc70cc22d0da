package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * A query in SQL. Unless it is a count, a row consists of the ids of its sources and then of its columns.
 *
 * @param object the object queried
 * @param count whether the answer is one number
 * @param sql the statement, with a question mark for each value
 * @param parameters the values in order
 * @param sources the records that a row is made of: the one found, then parents; empty for a count
 * @param columns what was selected; empty for a count
 */
public record SqlQuery(
        SObjectDefinition object,
        boolean count,
        String sql,
        List<Object> parameters,
        List<Source> sources,
        List<Column> columns) {

    /** Copies the lists. */
    public SqlQuery {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
    }

    /**
     * A record that contributes to a row.
     *
     * @param path relationships that lead to it, nearest first; empty for the record found
     * @param object what it is
     */
    public record Source(List<String> path, SObjectDefinition object) {}

    /**
     * A field of a source.
     *
     * @param path relationships that lead to its record
     * @param field the field
     */
    public record Column(List<String> path, FieldDefinition field) {}
}
