package org.camelforce.salesforcecc.simulator.internal.bulk;

import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param id the record's id; empty if there is none
 * @param created whether the record was created
 * @param error why it failed; null if it did not
 */
record RowOutcome(String id, boolean created, @Nullable ApiException error) {

    static RowOutcome failed(String id, ApiException error) {
        return new RowOutcome(id, false, error);
    }

    boolean isSuccess() {
        return error == null;
    }

    /** The error as the result files have it: code, message and fields. */
    String errorText() {
        if (error == null) {
            return "";
        }
        String fields = String.join(" ", error.fields());
        return error.errorCode() + ":" + error.getMessage() + ":" + fields + (fields.isEmpty() ? "--" : " --");
    }
}
