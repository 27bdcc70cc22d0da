package org.camelforce.salesforcecc.operations;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.internal.OperationName;

/**
 * A call of an operation, which both components make in orgs that are alike.
 *
 * @param operation the operation
 * @param form whether option {@code rawPayload} is set
 * @param result what Salesforce does with the call
 * @param title tells it from the operation's other cases
 * @param call makes it, in an org of this component
 * @param expected texts that the outcome has
 */
record OperationCase(
        OperationName operation, Form form, Result result, String title, Call call, List<String> expected) {

    /** Whether option {@code rawPayload} is set. */
    enum Form {
        DTO,
        RAW
    }

    /** What Salesforce does with a call. */
    enum Result {
        ANSWERED,
        DENIED
    }

    /** Makes a call in an org, after what it needs there. */
    @FunctionalInterface
    interface Call {
        Exchange make(ParityOrg org) throws Exception;
    }

    @Override
    public String toString() {
        return "%s %s %s: %s".formatted(operation.value(), form, result, title);
    }
}
