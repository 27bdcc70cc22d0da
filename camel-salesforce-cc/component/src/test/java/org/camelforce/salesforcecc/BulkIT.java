package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.ContentTypeEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.converter.stream.InputStreamCache;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Bulk APIs beyond what upstream does. */
@WithSalesforceSimulator
class BulkIT {

    private static final String CSV = "Name\n" + "\"Acme and Sons\"\n".repeat(40_000);

    @TempDir
    private Path folder;

    private enum Source {
        FILE {
            @Override
            Object of(Path file) {
                return file.toFile();
            }
        },
        PATH {
            @Override
            Object of(Path file) {
                return file;
            }
        },
        CACHE {
            @Override
            Object of(Path file) {
                return new InputStreamCache(CSV.getBytes(StandardCharsets.UTF_8));
            }
        },
        STREAM {
            @Override
            Object of(Path file) {
                return new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8));
            }
        };

        abstract Object of(Path file);
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void r8CreateBatchWhenTokenRejectedThenSentAgainWhole(Source source, SalesforceSimulator org) throws Exception {
        Path file = Files.writeString(folder.resolve("accounts.csv"), CSV);
        try (CamelContext context = TestContexts.started(org)) {
            // queries of another job would take these rows for a query
            JobInfo job = createJob(context, OperationEnum.QUERY, ContentType.CSV);
            org.sessions().endAll();

            BatchInfo batch = answer(
                    context, "createBatch?contentType=CSV&jobId=" + job.getId(), source.of(file), BatchInfo.class);

            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(text(request(context, "getRequest", batch))).isEqualTo(CSV);
        }
    }

    @Test
    void r8Bulk2CreateBatchWhenTokenRejectedThenALargeFileIsSentAgainWhole(SalesforceSimulator org) throws Exception {
        Path file = folder.resolve("accounts.csv");
        Files.write(file, List.of("Name", "x".repeat(5_000_000)));
        try (CamelContext context = TestContexts.started(org)) {
            String id = answer(context, "bulk2CreateJob", insert(), Job.class).getId();
            org.sessions().endAll();

            Exchange answer = request(context, "bulk2CreateBatch?jobId=" + id, file);

            assertThat(answer.getException()).isNull();
            assertThat(answer.getMessage().getBody()).isNull();
            assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                    .isEqualTo("201");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    /** Upstream sends such a batch as {@code null;charset=UTF-8}. */
    @Test
    void bulkBatchWhenItIsJsonThenItIsLoadedAndReadBack(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            JobInfo job = createJob(context, OperationEnum.INSERT, ContentType.JSON);
            BatchInfo added = answer(
                    context,
                    "createBatch?contentType=JSON&jobId=" + job.getId(),
                    "[{\"Name\":\"Acme\"}]",
                    BatchInfo.class);
            awaitState(context, added, BatchStateEnum.COMPLETED);

            assertThat(text(request(context, "getResults", added))).contains("\"success\":true");
            assertThat(org.records().query("SELECT Id FROM Account")).hasSize(1);

            JobInfo query = createJob(context, OperationEnum.QUERY, ContentType.JSON);
            BatchInfo asked = answer(
                    context,
                    "createBatchQuery?contentType=JSON&jobId=" + query.getId(),
                    "SELECT Name FROM Account",
                    BatchInfo.class);
            awaitState(context, asked, BatchStateEnum.COMPLETED);
            List<?> ids = answer(context, "getQueryResultIds", asked, List.class);
            assertThat(text(request(context, "getQueryResult?resultId=" + ids.get(0), asked)))
                    .contains("Acme");
        }
    }

    @Test
    void f7CreateJobWhenPkChunkingIsSetThenTheQueryIsSplit(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            for (int i = 0; i < 3; i++) {
                assertThat(request(context, "createSObject?sObjectName=Account", "{\"Name\":\"Acme\"}")
                                .getException())
                        .isNull();
            }
            JobInfo job = new JobInfo();
            job.setOperation(OperationEnum.QUERY);
            job.setContentType(ContentType.CSV);
            job.setObject("Account");
            JobInfo created = answer(context, "createJob?pkChunking=true&pkChunkingChunkSize=2", job, JobInfo.class);

            answer(
                    context,
                    "createBatchQuery?contentType=CSV&jobId=" + created.getId(),
                    "SELECT Name FROM Account",
                    BatchInfo.class);

            // the first batch is the query itself, which is not processed
            Awaitility.await()
                    .untilAsserted(() -> assertThat((List<?>) answer(context, "getAllBatches", created, List.class))
                            .extracting(batch -> ((BatchInfo) batch).getState())
                            .containsExactlyInAnyOrder(
                                    BatchStateEnum.NOT_PROCESSED, BatchStateEnum.COMPLETED, BatchStateEnum.COMPLETED));
        }
    }

    @Test
    void resultsWhenTheRouteDoesNotCacheThemThenTheyAreReadWhileTheyArrive(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            Path file = folder.resolve("request.csv");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:results")
                            .streamCache("false")
                            .to("salesforce-cc:getRequest")
                            .process(exchange -> {
                                try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
                                    Files.copy(body, file);
                                }
                            });
                }
            });
            context.start();
            JobInfo job = createJob(context, OperationEnum.QUERY, ContentType.CSV);
            BatchInfo batch = answer(context, "createBatch?contentType=CSV&jobId=" + job.getId(), CSV, BatchInfo.class);

            context.createProducerTemplate().sendBody("direct:results", batch);

            assertThat(file).hasContent(CSV.strip());
        }
    }

    @Test
    void resultsWhenTheyAreDeniedThenNothingIsStreamed(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            org.faults()
                    .inject(
                            FaultPoint.REST_REQUEST,
                            new Fault.Answer(
                                    503,
                                    "application/json",
                                    "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"x\"}]"),
                            1);

            Exchange answer = request(context, "bulk2GetFailedResults?jobId=750000000000001AAA", null);

            assertThat(answer.getException())
                    .isInstanceOfSatisfying(SalesforceException.class, failure -> assertThat(failure.getStatusCode())
                            .isEqualTo(503));
        }
    }

    private static JobInfo createJob(CamelContext context, OperationEnum operation, ContentType format) {
        JobInfo job = new JobInfo();
        job.setOperation(operation);
        job.setContentType(format);
        job.setObject("Account");
        return answer(context, "createJob", job, JobInfo.class);
    }

    private static Job insert() {
        Job job = new Job();
        job.setObject("Account");
        job.setOperation(org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum.INSERT);
        job.setContentType(ContentTypeEnum.CSV);
        return job;
    }

    private static void awaitState(CamelContext context, BatchInfo batch, BatchStateEnum state) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> answer(context, "getBatch", batch, BatchInfo.class).getState() == state);
    }

    private static <T> T answer(CamelContext context, String endpoint, Object body, Class<T> type) {
        Exchange exchange = request(context, endpoint, body);
        assertThat(exchange.getException()).as(endpoint).isNull();
        return type.cast(exchange.getMessage().getBody());
    }

    private static Exchange request(CamelContext context, String endpoint, Object body) {
        return context.createProducerTemplate().request("salesforce-cc:" + endpoint, exchange -> {
            exchange.getIn().setBody(body);
        });
    }

    private static String text(Exchange exchange) throws IOException {
        assertThat(exchange.getException()).isNull();
        try (InputStream body = (InputStream) exchange.getMessage().getBody()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
