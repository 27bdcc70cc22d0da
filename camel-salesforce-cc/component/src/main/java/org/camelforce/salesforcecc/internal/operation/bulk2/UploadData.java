package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.UploadBodies;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code bulk2CreateBatch}: the records of a job, in CSV (Bulk API 2.0 and Bulk API Developer Guide, "Upload
 * Job Data").
 */
final class UploadData implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return JobKind.json(parameters, "PUT", JobKind.INGEST.job(parameters).path("batches"))
                .body(UploadBodies.of(parameters, "text/csv"))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return null;
    }
}
