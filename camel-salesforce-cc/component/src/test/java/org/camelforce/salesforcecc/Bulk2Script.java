package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ColumnDelimiterEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ContentTypeEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.LineEndingEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;

/** What each operation of Bulk API 2.0 answers. */
final class Bulk2Script {

    private static final String UNKNOWN = "jobId=750000000000999AAA";

    private final BulkCalls calls;

    private Bulk2Script(BulkCalls calls) {
        this.calls = calls;
    }

    static Map<String, String> run(CamelContext context, String scheme) throws Exception {
        BulkCalls calls = new BulkCalls(context, scheme);
        Bulk2Script script = new Bulk2Script(calls);
        script.ingest();
        script.queryJob();
        script.refused();
        return calls.answers();
    }

    private void ingest() throws Exception {
        String job = create(job(OperationEnum.INSERT));
        calls.call("bulk2CreateBatch", "bulk2CreateBatch?" + job, "Name,Legacy_Id__c\nAcme,a1\n,a2\n");
        calls.call("bulk2CloseJob", "bulk2CloseJob?" + job, null, Job.class);
        calls.await("bulk2GetJob?" + job, Job.class, found -> found.getState() == JobStateEnum.JOB_COMPLETE);
        Job complete = calls.call("bulk2GetJob", "bulk2GetJob?" + job, null, Job.class);
        assertThat(complete.getNumberRecordsProcessed()).isEqualTo(2);
        assertThat(complete.getNumberRecordsFailed()).isEqualTo(1);
        assertThat(calls.call("bulk2GetSuccessfulResults", "bulk2GetSuccessfulResults?" + job, null))
                .contains("\"true\",\"Acme\",\"a1\"");
        assertThat(calls.call("bulk2GetFailedResults", "bulk2GetFailedResults?" + job, null))
                .contains("REQUIRED_FIELD_MISSING");
        calls.call("bulk2GetUnprocessedRecords", "bulk2GetUnprocessedRecords?" + job, null);

        Job upsert = job(OperationEnum.UPSERT);
        upsert.setExternalIdFieldName("Legacy_Id__c");
        upsert.setColumnDelimiter(ColumnDelimiterEnum.PIPE);
        upsert.setLineEnding(LineEndingEnum.CRLF);
        String aborted = create(upsert);
        Job answer = calls.call("bulk2AbortJob", "bulk2AbortJob?" + aborted, null, Job.class);
        assertThat(answer.getState()).isEqualTo(JobStateEnum.ABORTED);
        calls.call("bulk2GetAllJobs", "bulk2GetAllJobs", null);
        calls.call("bulk2DeleteJob", "bulk2DeleteJob?" + aborted, null);
    }

    private void queryJob() throws Exception {
        QueryJob created = calls.call("bulk2CreateQueryJob", "bulk2CreateQueryJob", query(), QueryJob.class);
        String job = "jobId=" + created.getId();
        calls.await("bulk2GetQueryJob?" + job, QueryJob.class, found -> found.getState() == JobStateEnum.JOB_COMPLETE);
        calls.call("bulk2GetQueryJob", "bulk2GetQueryJob?" + job, null, QueryJob.class);
        assertThat(calls.call("bulk2GetQueryJobResults", "bulk2GetQueryJobResults?maxRecords=1&" + job, null))
                .isEqualTo("\"Name\"\n\"Acme\"\n");
        calls.call("bulk2GetAllQueryJobs", "bulk2GetAllQueryJobs", null);
        calls.call("bulk2DeleteQueryJob", "bulk2DeleteQueryJob?" + job, null);
    }

    static Map<String, String> abortQuery(CamelContext context, String scheme) throws Exception {
        BulkCalls calls = new BulkCalls(context, scheme);
        QueryJob created = calls.call("bulk2CreateQueryJob", "bulk2CreateQueryJob", query(), QueryJob.class);
        String job = "jobId=" + created.getId();
        QueryJob aborted = calls.call("bulk2AbortQueryJob", "bulk2AbortQueryJob?" + job, null, QueryJob.class);
        assertThat(aborted.getState()).isEqualTo(JobStateEnum.ABORTED);
        calls.call("bulk2DeleteQueryJob", "bulk2DeleteQueryJob?" + job, null);
        return calls.answers();
    }

    private static QueryJob query() {
        QueryJob job = new QueryJob();
        job.setOperation(OperationEnum.QUERY);
        job.setQuery("SELECT Name FROM Account");
        return job;
    }

    private void refused() throws Exception {
        Job unknown = job(OperationEnum.INSERT);
        unknown.setObject("Thing__c");
        calls.call("bulk2CreateJob refused", "bulk2CreateJob", unknown);
        QueryJob malformed = new QueryJob();
        malformed.setOperation(OperationEnum.QUERY);
        malformed.setQuery("SELEKT Id");
        calls.call("bulk2CreateQueryJob refused", "bulk2CreateQueryJob", malformed);
        for (String operation : new String[] {
            "bulk2GetJob",
            "bulk2DeleteJob",
            "bulk2GetSuccessfulResults",
            "bulk2GetFailedResults",
            "bulk2GetUnprocessedRecords",
            "bulk2GetQueryJob",
            "bulk2GetQueryJobResults",
            "bulk2DeleteQueryJob"
        }) {
            calls.call(operation + " refused", operation + "?" + UNKNOWN, null);
        }
        calls.call("bulk2CreateBatch refused", "bulk2CreateBatch?" + UNKNOWN, "Name\n");
        // camel-salesforce 4.18 calls back twice here, so that either of two failures is seen
        for (String operation : new String[] {"bulk2CloseJob", "bulk2AbortJob", "bulk2AbortQueryJob"}) {
            calls.refused(operation + " refused", operation + "?" + UNKNOWN, null);
        }
    }

    private String create(Job job) throws Exception {
        return "jobId="
                + calls.call("bulk2CreateJob " + job.getOperation(), "bulk2CreateJob", job, Job.class)
                        .getId();
    }

    private static Job job(OperationEnum operation) {
        Job job = new Job();
        job.setObject("Account");
        job.setOperation(operation);
        job.setContentType(ContentTypeEnum.CSV);
        return job;
    }
}
