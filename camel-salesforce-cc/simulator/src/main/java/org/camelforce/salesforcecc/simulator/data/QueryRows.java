package org.camelforce.salesforcecc.simulator.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Everything that a query found; paging is the caller's.
 *
 * @param totalSize number of rows, or the count itself for {@code SELECT COUNT() FROM ...}, which has no rows
 * @param rows selected fields in the order of the select list, parent fields nested, no {@code attributes} yet
 * @param type the object queried
 * @param origins for each row the records that it is made of, whether or not their ids were selected: under the empty
 *     text the record found, under {@code Account} or {@code Account.Owner} a parent; parents that are absent are left
 *     out
 */
public record QueryRows(int totalSize, List<ObjectNode> rows, String type, List<Map<String, RecordRef>> origins) {

    /**
     * Rows whose origins are unknown.
     *
     * @param totalSize number of rows
     * @param rows selected fields
     * @param type the object queried
     */
    public QueryRows(int totalSize, List<ObjectNode> rows, String type) {
        this(totalSize, rows, type, List.of());
    }
}
