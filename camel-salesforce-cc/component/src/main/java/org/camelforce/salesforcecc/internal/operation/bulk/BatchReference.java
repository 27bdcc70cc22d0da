package org.camelforce.salesforcecc.internal.operation.bulk;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;

/**
 * A batch of a job.
 *
 * @param jobId the job
 * @param batchId the batch
 */
record BatchReference(String jobId, String batchId) {

    /** The batch that the body is or names, or else options and headers. */
    static BatchReference ofBodyToo(OperationParameters parameters) throws SalesforceException {
        BatchInfo batch = parameters.message().getBody(BatchInfo.class);
        return batch == null
                ? new BatchReference(
                        parameters.requiredText(Parameter.JOB_ID), parameters.requiredTextOrBody(Parameter.BATCH_ID))
                : of(parameters, batch);
    }

    /** The batch that the body is, or that options and headers name. */
    static BatchReference of(OperationParameters parameters) throws SalesforceException {
        BatchInfo batch = parameters.message().getBody(BatchInfo.class);
        return batch == null
                ? new BatchReference(
                        parameters.requiredText(Parameter.JOB_ID), parameters.requiredText(Parameter.BATCH_ID))
                : of(parameters, batch);
    }

    private static BatchReference of(OperationParameters parameters, BatchInfo batch) throws SalesforceException {
        return new BatchReference(
                parameters.required(Parameter.JOB_ID, batch.getJobId(), "the job ID of the batch in the body"),
                parameters.required(Parameter.BATCH_ID, batch.getId(), "the ID of the batch in the body"));
    }

    Target target(OperationParameters parameters) throws SalesforceException {
        return BulkOperation.job(parameters, jobId).path("batch").path(Parameter.BATCH_ID, batchId);
    }
}
