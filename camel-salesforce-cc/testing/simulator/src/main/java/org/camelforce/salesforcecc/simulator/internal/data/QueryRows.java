package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Everything that a query found; paging is the caller's.
 *
 * @param totalSize number of rows, or the count itself for {@code SELECT COUNT() FROM ...}, which has no rows
 * @param rows selected fields in the order of the select list, parent fields nested, no {@code attributes} yet; under
 *     the name of a relationship to children an array of their rows, or null if there are none
 * @param type the object queried, or {@value #AGGREGATE_RESULT}
 * @param origins for each row the records that it is made of, whether or not their ids were selected: under the empty
 *     text the record found, under {@code Account} or {@code Account.Owner} a parent; parents that are absent are left
 *     out
 * @param children for each row what its subqueries found, by the relationship
 */
public record QueryRows(
        int totalSize,
        List<ObjectNode> rows,
        String type,
        List<Map<String, RecordRef>> origins,
        List<Map<String, QueryRows>> children) {

    /** The type of rows that are groups of records. */
    public static final String AGGREGATE_RESULT = "AggregateResult";

    /** @throws IllegalArgumentException if there are not as many origins and children as rows */
    public QueryRows {
        if (rows.size() != origins.size() || rows.size() != children.size()) {
            throw new IllegalArgumentException(
                    rows.size() + " rows have " + origins.size() + " origins and " + children.size() + " children");
        }
    }

    /**
     * Rows without children.
     *
     * @param totalSize number of rows, or the count
     * @param rows selected fields
     * @param type the object queried
     * @param origins for each row the records that it is made of
     */
    public QueryRows(int totalSize, List<ObjectNode> rows, String type, List<Map<String, RecordRef>> origins) {
        this(totalSize, rows, type, origins, Collections.nCopies(rows.size(), Map.of()));
    }
}
