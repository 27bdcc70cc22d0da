package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What all operations of Bulk API 2.0 have in common: an answer without a body takes the exchange's body away, and
 * errors are a list whatever the status.
 */
interface Bulk2Operation extends Operation {

    @Override
    default @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return answer.isSuccess() ? null : Operation.super.bodyWithoutResult(answer, parameters);
    }

    @Override
    default SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        return RequestErrors.ofBulk(answer);
    }
}
