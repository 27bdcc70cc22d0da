package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.execution.ResultPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * What one request may ask (GraphQL API Developer Guide, "GraphQL API Query Limitations"). Salesforce does not document
 * how many records all children of all parents may be; without a limit, a short request could ask for all atoms.
 */
final class QueryBudget {

    private static final int MAX_SUBQUERIES = 10;
    private static final int MAX_RECORDS = 50_000;

    private final Set<List<String>> subqueries = new HashSet<>();
    private int records;

    /** Counts a connection once, for however many parents it is queried. */
    synchronized void begin(ResultPath connection) {
        subqueries.add(connection.getKeysOnly());
        if (subqueries.size() > MAX_SUBQUERIES) {
            throw exceeded("A query can contain up to " + MAX_SUBQUERIES + " subqueries");
        }
    }

    synchronized void use(int rows) {
        records += rows;
        if (records > MAX_RECORDS) {
            throw exceeded("A query can return up to " + MAX_RECORDS + " records");
        }
    }

    private static ApiException exceeded(String message) {
        return new ApiException(400, "LIMIT_EXCEEDED", message);
    }
}
