package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getQueryResultIds}: the ids of the results of a query (Bulk API 2.0 and Bulk API Developer Guide,
 * "Get Results for a Bulk Query"). The body may be the batch or its id.
 */
final class GetQueryResultIds implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target results = BatchReference.ofBodyToo(parameters).target(parameters).path("result");
        return BulkOperation.request(parameters, "GET", results).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return List.copyOf(BulkDocuments.resultIds(answer));
    }
}
