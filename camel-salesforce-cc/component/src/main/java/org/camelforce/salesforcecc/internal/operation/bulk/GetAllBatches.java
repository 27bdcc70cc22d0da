package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getAllBatches} (Bulk API 2.0 and Bulk API Developer Guide, "Get Information for All Batches in a
 * Job"). The body may be the job or its id.
 */
final class GetAllBatches implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target batches = JobReference.of(parameters).target(parameters).path("batch");
        return BulkOperation.request(parameters, "GET", batches).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, org.apache.camel.component.salesforce.api.dto.bulk.BatchInfoList.class)
                .getBatchInfo();
    }
}
