package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.operation.UploadBodies;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code createBatch} (Bulk API 2.0 and Bulk API Developer Guide, "Add a Batch to a Job"). The body has the
 * records.
 */
final class CreateBatch implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String mediaType = BatchFormat.mediaType(parameters);
        Target batches = BulkOperation.job(parameters, parameters.requiredText(Parameter.JOB_ID))
                .path("batch");
        return BulkOperation.request(parameters, "POST", batches)
                .body(UploadBodies.of(parameters, mediaType))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, BatchInfo.class);
    }
}
