package org.camelforce.salesforcecc.internal.operation;

import java.util.List;

/**
 * What an endpoint says about bodies that are not kept in memory.
 *
 * @param streaming whether the route reads the body of an answer while it arrives
 * @param streamQueryReadAhead whether a page of a query is asked for before its records are wanted
 * @param maxBufferedUpload how many bytes of a body are taken into memory, if it is a stream that can be read once
 */
public record StreamOptions(boolean streaming, boolean streamQueryReadAhead, int maxBufferedUpload) {

    /** The largest upload that Salesforce takes (Bulk API 2.0 and Bulk API Developer Guide, "Upload Job Data"). */
    public static final int MAX_BUFFERED_UPLOAD = 150_000_000;

    /** What holds if an endpoint says nothing. */
    public static final StreamOptions DEFAULTS = new StreamOptions(false, false, MAX_BUFFERED_UPLOAD);

    private static final List<String> QUERIES = List.of("query", "queryAll");
    private static final List<String> UPLOADS = List.of(
            "createSObject",
            "updateSObject",
            "upsertSObject",
            "apexCall",
            "composite",
            "raw",
            "createBatch",
            "bulk2CreateBatch");
    private static final List<String> STREAMING = List.of("getBlobField", "raw");

    /**
     * @param operation of the endpoint
     * @throws IllegalArgumentException if an option cannot work or is for other operations; the message names it
     */
    public void check(String operation) {
        if (streaming) {
            require("streaming", STREAMING, operation);
        }
        if (streamQueryReadAhead) {
            require("streamQueryReadAhead", QUERIES, operation);
        }
        if (maxBufferedUpload != MAX_BUFFERED_UPLOAD) {
            require("maxBufferedUpload", UPLOADS, operation);
        }
        if (maxBufferedUpload < 0) {
            throw new IllegalArgumentException(
                    "Option maxBufferedUpload must be at least 0, but is " + maxBufferedUpload);
        }
    }

    private static void require(String option, List<String> operations, String operation) {
        if (!operations.contains(operation)) {
            throw new IllegalArgumentException("Option " + option + " is for " + String.join(", ", operations)
                    + ", but the operation is " + operation + "; remove it");
        }
    }
}
