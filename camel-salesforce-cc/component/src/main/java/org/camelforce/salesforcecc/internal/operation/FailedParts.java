package org.camelforce.salesforcecc.internal.operation;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;

/**
 * What an answer of success says about parts of its request that failed.
 *
 * @param count how many parts failed
 * @param of how many parts there are
 * @param errors what the answer says about those that failed, as far as it can be read
 */
public record FailedParts(int count, int of, List<RestError> errors) {

    /** The header of the exchange that has the number of parts that failed. */
    public static final String HEADER = "CamelSalesforceFailedCount";

    /** Takes a copy of the errors. */
    public FailedParts {
        errors = List.copyOf(errors);
    }

    /**
     * @param answer that has the parts
     * @return what the exchange fails with if partial errors are to fail it
     */
    public SalesforceException failure(ApiAnswer answer) {
        return new SalesforceException(
                errors,
                answer.status(),
                "In the request of " + answer.request().name() + ", " + count + " of " + of + " parts failed"
                        + (errors.isEmpty() ? "" : ": " + errors)
                        + ". The body has the result of each part");
    }

    /** Counts parts. Not for use by several threads. */
    public static final class Counter {

        private final List<RestError> errors = new ArrayList<>();
        private int count;
        private int of;

        /**
         * @param failed whether the part failed
         * @param said what the answer says about it
         */
        public void add(boolean failed, List<RestError> said) {
            of++;
            if (failed) {
                count++;
                errors.addAll(RequestErrors.withoutNulls(said));
            }
        }

        /** @return the sum */
        public FailedParts sum() {
            return new FailedParts(count, of, errors);
        }
    }
}
