package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code createJob} (Bulk API 2.0 and Bulk API Developer Guide, "Create a Job"). The job is the body. */
final class CreateJob implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        JobInfo job = parameters.message().getBody(JobInfo.class);
        if (job == null) {
            throw parameters.denied("the body must be a " + JobInfo.class.getName());
        }
        return BulkOperation.request(parameters, "POST", BulkOperation.jobs(parameters))
                .body(BulkDocuments.written(wanted(job)))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, JobInfo.class);
    }

    /** Without what Salesforce sets. */
    private static JobInfo wanted(JobInfo job) {
        JobInfo wanted = new JobInfo();
        wanted.setOperation(job.getOperation());
        wanted.setObject(job.getObject());
        wanted.setExternalIdFieldName(job.getExternalIdFieldName());
        wanted.setConcurrencyMode(job.getConcurrencyMode());
        wanted.setContentType(job.getContentType());
        wanted.setAssignmentRuleId(job.getAssignmentRuleId());
        return wanted;
    }
}
