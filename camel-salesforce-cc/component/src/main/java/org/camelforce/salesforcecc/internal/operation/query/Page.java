package org.camelforce.salesforcecc.internal.operation.query;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query.
 *
 * @param records objects of a user's class, or maps for aggregates
 * @param totalSize how many records all pages have
 * @param next where the next page is, null for the last one
 */
record Page(List<?> records, int totalSize, @Nullable String next) {

    /**
     * @param page as it was read
     * @throws IOException if it is none, or does not say whether it is the last one
     */
    static Page of(Object page) throws IOException {
        if (page instanceof AbstractQueryRecordsBase<?> records) {
            return of(records.getRecords(), records.getTotalSize(), records.getDone(), records.getNextRecordsUrl());
        }
        if (page instanceof Map<?, ?> map) {
            return of(map.get("records"), map.get("totalSize"), map.get("done"), map.get("nextRecordsUrl"));
        }
        throw new IOException("it is no page of a query");
    }

    private static Page of(
            @Nullable Object records, @Nullable Object totalSize, @Nullable Object done, @Nullable Object next)
            throws IOException {
        if (!(records instanceof List<?> list) || !(done instanceof Boolean isLast)) {
            throw new IOException("it has no " + (done instanceof Boolean ? "records" : "done"));
        }
        if (!isLast && !(next instanceof String)) {
            throw new IOException("it has no nextRecordsUrl, although it is not the last page");
        }
        return new Page(list, totalSize instanceof Number size ? size.intValue() : 0, isLast ? null : (String) next);
    }
}
