package org.camelforce.salesforcecc.simulator.internal.bulk;

import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * The errors of the Bulk APIs (Bulk API 2.0 and Bulk API Developer Guide, "Errors"). They are called by the names that
 * Bulk API 1.0 has for them, and Bulk API 2.0 writes those in capitals.
 */
enum BulkError {
    CLIENT_INPUT_ERROR("ClientInputError"),
    EXCEEDED_QUOTA("ExceededQuota"),
    INVALID_BATCH("InvalidBatch"),
    INVALID_ENTITY("InvalidEntity"),
    INVALID_JOB("InvalidJob"),
    INVALID_JOB_STATE("InvalidJobState"),
    INVALID_OPERATION("InvalidOperation"),
    INVALID_URL("InvalidUrl"),
    INVALID_VERSION("InvalidVersion");

    private final String text;

    BulkError(String text) {
        this.text = text;
    }

    /** The name in Bulk API 1.0. */
    String text() {
        return text;
    }

    /** What fails a job or a batch as a whole, in the words of its message. */
    String message(String why) {
        return text + " : " + why;
    }

    ApiException because(String message) {
        return new ApiException(400, text, message);
    }
}
