package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * A row that a client sent.
 *
 * @param values its values as they were written, in the order of the columns; empty for rows that have none
 * @param fields the values by field
 * @param problem why it cannot be a record; null if nothing is wrong yet
 */
record InputRow(List<String> values, ObjectNode fields, @Nullable ApiException problem) {}
