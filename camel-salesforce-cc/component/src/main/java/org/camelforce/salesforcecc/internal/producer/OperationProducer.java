package org.camelforce.salesforcecc.internal.producer;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.apache.camel.support.DefaultAsyncProducer;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.AnswerReceiver;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation for each exchange, and holds no thread while it waits for a login or an answer. When there is no
 * token at all, the exchange fails with the login's own exception; while the component is stopped, it fails and says
 * so.
 */
public final class OperationProducer extends DefaultAsyncProducer {

    private final Operation operation;
    private final OperationSettings settings;
    private final RetryPolicy retries;
    private final boolean failsOnPartialError;
    private final Supplier<ApiClient> client;
    private final FurtherRequests further;
    private final MissingVersion missingVersion;

    /**
     * @param endpoint whose operation it is
     * @param operation what to ask
     * @param settings what the endpoint says
     * @param retries how often and how soon a request that failed is sent again
     * @param failsOnPartialError whether an exchange fails if a part of its request fails
     * @param client sends requests; throws an exception while the component is stopped
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    public OperationProducer(
            SalesforceEndpoint endpoint,
            Operation operation,
            OperationSettings settings,
            RetryPolicy retries,
            boolean failsOnPartialError,
            Supplier<ApiClient> client) {
        super(endpoint);
        operation.checkOptions(settings);
        this.operation = operation;
        this.settings = settings;
        this.retries = retries;
        this.failsOnPartialError = failsOnPartialError;
        this.client = client;
        this.further = new WaitingRequests(settings.operation(), retries, client);
        this.missingVersion = new MissingVersion(further);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        OperationParameters parameters = new OperationParameters(settings, exchange);
        try {
            ApiClient sender = client.get();
            ApiRequest request = request(parameters);
            OperationRetries rules = new OperationRetries(retries, answer -> failure(answer, parameters));
            sender.send(request, new Answered(sender, request, exchange, parameters, callback, rules), rules);
            return false;
        } catch (Throwable e) {
            // an Error too: it must not end the route's thread without an answer
            exchange.setProperty(RequestFailure.PROPERTY, FailureRules.notSent(settings.operation()));
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    /**
     * Operations change a record while its request is made, and exchanges may share it, for example of a multicast. The
     * lock is held while streams of the record are read, too: whoever shares it needs what is read, and a stream can be
     * read once. Nobody but these exchanges waits, and not for an answer.
     */
    private ApiRequest request(OperationParameters parameters) throws SalesforceException {
        if (parameters.message().getBody() instanceof AbstractSObjectBase record) {
            synchronized (record) {
                return operation.request(parameters);
            }
        }
        return operation.request(parameters);
    }

    private final class Answered implements AnswerReceiver {

        private final ApiClient sender;
        private final ApiRequest request;
        private final Exchange exchange;
        private final OperationParameters parameters;
        private final AsyncCallback callback;
        private final OperationRetries rules;

        Answered(
                ApiClient sender,
                ApiRequest request,
                Exchange exchange,
                OperationParameters parameters,
                AsyncCallback callback,
                OperationRetries rules) {
            this.sender = sender;
            this.request = request;
            this.exchange = exchange;
            this.parameters = parameters;
            this.callback = callback;
            this.rules = rules;
        }

        @Override
        public void answered(ApiAnswer answer) {
            end(() -> {
                try {
                    putHeaders(answer);
                    putBody(sender, exchange, parameters, answer);
                    exchange.removeProperty(RequestFailure.PROPERTY);
                } catch (SalesforceException e) {
                    fail(e, shown -> FailureRules.of(answer, shown, rules.isMaybeExecuted()));
                } catch (Throwable e) {
                    fail(
                            RequestFailures.unreadable(settings.operation(), e),
                            shown -> FailureRules.of(answer, shown, rules.isMaybeExecuted()));
                }
            });
        }

        @Override
        public void failed(Throwable failure) {
            end(() -> fail(
                    RequestFailures.of(settings.operation(), failure),
                    shown -> FailureRules.of(request, failure, rules.isMaybeExecuted())));
        }

        /** Whatever goes wrong, the exchange goes on. */
        private void end(Runnable reading) {
            try {
                reading.run();
            } catch (Throwable e) {
                // its message may show the token
                exchange.setException(RequestFailures.unreadable(
                        settings.operation(),
                        new IllegalStateException(e.getClass().getName())));
            }
            callback.done(false);
        }

        private void fail(SalesforceException failure, Function<SalesforceException, RequestFailure> known) {
            SalesforceException shown = RequestFailures.withoutToken(sender, failure);
            exchange.setException(shown);
            exchange.setProperty(RequestFailure.PROPERTY, known.apply(shown));
        }

        private void putHeaders(ApiAnswer answer) {
            Message message = exchange.getMessage();
            for (HttpField header : answer.headersWith("Sforce")) {
                message.setHeader(header.getName(), RequestFailures.withoutToken(sender, header.getValue()));
            }
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, String.valueOf(answer.status()));
            message.setHeader(Exchange.HTTP_RESPONSE_TEXT, RequestFailures.withoutToken(sender, answer.reason()));
        }
    }

    private void putBody(ApiClient sender, Exchange exchange, OperationParameters parameters, ApiAnswer answer)
            throws IOException, SalesforceException {
        Message message = exchange.getMessage();
        if (operation instanceof OperationWithParts) {
            // that of an earlier request
            message.removeHeader(FailedParts.HEADER);
        }
        if (answer.isSuccess() && answer.content() != null) {
            Object result = operation.result(answer, parameters, further);
            message.setBody(result);
            if (operation instanceof OperationWithParts parts) {
                putFailedParts(message, answer, parts.failedParts(result, settings));
            }
            return;
        }
        SalesforceException failure = answer.isSuccess() ? null : failure(answer, parameters);
        if (failure instanceof NoSuchSObjectException missing && operation.isOfRecord() && settings.isNotFoundNull()) {
            failure = missingVersion.find(sender, parameters, missing);
            if (failure == null) {
                message.setBody(null);
                return;
            }
        }
        putBodyWithoutResult(message, parameters, answer, failure);
        if (failure != null) {
            throw failure;
        }
    }

    private void putFailedParts(Message message, ApiAnswer answer, FailedParts failed) throws SalesforceException {
        message.setHeader(FailedParts.HEADER, failed.count());
        if (failsOnPartialError && failed.count() > 0) {
            throw failed.failure(answer);
        }
    }

    /** Errors that cannot be read do not hide that there are some. */
    private SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        try {
            return operation.failure(answer, parameters);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            SalesforceException failure = RequestErrors.ofAny(answer);
            failure.addSuppressed(e);
            return failure;
        }
    }

    private void putBodyWithoutResult(
            Message message, OperationParameters parameters, ApiAnswer answer, @Nullable SalesforceException failure) {
        try {
            Object body = operation.bodyWithoutResult(answer, parameters);
            if (body != message.getBody()) {
                message.setBody(body);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        }
    }
}
