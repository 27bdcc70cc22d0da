package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.JobStateEnum;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code closeJob} and {@code abortJob} (Bulk API 2.0 and Bulk API Developer Guide, "Close a Job", "Abort a
 * Job"). The body may be the job or its id.
 *
 * @param state what the job is to be
 */
record ChangeJob(JobStateEnum state) implements BulkOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        JobInfo change = new JobInfo();
        change.setState(state);
        return BulkOperation.request(
                        parameters, "POST", JobReference.of(parameters).target(parameters))
                .body(BulkDocuments.written(change))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return BulkDocuments.read(answer, JobInfo.class);
    }
}
