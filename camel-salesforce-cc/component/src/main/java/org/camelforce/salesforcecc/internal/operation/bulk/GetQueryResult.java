package org.camelforce.salesforcecc.internal.operation.bulk;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getQueryResult}: a result of a query, as a stream (Bulk API 2.0 and Bulk API Developer Guide, "Get
 * Results for a Bulk Query"). The body may be the batch or, if options and headers name that, the id of the result.
 */
final class GetQueryResult implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String resultId = parameters.message().getBody(BatchInfo.class) == null
                ? parameters.requiredTextOrBody(Parameter.RESULT_ID)
                : parameters.requiredText(Parameter.RESULT_ID);
        Target result =
                BatchReference.of(parameters).target(parameters).path("result").path(Parameter.RESULT_ID, resultId);
        return BulkOperation.request(parameters, "GET", result)
                .answer(ApiRequest.AnswerMode.STREAMED)
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
