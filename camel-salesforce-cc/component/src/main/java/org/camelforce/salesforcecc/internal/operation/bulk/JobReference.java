package org.camelforce.salesforcecc.internal.operation.bulk;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;

/**
 * A job.
 *
 * @param id its id
 */
record JobReference(String id) {

    /** The job that the body is or names, or else an option or a header. */
    static JobReference of(OperationParameters parameters) throws SalesforceException {
        JobInfo job = parameters.message().getBody(JobInfo.class);
        return new JobReference(
                job == null
                        ? parameters.requiredTextOrBody(Parameter.JOB_ID)
                        : parameters.required(Parameter.JOB_ID, job.getId(), "the ID of the job in the body"));
    }

    Target target(OperationParameters parameters) throws SalesforceException {
        return BulkOperation.job(parameters, id);
    }
}
