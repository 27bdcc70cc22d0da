package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ColumnDelimiterEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ContentTypeEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.LineEndingEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.component.salesforce.internal.OperationName;

/** Bulk API 2.0. */
final class Bulk2Cases {

    private static final String NO_CONTENT = "204";
    private static final String UNKNOWN = "jobId=750000000000999AAA";

    private Bulk2Cases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        jobs(cases);
        results(cases);
        queries(cases);
        denied(cases);
        return cases.all();
    }

    private static void jobs(Cases cases) {
        cases.answered(BULK2_CREATE_JOB, "insert", org -> org.send("bulk2CreateJob", insert()), "750")
                .answered(BULK2_CREATE_JOB, "upsert", org -> org.send("bulk2CreateJob", upsert()), "PIPE", "CRLF")
                .denied(
                        BULK2_CREATE_JOB,
                        "unknown object",
                        org -> {
                            Job unknown = insert();
                            unknown.setObject("Thing__c");
                            return org.send("bulk2CreateJob", unknown);
                        },
                        "400")
                .answered(BULK2_GET_JOB, "done", org -> org.send("bulk2GetJob?" + done(org), null), "JobComplete")
                .answered(
                        BULK2_CREATE_BATCH,
                        "CSV",
                        org -> org.send("bulk2CreateBatch?" + create(org, insert()), "Name\nAcme\n"),
                        "201")
                .answered(
                        BULK2_CLOSE_JOB,
                        "uploaded",
                        org -> {
                            String job = uploaded(org);
                            Exchange answer = org.send("bulk2CloseJob?" + job, null);
                            complete(org, job);
                            return answer;
                        },
                        "UploadComplete")
                .answered(
                        BULK2_ABORT_JOB,
                        "open",
                        org -> org.send("bulk2AbortJob?" + create(org, upsert()), null),
                        "Aborted")
                .answered(
                        BULK2_DELETE_JOB,
                        "aborted",
                        org -> {
                            String job = create(org, insert());
                            org.prepare("bulk2AbortJob?" + job, null, Job.class);
                            return org.send("bulk2DeleteJob?" + job, null);
                        },
                        NO_CONTENT)
                .answered(BULK2_GET_ALL_JOBS, "all", org -> org.send("bulk2GetAllJobs", null), "750")
                .denied(
                        BULK2_GET_ALL_JOBS,
                        "unknown version",
                        org -> org.send("bulk2GetAllJobs?" + Cases.UNKNOWN_VERSION, null),
                        "404");
    }

    private static void results(Cases cases) {
        cases.answered(
                        BULK2_GET_SUCCESSFUL_RESULTS,
                        "done",
                        org -> org.send("bulk2GetSuccessfulResults?" + done(org), null),
                        "\"true\",\"Acme\"")
                .answered(
                        BULK2_GET_FAILED_RESULTS,
                        "done",
                        org -> org.send("bulk2GetFailedResults?" + done(org), null),
                        "REQUIRED_FIELD_MISSING")
                .answered(
                        BULK2_GET_UNPROCESSED_RECORDS,
                        "done",
                        org -> org.send("bulk2GetUnprocessedRecords?" + done(org), null),
                        "Name");
    }

    private static void queries(Cases cases) {
        cases.answered(BULK2_CREATE_QUERY_JOB, "query", org -> org.send("bulk2CreateQueryJob", query(org)), "750")
                .denied(
                        BULK2_CREATE_QUERY_JOB,
                        "malformed",
                        org -> {
                            QueryJob malformed = query(org);
                            malformed.setQuery("SELEKT Id");
                            return org.send("bulk2CreateQueryJob", malformed);
                        },
                        "400")
                .answered(
                        BULK2_GET_QUERY_JOB,
                        "done",
                        org -> org.send("bulk2GetQueryJob?" + queried(org), null),
                        "JobComplete")
                .answered(
                        BULK2_GET_QUERY_JOB_RESULTS,
                        "done",
                        org -> org.send("bulk2GetQueryJobResults?maxRecords=1&" + queried(org), null),
                        "\"Name\"\n\"Queried\"\n")
                .answered(BULK2_GET_ALL_QUERY_JOBS, "all", org -> org.send("bulk2GetAllQueryJobs", null), "750")
                .denied(
                        BULK2_GET_ALL_QUERY_JOBS,
                        "unknown version",
                        org -> org.send("bulk2GetAllQueryJobs?" + Cases.UNKNOWN_VERSION, null),
                        "404")
                .answered(
                        BULK2_ABORT_QUERY_JOB,
                        "queued",
                        org -> org.send("bulk2AbortQueryJob?" + createQuery(org), null),
                        "Aborted")
                .answered(
                        BULK2_DELETE_QUERY_JOB,
                        "done",
                        org -> org.send("bulk2DeleteQueryJob?" + queried(org), null),
                        NO_CONTENT);
    }

    private static void denied(Cases cases) {
        for (OperationName operation : List.of(
                BULK2_GET_JOB,
                BULK2_DELETE_JOB,
                BULK2_GET_SUCCESSFUL_RESULTS,
                BULK2_GET_FAILED_RESULTS,
                BULK2_GET_UNPROCESSED_RECORDS,
                BULK2_GET_QUERY_JOB,
                BULK2_GET_QUERY_JOB_RESULTS,
                BULK2_DELETE_QUERY_JOB)) {
            cases.denied(operation, "unknown job", org -> org.send(operation.value() + "?" + UNKNOWN, null), "404");
        }
        // what is told of the failure varies
        for (OperationName operation : List.of(BULK2_CLOSE_JOB, BULK2_ABORT_JOB, BULK2_ABORT_QUERY_JOB)) {
            cases.denied(operation, "unknown job", org -> org.send(operation.value() + "?" + UNKNOWN, null));
        }
        cases.denied(
                BULK2_CREATE_BATCH, "unknown job", org -> org.send("bulk2CreateBatch?" + UNKNOWN, "Name\n"), "404");
    }

    private static String create(ParityOrg org, Job job) {
        return "jobId=" + org.prepare("bulk2CreateJob", job, Job.class).getId();
    }

    private static String uploaded(ParityOrg org) {
        String job = create(org, insert());
        org.prepare("bulk2CreateBatch?" + job, "Name\nAcme\n\"\"\n", Object.class);
        return job;
    }

    /** An ingest job that is complete: one record is created, one has no name. */
    private static String done(ParityOrg org) {
        String job = uploaded(org);
        org.prepare("bulk2CloseJob?" + job, null, Job.class);
        complete(org, job);
        return job;
    }

    /** Lets a job complete, so that it does not run beside the next one. */
    private static void complete(ParityOrg org, String job) {
        org.advance(ParityOrg.QUEUED);
        org.await("bulk2GetJob?" + job, Job.class, found -> found.getState() == JobStateEnum.JOB_COMPLETE);
    }

    private static String createQuery(ParityOrg org) {
        return "jobId="
                + org.prepare("bulk2CreateQueryJob", query(org), QueryJob.class).getId();
    }

    private static String queried(ParityOrg org) {
        String job = createQuery(org);
        org.advance(ParityOrg.QUEUED);
        org.await("bulk2GetQueryJob?" + job, QueryJob.class, found -> found.getState() == JobStateEnum.JOB_COMPLETE);
        return job;
    }

    private static QueryJob query(ParityOrg org) {
        QueryJob job = new QueryJob();
        job.setOperation(OperationEnum.QUERY);
        job.setQuery("SELECT Name FROM Account WHERE Id = '" + org.account("Queried") + "'");
        return job;
    }

    private static Job insert() {
        Job job = new Job();
        job.setObject("Account");
        job.setOperation(OperationEnum.INSERT);
        job.setContentType(ContentTypeEnum.CSV);
        return job;
    }

    private static Job upsert() {
        Job job = insert();
        job.setOperation(OperationEnum.UPSERT);
        job.setExternalIdFieldName("Legacy_Id__c");
        job.setColumnDelimiter(ColumnDelimiterEnum.PIPE);
        job.setLineEnding(LineEndingEnum.CRLF);
        return job;
    }
}
