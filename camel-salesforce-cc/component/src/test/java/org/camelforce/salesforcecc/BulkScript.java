package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.OperationEnum;

/** What each operation of Bulk API 1.0 answers. */
final class BulkScript {

    private static final String UNKNOWN = "jobId=750000000000999AAA&batchId=751000000000999AAA";

    private final BulkCalls calls;

    private BulkScript(BulkCalls calls) {
        this.calls = calls;
    }

    static Map<String, String> run(CamelContext context, String scheme) throws Exception {
        BulkCalls calls = new BulkCalls(context, scheme);
        BulkScript script = new BulkScript(calls);
        script.load(ContentType.CSV, "Name\nAcme\n\"\"\n");
        script.load(
                ContentType.XML,
                "<sObjects xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><sObject><Name>Initech</Name>"
                        + "</sObject></sObjects>");
        script.query();
        script.refused();
        return calls.answers();
    }

    private void load(ContentType contentType, String body) throws Exception {
        String kind = " " + contentType;
        JobInfo created =
                calls.call("createJob" + kind, "createJob", job(OperationEnum.INSERT, contentType), JobInfo.class);
        String job = "jobId=" + created.getId();
        BatchInfo added = calls.call(
                "createBatch" + kind, "createBatch?contentType=" + contentType + "&" + job, body, BatchInfo.class);
        String batch = job + "&batchId=" + added.getId();
        calls.await("getBatch?" + batch, BatchInfo.class, found -> found.getState() == BatchStateEnum.COMPLETED);
        calls.call("getBatch" + kind, "getBatch?" + batch, null, BatchInfo.class);
        List<?> all = calls.call("getAllBatches" + kind, "getAllBatches?" + job, null, List.class);
        assertThat(all).hasSize(1);
        assertThat(calls.call("getRequest" + kind, "getRequest?" + batch, null)).isEqualTo(body);
        assertThat(calls.call("getResults" + kind, "getResults?" + batch, null)).contains("true");
        JobInfo found = calls.call("getJob" + kind, "getJob?" + job, null, JobInfo.class);
        assertThat(found.getNumberBatchesCompleted()).isEqualTo(1);
        calls.call("closeJob" + kind, "closeJob?" + job, null, JobInfo.class);
        calls.call("closeJob refused" + kind, "closeJob?" + job, null);
        calls.call("abortJob" + kind, "abortJob?" + job, null, JobInfo.class);
    }

    private void query() throws Exception {
        JobInfo created =
                calls.call("createJob query", "createJob", job(OperationEnum.QUERY, ContentType.CSV), JobInfo.class);
        String job = "jobId=" + created.getId();
        BatchInfo added = calls.call(
                "createBatchQuery",
                "createBatchQuery?contentType=CSV&" + job,
                "SELECT Name FROM Account ORDER BY Name",
                BatchInfo.class);
        String batch = job + "&batchId=" + added.getId();
        calls.await("getBatch?" + batch, BatchInfo.class, found -> found.getState() == BatchStateEnum.COMPLETED);
        List<?> ids = calls.call("getQueryResultIds", "getQueryResultIds?" + batch, null, List.class);
        assertThat(calls.call("getQueryResult", "getQueryResult?resultId=" + ids.get(0) + "&" + batch, null))
                .isEqualTo("\"Name\"\n\"Acme\"\n\"Initech\"\n");
    }

    private void refused() throws Exception {
        JobInfo unknown = job(OperationEnum.INSERT, ContentType.CSV);
        unknown.setObject("Thing__c");
        assertThat(calls.call("createJob refused", "createJob", unknown)).contains("InvalidEntity");
        for (String operation : List.of(
                "getJob",
                "closeJob",
                "abortJob",
                "getBatch",
                "getAllBatches",
                "getRequest",
                "getResults",
                "getQueryResultIds",
                "getQueryResult")) {
            String answer =
                    calls.call(operation + " refused", operation + "?resultId=752000000000999AAA&" + UNKNOWN, null);
            assertThat(answer).as(operation).contains("InvalidJob");
        }
        calls.call("createBatch refused", "createBatch?contentType=CSV&jobId=750000000000999AAA", "Name\n");
        calls.call(
                "createBatchQuery refused",
                "createBatchQuery?contentType=CSV&jobId=750000000000999AAA",
                "SELECT Id FROM Account");
    }

    private static JobInfo job(OperationEnum operation, ContentType contentType) {
        JobInfo job = new JobInfo();
        job.setOperation(operation);
        job.setContentType(contentType);
        job.setObject("Account");
        return job;
    }
}
