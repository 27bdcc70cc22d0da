package org.camelforce.salesforcecc.simulator.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Everything that a query found; paging is the caller's.
 *
 * @param totalSize number of rows, or the count itself for {@code SELECT COUNT() FROM ...}, which has no rows
 * @param rows selected fields in the order of the select list, parent fields nested, no {@code attributes} yet
 * @param type the object queried
 */
public record QueryRows(int totalSize, List<ObjectNode> rows, String type) {}
