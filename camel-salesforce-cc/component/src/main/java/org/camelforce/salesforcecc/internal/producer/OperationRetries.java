package org.camelforce.salesforcecc.internal.producer;

import java.util.function.Function;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.internal.request.RetryRules;
import org.jspecify.annotations.Nullable;

/**
 * When a request of an operation is sent again: {@link FailureRules} decide, as they do for the exchange.
 *
 * @param policy how often and how soon
 * @param reader reads an answer that says that the request failed; may be called again
 */
record OperationRetries(RetryPolicy policy, Function<ApiAnswer, SalesforceException> reader) implements RetryRules {

    @Override
    public @Nullable RetryReason answered(ApiAnswer answer) {
        return FailureRules.verdict(answer, reader.apply(answer)).reason();
    }

    @Override
    public @Nullable RetryReason unanswered(ApiRequest request, Throwable failure) {
        return FailureRules.verdict(request, failure).reason();
    }
}
