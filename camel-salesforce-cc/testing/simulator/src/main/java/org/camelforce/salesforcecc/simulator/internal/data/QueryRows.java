package org.camelforce.salesforcecc.simulator.internal.data;

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

    /** @throws IllegalArgumentException if there are not as many origins as rows */
    public QueryRows {
        if (rows.size() != origins.size()) {
            throw new IllegalArgumentException(rows.size() + " rows have " + origins.size() + " origins");
        }
    }
}
