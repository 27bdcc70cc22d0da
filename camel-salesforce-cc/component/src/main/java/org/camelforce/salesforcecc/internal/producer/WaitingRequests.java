package org.camelforce.salesforcecc.internal.producer;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;

/**
 * Requests that a thread of a route waits for.
 *
 * @param operation its name, for messages
 * @param retries how often and how soon a request that failed is sent again
 * @param client sends requests; throws an exception while the component is stopped
 */
record WaitingRequests(String operation, RetryPolicy retries, Supplier<ApiClient> client) implements FurtherRequests {

    @Override
    public <T> T ask(ApiRequest request, Reader<T> reader) throws SalesforceException {
        ApiClient sender = client.get();
        try {
            return reader.read(answer(sender, request));
        } catch (SalesforceException e) {
            throw RequestFailures.withoutToken(sender, e);
        } catch (Throwable e) {
            // an Error too: a class of the user's may throw it
            throw RequestFailures.withoutToken(sender, RequestFailures.unreadable(operation, e));
        }
    }

    private ApiAnswer answer(ApiClient sender, ApiRequest request) throws SalesforceException {
        try {
            ApiAnswer answer = sender.ask(request, new OperationRetries(retries, RequestErrors::ofJson))
                    .get();
            if (answer.isSuccess()) {
                return answer;
            }
            throw RequestErrors.ofJson(answer);
        } catch (ExecutionException e) {
            throw RequestFailures.of(operation, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalesforceException(
                    "The thread that waited for an answer to the request of " + operation + " was interrupted", e);
        }
    }
}
