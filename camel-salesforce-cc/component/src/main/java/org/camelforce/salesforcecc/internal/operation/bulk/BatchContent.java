package org.camelforce.salesforcecc.internal.operation.bulk;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code getRequest} and {@code getResults}: what a batch was sent, and what became of each record, as a
 * stream (Bulk API 2.0 and Bulk API Developer Guide, "Get a Batch Request", "Get Batch Results"). The body may be the
 * batch or its id.
 *
 * @param segment which of the two
 */
record BatchContent(String segment) implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target content = BatchReference.ofBodyToo(parameters).target(parameters).path(segment);
        return BulkOperation.request(parameters, "GET", content)
                .answer(ApiRequest.AnswerMode.STREAMED)
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
