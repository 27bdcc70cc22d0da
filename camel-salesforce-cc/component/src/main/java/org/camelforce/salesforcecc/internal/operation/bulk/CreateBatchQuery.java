package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code createBatchQuery}: a batch that is a query (Bulk API 2.0 and Bulk API Developer Guide, "Bulk
 * Query"). The body may be the job or, if options and headers name that, the query.
 */
final class CreateBatchQuery implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        JobInfo job = parameters.message().getBody(JobInfo.class);
        String jobId = job == null
                ? parameters.requiredText(Parameter.JOB_ID)
                : parameters.required(Parameter.JOB_ID, job.getId(), "the ID of the job in the body");
        String mediaType = BatchFormat.mediaType(parameters, job == null ? null : job.getContentType());
        String query = job == null
                ? parameters.requiredTextOrBody(Parameter.SOBJECT_QUERY)
                : parameters.requiredText(Parameter.SOBJECT_QUERY);
        Target batches = BulkOperation.job(parameters, jobId).path("batch");
        return BulkOperation.request(parameters, "POST", batches)
                .body(BytesBody.of(mediaType, query))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, BatchInfo.class);
    }
}
