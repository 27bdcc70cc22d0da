package org.camelforce.salesforcecc.internal.producer;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.text.OutsideText;

/** What an exchange fails with when a request has no answer. */
final class RequestFailures {

    private RequestFailures() {}

    /**
     * @param operation its name
     * @param failure why there is no answer
     * @return the same if it is Salesforce's, or one of the login; otherwise one that names the operation
     */
    static Exception of(String operation, Throwable failure) {
        return failure instanceof SalesforceException salesforce
                ? salesforce
                : new SalesforceException(
                        "The request of " + operation + " has no answer: "
                                + OutsideText.withoutTokens(String.valueOf(failure.getMessage())),
                        0,
                        failure);
    }

    /**
     * @param operation its name
     * @param failure what was thrown while an answer was read
     * @return an exception that says so
     */
    static SalesforceException unreadable(String operation, Throwable failure) {
        return new SalesforceException(
                "The answer of Salesforce to the request of " + operation + " cannot be read: " + failure, failure);
    }
}
