package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.util.Arrays;
import java.util.Optional;

/** What a job does (Bulk API 2.0 and Bulk API Developer Guide, "Create a Job"). */
enum Operation {
    INSERT("insert"),
    UPDATE("update"),
    UPSERT("upsert"),
    DELETE("delete"),
    HARD_DELETE("hardDelete"),
    QUERY("query"),
    QUERY_ALL("queryAll");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isQuery() {
        return this == QUERY || this == QUERY_ALL;
    }

    static Optional<Operation> find(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(text))
                .findFirst();
    }
}
