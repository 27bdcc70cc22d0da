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
 * When a request of an operation is sent again: {@link FailureRules} decide, as they do for the exchange. For one
 * request. Safe for use by several threads.
 */
final class OperationRetries implements RetryRules {

    private final RetryPolicy policy;
    private final Function<ApiAnswer, SalesforceException> reader;
    private volatile boolean maybeExecuted;

    /**
     * @param policy how often and how soon
     * @param reader reads an answer that says that the request failed; may be called again
     */
    OperationRetries(RetryPolicy policy, Function<ApiAnswer, SalesforceException> reader) {
        this.policy = policy;
        this.reader = reader;
    }

    @Override
    public RetryPolicy policy() {
        return policy;
    }

    @Override
    public @Nullable RetryReason answered(ApiAnswer answer) {
        return reasonOf(FailureRules.verdict(answer, reader.apply(answer)));
    }

    @Override
    public @Nullable RetryReason unanswered(ApiRequest request, Throwable failure) {
        return reasonOf(FailureRules.verdict(request, failure));
    }

    private @Nullable RetryReason reasonOf(FailureRules.Verdict verdict) {
        if (verdict.executed()) {
            maybeExecuted = true;
        }
        return verdict.reason();
    }

    /** {@return whether an attempt that failed may have been executed} */
    boolean isMaybeExecuted() {
        return maybeExecuted;
    }
}
