package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.OperationEnum;
import org.apache.camel.component.salesforce.internal.OperationName;

/** Bulk API 1.0, with batches in CSV and in XML. */
final class BulkCases {

    private static final String UNKNOWN = "jobId=750000000000999AAA";
    private static final String UNKNOWN_BATCH = UNKNOWN + "&batchId=751000000000999AAA";
    private static final String INVALID_JOB = "InvalidJob";
    private static final Map<ContentType, String> BATCHES = Map.of(
            ContentType.CSV,
            "Name\nAcme\n\"\"\n",
            ContentType.XML,
            "<sObjects xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><sObject><Name>Initech</Name>"
                    + "</sObject></sObjects>");

    private BulkCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        for (ContentType type : List.of(ContentType.CSV, ContentType.XML)) {
            jobs(cases, type);
            batches(cases, type);
        }
        queries(cases);
        denied(cases);
        return cases.all();
    }

    private static void jobs(Cases cases, ContentType type) {
        String title = type.name();
        cases.answered(CREATE_JOB, title, org -> org.send("createJob", info(OperationEnum.INSERT, type)), "750")
                .answered(GET_JOB, title, org -> org.send("getJob?" + job(org, type), null), "750")
                .answered(CLOSE_JOB, title, org -> org.send("closeJob?" + job(org, type), null), "CLOSED")
                .answered(ABORT_JOB, title, org -> org.send("abortJob?" + job(org, type), null), "ABORTED")
                .denied(
                        CLOSE_JOB,
                        title + ", closed",
                        org -> {
                            String job = job(org, type);
                            org.prepare("closeJob?" + job, null, JobInfo.class);
                            return org.send("closeJob?" + job, null);
                        },
                        "400");
    }

    private static void batches(Cases cases, ContentType type) {
        String title = type.name();
        String created = "createBatch?contentType=" + type + "&";
        cases.answered(
                        CREATE_BATCH,
                        title,
                        org -> {
                            String job = job(org, type);
                            Exchange answer = org.send(created + job, BATCHES.get(type));
                            complete(org, job, answer.getMessage().getBody(BatchInfo.class));
                            return answer;
                        },
                        "751",
                        "QUEUED")
                .answered(GET_BATCH, title, org -> org.send("getBatch?" + done(org, type), null), "COMPLETED")
                .answered(
                        GET_ALL_BATCHES, title, org -> org.send("getAllBatches?" + done(org, type), null), "COMPLETED")
                .answered(GET_REQUEST, title, org -> org.send("getRequest?" + done(org, type), null), BATCHES.get(type))
                .answered(GET_RESULTS, title, org -> org.send("getResults?" + done(org, type), null), "true");
    }

    private static void queries(Cases cases) {
        cases.answered(
                        CREATE_BATCH_QUERY,
                        "CSV",
                        org -> org.send("createBatchQuery?contentType=CSV&" + queryJob(org), soql(org)),
                        "751")
                .answered(
                        GET_QUERY_RESULT_IDS, "CSV", org -> org.send("getQueryResultIds?" + queried(org), null), "752")
                .answered(
                        GET_QUERY_RESULT,
                        "CSV",
                        org -> {
                            String batch = queried(org);
                            List<?> ids = org.prepare("getQueryResultIds?" + batch, null, List.class);
                            return org.send("getQueryResult?resultId=" + ids.get(0) + "&" + batch, null);
                        },
                        "\"Name\"\n\"Queried\"\n");
    }

    private static void denied(Cases cases) {
        cases.denied(
                CREATE_JOB,
                "unknown object",
                org -> {
                    JobInfo unknown = info(OperationEnum.INSERT, ContentType.CSV);
                    unknown.setObject("Thing__c");
                    return org.send("createJob", unknown);
                },
                "InvalidEntity");
        for (OperationName operation : List.of(
                GET_JOB,
                CLOSE_JOB,
                ABORT_JOB,
                GET_BATCH,
                GET_ALL_BATCHES,
                GET_REQUEST,
                GET_RESULTS,
                GET_QUERY_RESULT_IDS,
                GET_QUERY_RESULT)) {
            cases.denied(
                    operation,
                    "unknown job",
                    org -> org.send(operation.value() + "?resultId=752000000000999AAA&" + UNKNOWN_BATCH, null),
                    INVALID_JOB);
        }
        cases.denied(
                        CREATE_BATCH,
                        "unknown job",
                        org -> org.send("createBatch?contentType=CSV&" + UNKNOWN, "Name\n"),
                        INVALID_JOB)
                .denied(
                        CREATE_BATCH_QUERY,
                        "unknown job",
                        org -> org.send("createBatchQuery?contentType=CSV&" + UNKNOWN, "SELECT Id FROM Account"),
                        INVALID_JOB);
    }

    private static String job(ParityOrg org, ContentType type) {
        return jobOf(org, info(OperationEnum.INSERT, type));
    }

    private static String queryJob(ParityOrg org) {
        return jobOf(org, info(OperationEnum.QUERY, ContentType.CSV));
    }

    private static String jobOf(ParityOrg org, JobInfo info) {
        return "jobId=" + org.prepare("createJob", info, JobInfo.class).getId();
    }

    private static String soql(ParityOrg org) {
        return "SELECT Name FROM Account WHERE Id = '" + org.account("Queried") + "'";
    }

    /** A batch that is complete. */
    private static String done(ParityOrg org, ContentType type) {
        String job = job(org, type);
        return complete(
                org,
                job,
                org.prepare("createBatch?contentType=" + type + "&" + job, BATCHES.get(type), BatchInfo.class));
    }

    private static String queried(ParityOrg org) {
        String job = queryJob(org);
        return complete(org, job, org.prepare("createBatchQuery?contentType=CSV&" + job, soql(org), BatchInfo.class));
    }

    /** Lets a batch complete, so that it does not run beside the next one. */
    private static String complete(ParityOrg org, String job, BatchInfo added) {
        String batch = job + "&batchId=" + added.getId();
        org.advance(ParityOrg.QUEUED);
        org.await("getBatch?" + batch, BatchInfo.class, found -> found.getState() == BatchStateEnum.COMPLETED);
        return batch;
    }

    private static JobInfo info(OperationEnum operation, ContentType contentType) {
        JobInfo job = new JobInfo();
        job.setOperation(operation);
        job.setContentType(contentType);
        job.setObject("Account");
        return job;
    }
}
