package org.camelforce.salesforcecc.simulator.internal.data;

import java.util.List;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * What a query selects.
 *
 * @param object the object queried
 * @param columns the fields in the order of the select list; none for a count
 */
public record QueryColumns(SObjectDefinition object, List<Column> columns) {

    /** Copies the list. */
    public QueryColumns {
        columns = List.copyOf(columns);
    }

    /**
     * A field.
     *
     * @param path relationships that lead to its record; empty for the record found
     * @param field the field
     */
    public record Column(List<String> path, FieldDefinition field) {}
}
