package org.camelforce.salesforcecc.request;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request that failed, beside the exception of its exchange. It is the exchange's property
 * {@value #PROPERTY}, so a route can ask for example
 * {@code onException(SalesforceException.class).onWhen(simple("${exchangeProperty.CamelSalesforceRequestFailure.retryable}"))}.
 * Immutable.
 *
 * @param operation the operation, as endpoints have it
 * @param sObjectName the object, null if the operation has none
 * @param statusCode the HTTP status, 0 if there is no answer
 * @param errorCodes the codes of Salesforce's errors in their order, empty if there are none (REST API Developer Guide,
 *     "Status Codes and Error Responses")
 * @param requestId the id that Salesforce has given to the request, null if it told none
 * @param maybeExecuted whether Salesforce may have done what the request asks for: false if it is known that it has not
 * @param retryable whether the same request may succeed soon, and does no harm if it has been executed before
 */
public record RequestFailure(
        String operation,
        @Nullable String sObjectName,
        int statusCode,
        List<String> errorCodes,
        @Nullable String requestId,
        boolean maybeExecuted,
        boolean retryable) {

    /** The property of an exchange whose request failed. */
    public static final String PROPERTY = "CamelSalesforceRequestFailure";

    /** Takes a copy of the codes. */
    public RequestFailure {
        errorCodes = List.copyOf(errorCodes);
    }

    /**
     * @param exchange that an operation has processed
     * @return what is known of its last request, empty if that has not failed
     */
    public static Optional<RequestFailure> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, RequestFailure.class));
    }
}
