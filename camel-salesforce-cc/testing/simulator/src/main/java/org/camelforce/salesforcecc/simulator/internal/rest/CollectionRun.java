package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Applies one operation to each row of a collection, in one transaction. */
final class CollectionRun {

    private static final int MAX_RECORDS = 200;
    private static final int MAX_CHUNKS = 10;

    private final RecordStore records;

    CollectionRun(RecordStore records) {
        this.records = records;
    }

    /**
     * Works through the rows.
     *
     * @param allOrNone whether one failed row undoes all others
     * @param creating whether the operation gives rows their ids, which those that are undone do not keep
     * @param operation gives the save result of a row; an error is thrown
     * @return the save results in the order of the rows
     */
    <T> RestResponse run(List<T> rows, boolean allOrNone, boolean creating, Function<T, ObjectNode> operation) {
        requireAtMost200(rows);
        SaveAttempt<List<ObjectNode>> attempt = SaveAttempt.inTransaction(records, () -> {
            List<ObjectNode> results =
                    rows.stream().map(row -> result(row, operation)).toList();
            return new SaveAttempt<>(results, !allOrNone || results.stream().allMatch(SaveResult::isSuccess));
        });
        List<ObjectNode> results = new ArrayList<>(attempt.result());
        if (!attempt.commit()) {
            results.replaceAll(result -> SaveResult.isSuccess(result) ? rolledBack(result, creating) : result);
        }
        ArrayNode answer = Json.array();
        results.forEach(answer::add);
        return RestResponse.ok(answer);
    }

    /** Rejects rows whose object changes too often; rows of one object that follow each other are one chunk. */
    static void requireFewChunks(List<String> types) {
        long changes = IntStream.range(1, types.size())
                .filter(i -> !types.get(i).equalsIgnoreCase(types.get(i - 1)))
                .count();
        if (changes >= MAX_CHUNKS) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Cannot have more than " + MAX_CHUNKS + " chunks in a single operation. Please rearrange the data"
                            + " to reduce chunking.");
        }
    }

    static void requireAtMost200(List<?> rows) {
        if (rows.size() > MAX_RECORDS) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MAX_RECORDS + " records in this call");
        }
    }

    private static <T> ObjectNode result(T row, Function<T, ObjectNode> operation) {
        try {
            return operation.apply(row);
        } catch (ApiException e) {
            return SaveResult.failure(e);
        }
    }

    private static ObjectNode rolledBack(ObjectNode result, boolean creating) {
        ObjectNode failure = SaveResult.failure(new ApiException(
                400,
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header"));
        return creating || result.path("created").asBoolean()
                ? failure
                : SaveResult.withId(result.path("id").asText(), failure);
    }
}
