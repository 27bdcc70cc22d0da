package org.camelforce.salesforcecc.internal.producer;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.internal.request.RetryRules;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a thread of a route waits for.
 *
 * @param operation its name, for messages
 * @param retries how often and how soon a request that failed is sent again
 * @param client sends requests; throws an exception while the component is stopped
 */
record WaitingRequests(String operation, RetryPolicy retries, Supplier<ApiClient> client) implements FurtherRequests {

    @Override
    public <T> Begun<T> begin(ApiRequest request, Reader<T> reader) {
        try {
            ApiClient sender = client.get();
            WhileWanted rules = new WhileWanted(new OperationRetries(retries, RequestErrors::ofJson));
            return new Sent<>(operation, sender, rules, sender.ask(request, rules), reader);
        } catch (RuntimeException e) {
            return new Unsent<>(e);
        }
    }

    /** The client does not send, because the component is stopped. */
    private record Unsent<T>(RuntimeException failure) implements Begun<T> {

        @Override
        public T await() {
            throw failure;
        }

        @Override
        public void drop() {}
    }

    private record Sent<T>(
            String operation, ApiClient sender, WhileWanted rules, Future<ApiAnswer> answer, Reader<T> reader)
            implements Begun<T> {

        @Override
        public T await() throws SalesforceException {
            try {
                return reader.read(success());
            } catch (SalesforceException e) {
                throw RequestFailures.withoutToken(sender, e);
            } catch (Throwable e) {
                // an Error too: a class of the user's may throw it
                throw RequestFailures.withoutToken(sender, RequestFailures.unreadable(operation, e));
            }
        }

        private ApiAnswer success() throws SalesforceException {
            try {
                ApiAnswer received = answer.get();
                if (received.isSuccess()) {
                    return received;
                }
                throw RequestErrors.ofJson(received);
            } catch (ExecutionException e) {
                throw RequestFailures.of(operation, Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SalesforceException(
                        "The thread that waited for an answer to the request of " + operation + " was interrupted", e);
            }
        }

        @Override
        public void drop() {
            rules.isDropped = true;
            answer.cancel(false);
        }
    }

    /** A request whose answer nobody wants any more is not sent again. */
    private static final class WhileWanted implements RetryRules {

        private final RetryRules rules;
        private volatile boolean isDropped;

        WhileWanted(RetryRules rules) {
            this.rules = rules;
        }

        @Override
        public RetryPolicy policy() {
            return rules.policy();
        }

        @Override
        public @Nullable RetryReason answered(ApiAnswer answer) {
            return isDropped ? null : rules.answered(answer);
        }

        @Override
        public @Nullable RetryReason unanswered(ApiRequest request, Throwable failure) {
            return isDropped ? null : rules.unanswered(request, failure);
        }
    }
}
