package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.producer.OperationCatalogue;
import org.camelforce.salesforcecc.operations.OperationCase.Result;

/**
 * Where the outcomes of both components differ.
 *
 * @param kind whether it is meant
 * @param operation the operation
 * @param result of the cases
 * @param parts what differs
 * @param reason why
 */
record ParityDifference(Kind kind, OperationName operation, Result result, Set<String> parts, String reason) {

    /** Whether a difference is meant. */
    enum Kind {
        /** The component does better. */
        INTENDED,
        /** The messages of exceptions are the component's own: they name the operation and the status. */
        OWN_TEXT,
        /** Two calls of {@code camel-salesforce} differ, too. */
        VARIES
    }

    private static final Set<String> UUID = Set.of("header CamelSalesforceEventUuid");
    private static final String UUID_REASON =
            "The component sets this header on every version of Camel, `camel-salesforce` since 4.14.8, 4.18.3 and 4.21.";
    private static final Set<String> ANSWER_HEADERS =
            Set.of("header CamelHttpResponseCode", "header CamelHttpResponseText", "header Sforce-Limit-Info");
    private static final Set<String> FAILURE = Set.of("message", "causes", "status", "error codes", "content");
    private static final String TWICE =
            "`camel-salesforce` 4.18.0 calls back twice: with Salesforce's error, and with one of reading it as a job."
                    + " An application sees either.";

    static List<ParityDifference> all() {
        List<ParityDifference> all = new ArrayList<>(List.of(
                intended(SUBSCRIBE, Result.ANSWERED, UUID, UUID_REASON),
                intended(
                        SUBSCRIBE,
                        Result.DENIED,
                        Set.of("told", "message"),
                        "The start of the route fails, and the message says what to check. With `camel-salesforce` the"
                                + " route starts, and its exception handler gets the failure."),
                new ParityDifference(
                        Kind.VARIES,
                        SUBSCRIBE,
                        Result.DENIED,
                        Set.of("causes", "content", "exception", "status"),
                        "From 4.22 on, `camel-salesforce` subscribes again and again, and writes warnings to the log and"
                                + " no more."),
                intended(
                        PUBSUB_PUBLISH,
                        Result.DENIED,
                        Set.of("message", "causes"),
                        "The message names the channel and Salesforce's error code."),
                intended(PUBSUB_SUBSCRIBE, Result.ANSWERED, UUID, UUID_REASON),
                intended(
                        PUBSUB_SUBSCRIBE,
                        Result.DENIED,
                        Set.of("told", "exception", "message", "causes", "status", "content"),
                        "The start of the route fails, and the message says what to check. `camel-salesforce` writes an"
                                + " error to the log and no more."),
                varies(BULK2_CLOSE_JOB),
                varies(BULK2_ABORT_JOB),
                varies(BULK2_ABORT_QUERY_JOB)));
        for (OperationName operation :
                List.of(GET_REPORT_DESCRIPTION, EXECUTE_SYNCREPORT, EXECUTE_ASYNCREPORT, GET_REPORT_RESULTS)) {
            all.add(intended(
                    operation,
                    Result.DENIED,
                    Set.of("causes", "error codes", "exception", "status"),
                    "The exception has Salesforce's error. `camel-salesforce` reads it as a report and loses it."));
        }
        for (OperationName operation : List.of(
                COMPOSITE,
                COMPOSITE_BATCH,
                COMPOSITE_CREATE_SOBJECT_COLLECTIONS,
                COMPOSITE_UPDATE_SOBJECT_COLLECTIONS,
                COMPOSITE_UPSERT_SOBJECT_COLLECTIONS,
                COMPOSITE_RETRIEVE_SOBJECT_COLLECTIONS,
                COMPOSITE_DELETE_SOBJECT_COLLECTIONS)) {
            all.add(intended(
                    operation,
                    Result.DENIED,
                    ANSWER_HEADERS,
                    "The message has the status and Salesforce's headers, as with every other operation."));
        }
        for (OperationName operation : List.of(
                COMPOSITE,
                COMPOSITE_BATCH,
                COMPOSITE_CREATE_SOBJECT_COLLECTIONS,
                COMPOSITE_UPDATE_SOBJECT_COLLECTIONS,
                COMPOSITE_UPSERT_SOBJECT_COLLECTIONS,
                COMPOSITE_DELETE_SOBJECT_COLLECTIONS)) {
            all.add(intended(
                    operation,
                    Result.ANSWERED,
                    Set.of("header " + FailedParts.HEADER),
                    "The component says in this header how many parts of the request failed (F23)."));
        }
        all.add(intended(
                COMPOSITE,
                Result.DENIED,
                Set.of("content", "error codes", "exception", "status"),
                "The exchange fails with `rawPayload`, too. With `camel-salesforce` Salesforce's error is the body."));
        all.add(
                intended(
                        RAW,
                        Result.DENIED,
                        Set.of("content", "error codes"),
                        "The exception has Salesforce's error and its text. `camel-salesforce` has them in the message alone."));
        Arrays.stream(OperationName.values())
                .filter(operation -> OperationCatalogue.of(operation) != null)
                .forEach(operation -> all.add(ownText(operation)));
        return all;
    }

    /** Whether this is about the case. */
    boolean concerns(OperationCase operationCase) {
        return operationCase.operation() == operation && operationCase.result() == result;
    }

    /** Whether each call of the case can have another outcome. */
    static boolean varies(OperationCase operationCase) {
        return all().stream()
                .anyMatch(difference -> difference.kind == Kind.VARIES && difference.concerns(operationCase));
    }

    private static ParityDifference intended(OperationName operation, Result result, Set<String> parts, String reason) {
        return new ParityDifference(Kind.INTENDED, operation, result, parts, reason);
    }

    private static ParityDifference ownText(OperationName operation) {
        return new ParityDifference(
                Kind.OWN_TEXT,
                operation,
                Result.DENIED,
                Set.of("message", "causes"),
                "The message names the operation and the status.");
    }

    private static ParityDifference varies(OperationName operation) {
        return new ParityDifference(Kind.VARIES, operation, Result.DENIED, FAILURE, TWICE);
    }
}
