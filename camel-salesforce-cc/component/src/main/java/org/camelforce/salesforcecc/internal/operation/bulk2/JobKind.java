package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobBase;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Jobs;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJobs;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiRequest;

/** What a job does, and where its resource is (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0"). */
enum JobKind {
    /** It creates, changes or deletes records. */
    INGEST("ingest", Job.class, Jobs.class),
    /** It queries records. */
    QUERY("query", QueryJob.class, QueryJobs.class);

    private final String segment;
    private final Class<? extends JobBase> type;
    private final Class<? extends AbstractDTOBase> listType;

    JobKind(String segment, Class<? extends JobBase> type, Class<? extends AbstractDTOBase> listType) {
        this.segment = segment;
        this.type = type;
        this.listType = listType;
    }

    /** What a job is, as an object. */
    Class<? extends JobBase> type() {
        return type;
    }

    /** What a list of jobs is, as an object. */
    Class<? extends AbstractDTOBase> listType() {
        return listType;
    }

    /** All jobs. */
    Target jobs(OperationParameters parameters) throws SalesforceException {
        return parameters.data().path("jobs").path(segment);
    }

    /** The job that an option or a header names. */
    Target job(OperationParameters parameters) throws SalesforceException {
        return job(parameters, parameters.requiredText(Parameter.JOB_ID));
    }

    /** The job that the body is or names, or else an option or a header. */
    Target jobOrBody(OperationParameters parameters) throws SalesforceException {
        JobBase job = parameters.message().getBody(type);
        return job == null
                ? job(parameters, parameters.requiredTextOrBody(Parameter.JOB_ID))
                : job(parameters, parameters.required(Parameter.JOB_ID, job.getId(), "the ID of the job in the body"));
    }

    private Target job(OperationParameters parameters, String id) throws SalesforceException {
        return jobs(parameters).path(Parameter.JOB_ID, id);
    }

    /** A request whose answer is JSON. */
    static ApiRequest.Builder json(OperationParameters parameters, String method, Target target)
            throws SalesforceException {
        return parameters
                .request(method, target)
                .header("Accept", "application/json")
                .header("Accept-Charset", "UTF-8");
    }
}
