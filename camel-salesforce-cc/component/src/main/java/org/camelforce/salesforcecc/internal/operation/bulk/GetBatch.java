package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getBatch} (Bulk API 2.0 and Bulk API Developer Guide, "Get Information for a Batch"). The body may
 * be the batch or its id.
 */
final class GetBatch implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target batch = BatchReference.ofBodyToo(parameters).target(parameters);
        return BulkOperation.request(parameters, "GET", batch).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, BatchInfo.class);
    }
}
