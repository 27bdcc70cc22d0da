package org.camelforce.salesforcecc.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operations of the Bulk APIs ask, and what they read. */
class BulkRequestsTest {

    private static final String JOB = "750000000000001AAA";
    private static final String BATCH = "751000000000001AAA";
    private static final String RESULT = "752000000000001AAA";
    private static final String IDS = "jobId=" + JOB + "&batchId=" + BATCH;

    private static RequestMaker maker;

    @BeforeAll
    static void start() {
        maker = new RequestMaker();
    }

    @AfterAll
    static void stop() throws Exception {
        maker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "createJob, POST /services/async/56.0/job",
        "getJob?jobId=750000000000001AAA, GET /services/async/56.0/job/750000000000001AAA",
        "closeJob?jobId=750000000000001AAA, POST /services/async/56.0/job/750000000000001AAA",
        "abortJob?jobId=750000000000001AAA, POST /services/async/56.0/job/750000000000001AAA",
        "createBatch?contentType=CSV&jobId=750000000000001AAA, POST /services/async/56.0/job/750000000000001AAA/batch",
        "getAllBatches?jobId=750000000000001AAA, GET /services/async/56.0/job/750000000000001AAA/batch",
        "createBatchQuery?contentType=CSV&jobId=750000000000001AAA&sObjectQuery=x,"
                + " POST /services/async/56.0/job/750000000000001AAA/batch"
    })
    void bulkRequestWhenOptionsNameTheJobThenItsPath(String endpoint, String line) throws Exception {
        assertThat(line(maker.request(endpoint, Map.of(), endpoint.equals("createJob") ? new JobInfo() : "x")))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "getBatch, ''",
        "getRequest, /request",
        "getResults, /result",
        "getQueryResultIds, /result",
        "getQueryResult?resultId=752000000000001AAA, /result/752000000000001AAA"
    })
    void bulkRequestWhenTheBodyIsTheBatchOrOptionsNameItThenItsPath(String endpoint, String path) throws Exception {
        BatchInfo batch = new BatchInfo();
        batch.setJobId(JOB);
        batch.setId(BATCH);
        String line = "GET /services/async/56.0/job/" + JOB + "/batch/" + BATCH + path;

        assertThat(line(maker.request(endpoint, Map.of(), batch))).isEqualTo(line);
        assertThat(line(maker.request(endpoint + (endpoint.contains("?") ? "&" : "?") + IDS, Map.of(), null)))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "bulk2GetJob, GET /ingest/JOB",
        "bulk2CreateBatch, PUT /ingest/JOB/batches",
        "bulk2CloseJob, PATCH /ingest/JOB",
        "bulk2AbortJob, PATCH /ingest/JOB",
        "bulk2DeleteJob, DELETE /ingest/JOB",
        "bulk2GetSuccessfulResults, GET /ingest/JOB/successfulResults",
        "bulk2GetFailedResults, GET /ingest/JOB/failedResults",
        "bulk2GetUnprocessedRecords, GET /ingest/JOB/unprocessedrecords",
        "bulk2GetAllJobs, GET /ingest",
        "bulk2GetQueryJob, GET /query/JOB",
        "bulk2GetQueryJobResults, GET /query/JOB/results",
        "bulk2AbortQueryJob, PATCH /query/JOB",
        "bulk2DeleteQueryJob, DELETE /query/JOB",
        "bulk2GetAllQueryJobs, GET /query"
    })
    void bulk2RequestWhenOptionsNameTheJobThenItsPath(String operation, String line) throws Exception {
        assertThat(line(maker.request(operation + "?jobId=" + JOB, Map.of(), "x")))
                .isEqualTo(line.replace(" /", " /services/data/v56.0/jobs/").replace("JOB", JOB));
    }

    @Test
    void bulk2RequestWhenLocatorsAreSetThenTheQuery() throws Exception {
        assertThat(line(maker.request(
                        "bulk2GetQueryJobResults?maxRecords=50000&jobId=" + JOB,
                        Map.of("CamelSalesforceLocator", "MTAw+A=="),
                        null)))
                .endsWith("/results?locator=MTAw%2BA==&maxRecords=50000");
        assertThat(line(maker.request(
                        "bulk2GetAllJobs", Map.of("CamelSalesforceQueryLocator", "01gRM000000NSS6-2000"), null)))
                .endsWith("/jobs/ingest?queryLocator=01gRM000000NSS6-2000");
    }

    @ParameterizedTest
    @CsvSource({
        "getJob, CamelSalesforceJobId, ../x, jobId",
        "getBatch, CamelSalesforceBatchId, a/b, batchId",
        "getQueryResult, CamelSalesforceResultId, ../../x, resultId",
        "getQueryResult, CamelSalesforceResultId, '', resultId",
        "bulk2DeleteJob, CamelSalesforceJobId, ' ', jobId",
        "bulk2GetQueryJobResults, CamelSalesforceLocator, 1&maxRecords=1, locator",
        "bulk2GetAllQueryJobs, CamelSalesforceQueryLocator, x#y, queryLocator",
        "createBatch, CamelSalesforceContentType, text/html, contentType",
        "createJob, CamelSalesforcePkChunkingParent, 'Account; startRow=1', pkChunkingParent",
        "createJob, CamelSalesforcePkChunkingStartRow, '1\r\nX: y', pkChunkingStartRow",
        "createJob, CamelSalesforcePkChunkingChunkSize, many, pkChunkingChunkSize"
    })
    void requestWhenAPartIsNoneThenDeniedByName(String operation, String header, String value, String named) {
        Map<String, Object> headers = new HashMap<>(Map.of(
                "CamelSalesforceJobId",
                JOB,
                "CamelSalesforceBatchId",
                BATCH,
                "CamelSalesforceResultId",
                RESULT,
                "CamelSalesforceContentType",
                "CSV",
                "CamelSalesforcePkChunking",
                "true"));
        headers.put(header, value);

        assertThatThrownBy(
                        () -> maker.request(operation, headers, operation.equals("createJob") ? new JobInfo() : null))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"getJob", "closeJob", "abortJob", "getAllBatches", "getBatch", "getResults", "getQueryResult"})
    void requestWhenTheBodyHasNoIdThenDenied(String operation) {
        Object body = operation.contains("Job") || operation.contains("All") ? new JobInfo() : new BatchInfo();

        assertThatThrownBy(() -> maker.request(operation + "?resultId=" + RESULT, Map.of(), body))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("jobId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"createJob", "bulk2CreateJob", "bulk2CreateQueryJob"})
    void createJobWhenTheBodyIsNoJobThenDenied(String operation) {
        assertThatThrownBy(() -> maker.request(operation, Map.of(), "x"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("the body must be");
    }

    @Test
    void f9RequestWhenBulk1OrBulk2ThenTheCredentialOfItsApi() throws Exception {
        assertThat(maker.request("getJob?jobId=" + JOB, Map.of(), null).authorization())
                .isEqualTo(ApiRequest.Authorization.SESSION_HEADER);
        assertThat(maker.request("bulk2GetJob?jobId=" + JOB, Map.of(), null).authorization())
                .isEqualTo(ApiRequest.Authorization.BEARER);
    }

    @Test
    void resultsWhenTheyAreAskedForThenTheyAreStreamed() throws Exception {
        for (String operation : List.of("getRequest", "getResults", "getQueryResult", "bulk2GetQueryJobResults")) {
            assertThat(maker.request(operation + "?resultId=" + RESULT + "&" + IDS, Map.of(), null)
                            .answer())
                    .as(operation)
                    .isEqualTo(ApiRequest.AnswerMode.STREAMED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CSV, text/csv;charset=UTF-8",
        "XML, application/xml;charset=UTF-8",
        "JSON, application/json;charset=UTF-8",
        "ZIP_CSV, zip/csv;charset=UTF-8",
        "ZIP_XML, zip/xml;charset=UTF-8",
        "ZIP_JSON, zip/json;charset=UTF-8"
    })
    void createBatchWhenItHasAFormatThenItsContentType(ContentType format, String contentType) throws Exception {
        JobInfo job = new JobInfo();
        job.setId(JOB);
        job.setContentType(format);

        assertThat(List.of(
                        maker.request("createBatch?contentType=" + format + "&jobId=" + JOB, Map.of(), "x"),
                        maker.request("createBatchQuery?sObjectQuery=x", Map.of(), job)))
                .extracting(request -> ((BytesBody) request.body()).contentType())
                .containsExactly(contentType, contentType);
    }

    @Test
    void createJobWhenTheJobWasReadThenOnlyWhatCanBeChosenIsSentAndTheJobStaysAsItIs() throws Exception {
        JobInfo job = new JobInfo();
        job.setId(JOB);
        job.setState(JobStateEnum.OPEN);
        job.setOperation(OperationEnum.HARD_DELETE);
        job.setObject("Account");
        job.setNumberRetries(3);
        job.setTotalProcessingTime(17L);

        assertThat(text(maker.request("createJob", Map.of(), job)))
                .endsWith("<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
                        + "<operation>hardDelete</operation><object>Account</object></jobInfo>");
        assertThat(job.getId()).isEqualTo(JOB);
    }

    @Test
    void closeJobWhenItIsSentThenTheStateAlone() throws Exception {
        assertThat(text(maker.request("closeJob?jobId=" + JOB, Map.of(), null)))
                .endsWith("<state>Closed</state></jobInfo>");
        assertThat(text(maker.request("bulk2CloseJob?jobId=" + JOB, Map.of(), null)))
                .isEqualTo("{\"state\":\"UploadComplete\"}");
        assertThat(text(maker.request("bulk2AbortQueryJob?jobId=" + JOB, Map.of(), null)))
                .isEqualTo("{\"state\":\"Aborted\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkChunking=true | true",
                "pkChunking=true&pkChunkingChunkSize=1000 | chunkSize=1000",
                "pkChunking=true&pkChunkingChunkSize=1000&pkChunkingStartRow=001000000000001&pkChunkingParent=Account"
                        + " | chunkSize=1000; startRow=001000000000001; parent=Account"
            })
    void f7CreateJobWhenQueriesAreToBeSplitThenTheHeader(String options, String header) throws Exception {
        assertThat(chunking(maker.request("createJob?" + options, Map.of(), new JobInfo())))
                .containsExactly(header);
    }

    @Test
    void f7CreateJobWhenAHeaderSaysNoThenNoHeader() throws Exception {
        assertThat(chunking(maker.request(
                        "createJob?pkChunking=true&pkChunkingChunkSize=1000",
                        Map.of("CamelSalesforcePkChunking", "false"),
                        new JobInfo())))
                .isEmpty();
        assertThat(chunking(maker.request("createJob", Map.of(), new JobInfo())))
                .isEmpty();
    }

    @Test
    void f7CreateJobWhenAnOptionWouldHaveNoEffectThenDenied() {
        assertThatThrownBy(() -> maker.request("createJob?pkChunkingChunkSize=1000", Map.of(), new JobInfo()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("pkChunking=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<batchInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><id>751</id>"
                        + "<state>InProgress</state><createdDate>2026-11-20T10:00:00.000Z</createdDate></batchInfo>",
                "{\"id\":\"751\",\"state\":\"InProgress\",\"createdDate\":\"2026-11-20T10:00:00.000+0000\",\"new\":1}"
            })
    void getBatchWhenTheAnswerIsXmlOrJsonThenTheBatch(String body) throws Exception {
        BatchInfo batch = (BatchInfo) result("getBatch?" + IDS, body);

        assertThat(batch.getId()).isEqualTo("751");
        assertThat(batch.getState()).isEqualTo(BatchStateEnum.IN_PROGRESS);
        assertThat(batch.getCreatedDate().toGregorianCalendar().toInstant()).hasToString("2026-11-20T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<result-list xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><result>752a</result>"
                        + "<result>752b</result></result-list>",
                "[\"752a\", \"752b\"]"
            })
    void getQueryResultIdsWhenTheAnswerIsXmlOrJsonThenTheIds(String body) throws Exception {
        assertThat(result("getQueryResultIds?" + IDS, body)).isEqualTo(List.of("752a", "752b"));
    }

    @Test
    void getAllBatchesWhenTheAnswerIsJsonThenTheBatches() throws Exception {
        assertThat((List<?>)
                        result("getAllBatches?jobId=" + JOB, "{\"batchInfo\":[{\"id\":\"751\"},{\"id\":\"752\"}]}"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><jobInfo xmlns=\"http://www.force.com/2009/06/"
                        + "asyncapi/dataload\"><object>&y;</object></jobInfo>",
                "<jobInfo",
                "<html><body>Maintenance",
                "{\"state\":\"Unheard\"}",
                "text"
            })
    void getJobWhenTheAnswerIsNoJobThenItCannotBeRead(String body) {
        assertThatThrownBy(() -> result("getJob?jobId=" + JOB, body)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
                        + "<exceptionCode>InvalidJob</exceptionCode><exceptionMessage>none</exceptionMessage></error>",
                "{\"exceptionCode\":\"InvalidJob\",\"exceptionMessage\":\"none\"}",
                "[{\"errorCode\":\"InvalidJob\",\"message\":\"none\"}]"
            })
    void bulkFailureWhenTheErrorIsXmlOrJsonThenStatusAndError(String body) throws Exception {
        SalesforceException failure = failure("getJob?jobId=" + JOB, 400, body);

        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getErrors()).containsExactly(new RestError("InvalidJob", "none"));
        assertThat(failure).hasMessageContaining("getJob").hasMessageContaining("400");
        assertThat(failure.getResponseContent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"getJob, <html>Down</html>", "getJob, ''", "bulk2GetJob, <html>Down</html>", "bulk2GetJob, ''"})
    void failureWhenTheAnswerIsOfAGatewayThenStatusAndText(String operation, String body) throws Exception {
        SalesforceException failure = failure(operation + "?jobId=" + JOB, 503, body);

        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure.getErrors()).isEmpty();
        assertThat(failure).hasMessageContaining(operation).hasMessageContaining(body);
    }

    @Test
    void bulk2FailureWhenTheJobIsMissingThenNoSpecialType() throws Exception {
        SalesforceException failure =
                failure("bulk2GetJob?jobId=" + JOB, 404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"none\"}]");

        assertThat(failure).isExactlyInstanceOf(SalesforceException.class);
        assertThat(failure.getErrors()).containsExactly(new RestError("NOT_FOUND", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk2GetJob", "bulk2GetQueryJob"})
    void bulk2GetJobWhenRawPayloadIsSetThenTheJobAsUpstream(String operation) throws Exception {
        assertThat(result(operation + "?rawPayload=true&jobId=" + JOB, "{\"id\":\"750\"}"))
                .isInstanceOfAny(Job.class, QueryJob.class);
    }

    private static String line(ApiRequest request) {
        return request.method() + " " + request.target();
    }

    private static List<String> chunking(ApiRequest request) {
        return request.headers().stream()
                .filter(header -> header.name().equals("Sforce-Enable-PKChunking"))
                .map(ApiRequest.Header::value)
                .toList();
    }

    private static String text(ApiRequest request) {
        return new String(((BytesBody) request.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static Object result(String endpoint, String body) throws Exception {
        OperationParameters parameters = maker.parameters(endpoint, Map.of(), null);
        return maker.operation(endpoint).result(answer(parameters, endpoint, 200, body), parameters);
    }

    private static SalesforceException failure(String endpoint, int status, String body) throws Exception {
        OperationParameters parameters = maker.parameters(endpoint, Map.of(), null);
        return maker.operation(endpoint).failure(answer(parameters, endpoint, status, body), parameters);
    }

    private static ApiAnswer answer(OperationParameters parameters, String endpoint, int status, String body)
            throws Exception {
        InputStream content = body.isEmpty() ? null : new AnswerBody(body.getBytes(StandardCharsets.UTF_8));
        return new ApiAnswer(maker.operation(endpoint).request(parameters), status, null, HttpFields.EMPTY, content);
    }
}
