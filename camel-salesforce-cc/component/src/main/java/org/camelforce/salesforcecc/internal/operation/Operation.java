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
     * Looks at the endpoint's options before there is an exchange.
     *
     * @param settings what the endpoint says
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    default void checkOptions(OperationSettings settings) {}

    /**
     * Makes the request of an exchange.
     *
     * @param parameters what options, headers and body say
     * @return what to ask
     * @throws SalesforceException if something is missing or must not be; the message names the option
     */
    ApiRequest request(OperationParameters parameters) throws SalesforceException;

    /**
     * Reads the body of an answer that says that the request succeeded. Not called for an answer without a body.
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
     * Reads the body of an answer as {@link #result(ApiAnswer, OperationParameters)} does, into something that asks for
     * more while the route uses it.
     *
     * @param answer with a body
     * @param parameters of the request
     * @param further asks for more
     * @return the exchange's next body, null for none
     * @throws IOException if it cannot be read
     * @throws SalesforceException if it says that something has failed
     */
    default @Nullable Object result(ApiAnswer answer, OperationParameters parameters, FurtherRequests further)
            throws IOException, SalesforceException {
        return result(answer, parameters);
    }

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

    /**
     * Says what the exchange's next body is if an answer has no result: it has no body, or says that the request
     * failed.
     *
     * @param answer of any status
     * @param parameters of the request
     * @return the body that the exchange has, unless routes of this operation expect another one
     */
    default @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return parameters.exchange().getMessage().getBody();
    }

    /** @return whether status 404 says that a record is missing, which option {@code notFoundBehaviour} is about */
    default boolean isOfRecord() {
        return true;
    }
}
