package org.camelforce.salesforcecc.internal.operation;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an operation asks the org, and what the answer means. It sends nothing and knows no token. Immutable; for use by
 * several threads.
 */
public interface Operation {

    /**
     * Makes the request of an exchange.
     *
     * @param parameters what options, headers and body say
     * @return what to ask
     * @throws SalesforceException if something is missing or must not be; the message names the option
     */
    ApiRequest request(OperationParameters parameters) throws SalesforceException;

    /**
     * Reads the body of an answer that says that the request succeeded. Not called for an answer without a body, which
     * leaves the exchange's body as it is.
     *
     * @param answer with a body
     * @param parameters of the request
     * @return the exchange's next body, null for none
     * @throws IOException if it cannot be read
     * @throws SalesforceException if it says that something has failed
     */
    @Nullable
    Object result(ApiAnswer answer, OperationParameters parameters) throws IOException, SalesforceException;

    /**
     * Reads an answer that says that the request failed.
     *
     * @param answer of any status but 2xx
     * @param parameters of the request
     * @return what the exchange fails with
     */
    default SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        return RequestErrors.ofJson(answer);
    }
}
