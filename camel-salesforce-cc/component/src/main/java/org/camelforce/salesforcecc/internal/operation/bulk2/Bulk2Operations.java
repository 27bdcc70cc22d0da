package org.camelforce.salesforcecc.internal.operation.bulk2;

import java.util.Map;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.camelforce.salesforcecc.internal.operation.Operation;

/** The operations of Bulk API 2.0. */
public final class Bulk2Operations {

    private Bulk2Operations() {}

    /** @return the operations, by the names of Camel's enumeration */
    public static Map<String, Operation> byName() {
        return Map.ofEntries(
                Map.entry("BULK2_CREATE_JOB", new CreateJob(JobKind.INGEST)),
                Map.entry("BULK2_GET_JOB", new GetJob(JobKind.INGEST)),
                Map.entry("BULK2_CREATE_BATCH", new UploadData()),
                Map.entry("BULK2_CLOSE_JOB", new ChangeJob(JobKind.INGEST, JobStateEnum.UPLOAD_COMPLETE)),
                Map.entry("BULK2_ABORT_JOB", new ChangeJob(JobKind.INGEST, JobStateEnum.ABORTED)),
                Map.entry("BULK2_DELETE_JOB", new DeleteJob(JobKind.INGEST)),
                Map.entry("BULK2_GET_SUCCESSFUL_RESULTS", new JobResults(JobKind.INGEST, "successfulResults")),
                Map.entry("BULK2_GET_FAILED_RESULTS", new JobResults(JobKind.INGEST, "failedResults")),
                Map.entry("BULK2_GET_UNPROCESSED_RECORDS", new JobResults(JobKind.INGEST, "unprocessedrecords")),
                Map.entry("BULK2_GET_ALL_JOBS", new ListJobs(JobKind.INGEST)),
                Map.entry("BULK2_CREATE_QUERY_JOB", new CreateJob(JobKind.QUERY)),
                Map.entry("BULK2_GET_QUERY_JOB", new GetJob(JobKind.QUERY)),
                Map.entry("BULK2_GET_QUERY_JOB_RESULTS", new JobResults(JobKind.QUERY, "results")),
                Map.entry("BULK2_ABORT_QUERY_JOB", new ChangeJob(JobKind.QUERY, JobStateEnum.ABORTED)),
                Map.entry("BULK2_DELETE_QUERY_JOB", new DeleteJob(JobKind.QUERY)),
                Map.entry("BULK2_GET_ALL_QUERY_JOBS", new ListJobs(JobKind.QUERY)));
    }
}
