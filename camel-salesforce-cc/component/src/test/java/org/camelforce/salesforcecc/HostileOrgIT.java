package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getStackTrace;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.dto.Attachment__c;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an org answers, each exchange ends once, says why, and shows no token. */
class HostileOrgIT {

    private static final String RECORD = "001000000000001AAA";
    private static final String LIMITS = "raw?rawMethod=GET&rawPath=/services/data/v62.0/limits";

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private CamelContext context;
    private SalesforceCcComponent component;
    private volatile ScriptedServer.Script script = connection -> answer(connection, 200, "{}");

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(connection -> script.answer(connection), options -> {
            options.setPackages("org.camelforce.salesforcecc.dto");
            options.setHttpRequestTimeout(5_000L);
        });
        component = ORG.component();
        context.start();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits?rawPayload=true|400|[null]",
                "limits?rawPayload=true|404|[null]",
                "limits?rawPayload=true|503|[null]",
                "limits?rawPayload=true|400|null",
                "limits?rawPayload=true|404|null",
                "limits?rawPayload=true|300|[null]",
                "limits?rawPayload=true|300|null",
                "limits?rawPayload=true|400|[{\"errorCode\":null,\"message\":null,\"fields\":[null]}]",
                "limits?rawPayload=true|400|[[]]",
                LIMITS + "|400|[null]",
                "getJob?jobId=750000000000001AAA|400|[null]",
                "bulk2GetJob?jobId=750000000000001AAA|400|[null]",
                "getResults?jobId=750000000000001AAA&batchId=751000000000001AAA|400|[null]"
            })
    void requestWhenTheErrorsAreOddThenTheExchangeFailsWithItsStatus(String operation, int status, String body)
            throws Exception {
        script = connection -> answer(connection, status, body);

        Exchange exchange = send(operation, Map.of(), null);

        assertThat(exchange.getException(SalesforceException.class).getStatusCode())
                .isEqualTo(status);
        assertThat(exchange.getProperty(RequestFailure.PROPERTY)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hasErrors\":true}",
                "{\"hasErrors\":true,\"results\":null}",
                "{\"hasErrors\":true,\"results\":[null]}",
                "{\"hasErrors\":true,\"results\":[{\"referenceId\":\"none\",\"errors\":null}]}",
                "{\"hasErrors\":true,\"results\":[{\"referenceId\":null,\"errors\":[null]}]}"
            })
    void treeWhenTheErrorsAreOddThenTheExchangeFailsWithItsStatus(String body) throws Exception {
        for (int status : List.of(400, 201)) {
            script = connection -> answer(connection, status, body);
            SObjectTree tree = new SObjectTree();
            tree.addObject(Account.named("Acme"));

            Exchange exchange = send("composite-tree", Map.of(), tree);

            assertThat(exchange.getException()).isInstanceOf(SalesforceException.class);
            assertThat(exchange.getProperty(RequestFailure.PROPERTY, RequestFailure.class)
                            .statusCode())
                    .isEqualTo(status);
            if (status == 400) {
                assertThat(exchange.getException(SalesforceException.class).getStatusCode())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void eventSchemaWhenTheFormatIsNoneThenDenied() throws Exception {
        AtomicInteger requests = counting();
        Exchange exchange = send(
                "getEventSchema?eventName=Order__e", Map.of("CamelSalesforceEventSchemaFormat", "EXPANDED&a=b"), null);

        assertThat(exchange.getException()).hasMessageContaining("eventSchemaFormat");
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "DESCRIBE", "listviews", "quickActions"})
    void externalIdWhenTheFieldIsAResourceThenDenied(String name) throws Exception {
        AtomicInteger requests = counting();
        Exchange exchange = send(
                "getSObjectWithId?rawPayload=true&sObjectName=Account&sObjectIdValue=layouts",
                Map.of("CamelSalesforceSObjectIdName", name),
                null);

        assertThat(exchange.getException()).hasMessageContaining("sObjectIdName");
        assertThat(requests).hasValue(0);
    }

    @Test
    void queryMoreWhenThePathIsAJobThenDenied() throws Exception {
        AtomicInteger requests = counting();
        Exchange exchange =
                send("queryMore?rawPayload=true", Map.of(), "/services/data/v62.0/jobs/query/750000000000001AAA");

        assertThat(exchange.getException()).hasMessageContaining("sObjectQuery");
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"À", "Á", "ÀÁ"})
    void apexCallWhenThePathHasLettersBeyondAsciiThenEncoded(String letters) throws Exception {
        assertThat(send(
                                "apexCall?rawPayload=true&apexMethod=GET",
                                Map.of("CamelSalesforceApexUrl", "x/" + letters),
                                null)
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%e0%80%ae%e0%80%ae", "%f0%80%80%ae.", "%c0%ae%c0%ae"})
    void rawWhenThePathHasDotsOfTooManyBytesThenDenied(String dots) throws Exception {
        assertThat(send(
                                "raw?rawMethod=GET",
                                Map.of("CamelSalesforceRawPath", "/services/apexrest/" + dots + "/x"),
                                null)
                        .getException())
                .hasMessageContaining("rawPath");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void iteratorWhenThePagesGoInCirclesThenItThrows(int length) throws Exception {
        AtomicInteger page = new AtomicInteger();
        script = connection -> answer(
                connection,
                200,
                "{\"done\":false,\"totalSize\":1,\"records\":[],\"nextRecordsUrl\":\"/services/data/v56.0/query/01g-"
                        + page.getAndIncrement() % length + "\"}");
        Exchange exchange = send(
                "query?streamQueryResult=true&sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount",
                Map.of(),
                "SELECT Id FROM Account");
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);

        Future<Throwable> end = soon(() -> catchThrowable(records::next));

        assertThat(end.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("nextRecordsUrl");
    }

    @Test
    void upsertWhenExchangesShareARecordThenEachIsSentWhole() throws Exception {
        AtomicInteger wrong = new AtomicInteger();
        script = connection -> {
            if (!ORG.server().bodyText(connection).contains("Acme")) {
                wrong.incrementAndGet();
            }
            answer(connection, 204, "");
        };
        Account account = Account.named("Acme").withLegacyId("17");
        List<Future<Exchange>> all = IntStream.range(0, 200)
                .mapToObj(i -> soon(() -> send("upsertSObject?sObjectIdName=Legacy_Id__c", Map.of(), account)))
                .toList();
        for (Future<Exchange> each : all) {
            assertThat(each.get().getException()).isNull();
        }
        assertThat(wrong).hasValue(0);
    }

    @Test
    void updateWhenExchangesShareARecordThenEachIsSentWhole() throws Exception {
        script = connection -> {
            ORG.server().bodyText(connection);
            answer(connection, 204, "");
        };
        Account account = Account.named("Acme").withId(RECORD);
        List<Future<Exchange>> all = IntStream.range(0, 200)
                .mapToObj(i -> soon(() -> send("updateSObject", Map.of(), account)))
                .toList();
        for (Future<Exchange> each : all) {
            assertThat(each.get().getException()).isNull();
        }
    }

    @Test
    void uploadWhenTheTokenIsRejectedBeforeTheBodyIsSentThenItIsSentAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data.csv");
        Files.write(file, new byte[40_000_000]);
        AtomicInteger requests = new AtomicInteger();
        script = connection -> {
            if (requests.incrementAndGet() == 1) {
                connection.getInputStream().readNBytes(1_000);
                answer(
                        connection,
                        401,
                        "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]");
                connection.getInputStream().skipNBytes(40_000_000 - 1_000);
                return;
            }
            connection.getInputStream().skipNBytes(40_000_000);
            answer(connection, 201, "");
        };

        Exchange exchange = send("bulk2CreateBatch?jobId=750000000000001AAA", Map.of(), file.toFile());

        assertThat(exchange.getException()).isNull();
        assertThat(requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
                "HTTP/1.1 199 What\r\n\r\n"
            })
    void requestWhenInterimAnswersComeFirstThenTheFinalOneCounts(String interim) throws Exception {
        script = connection -> {
            ScriptedServer.write(connection, interim);
            answer(connection, 200, "{\"a\":1}");
        };

        for (String operation : List.of("limits?rawPayload=true", "bulk2GetFailedResults?jobId=750000000000001AAA")) {
            Exchange exchange = send(operation, Map.of(), null);

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:1/x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200\r\n\r\n\r\n\r\n",
                "HTTP/0.9\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 099 x\r\n\r\n",
                "HTTP/1.1 999 x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 No\r\n\r\n",
                "HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n"
            })
    void requestWhenTheAnswerIsOddThenTheExchangeEndsAndTheNextOneIsServed(String odd) throws Exception {
        for (String operation : List.of("limits?rawPayload=true", "bulk2GetFailedResults?jobId=750000000000001AAA")) {
            script = connection -> {
                ScriptedServer.write(connection, odd);
                connection.shutdownOutput();
                ScriptedServer.awaitClosed(connection);
            };
            Exchange exchange = send(operation, Map.of(), null);
            InputStream stream =
                    exchange.getException() == null ? exchange.getMessage().getBody(InputStream.class) : null;
            if (stream != null) {
                try {
                    stream.readAllBytes();
                } catch (java.io.IOException e) {
                    // the answer is cut
                }
                stream.close();
            }
            script = connection -> answer(connection, 200, "{}");
            // the first request may still take the connection that this org is about to close
            await().until(() -> send("limits?rawPayload=true", Map.of(), null).getException() == null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{\"success\":true},{\"success\":true}]"})
    void collectionWhenItsResultsAreNotAsManyAsItsRecordsThenTheExchangeFailsAndSaysSo(String results)
            throws Exception {
        answerAfterBody(results);

        for (String operation : List.of(
                "compositeCreateSObjectCollections",
                "compositeUpdateSObjectCollections",
                "compositeUpsertSObjectCollections?sObjectName=Account&sObjectIdName=Number__c")) {
            assertThat(send(operation, Map.of(), List.of(Account.named("Acme"))).getException())
                    .hasMessageContaining("results for 1 records");
        }
        assertThat(send("compositeDeleteSObjectCollections", Map.of("CamelSalesforceSObjectIds", RECORD), null)
                        .getException())
                .hasMessageContaining("results for 1 records");
    }

    @Test
    void headerWithTheNumberOfFailedPartsWhenTheRequestFailsThenItIsNotThatOfAnEarlierOne() throws Exception {
        script = connection -> answer(connection, 400, "[]");

        Exchange exchange = send(
                "compositeDeleteSObjectCollections",
                Map.of("CamelSalesforceSObjectIds", RECORD, FailedParts.HEADER, 7),
                null);

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getMessage().getHeader(FailedParts.HEADER)).isNull();
    }

    @Test
    void headWhenTheAnswerWouldBeTooLargeThenThereIsNoneAndTheExchangeGoesOn() throws Exception {
        script = connection -> ScriptedServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");

        Exchange exchange = send("raw?rawMethod=HEAD&rawPath=/services/data/v62.0/x", Map.of(), null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void failureWhenTheAnswerIsLongThenItsMessageIsNotAndItsContentIsWhole() throws Exception {
        String page = "<p>no service</p>\n".repeat(200_000);
        script = connection -> answer(connection, 503, page);

        for (String operation : List.of("limits?rawPayload=true", LIMITS)) {
            SalesforceException failure = send(operation, Map.of(), null).getException(SalesforceException.class);

            assertThat(failure.getMessage())
                    .contains("no service")
                    .endsWith("...")
                    .hasSizeLessThan(11_000);
            assertThat(failure.getResponseContent().readAllBytes()).hasSize(page.length());
        }
    }

    @Test
    void failureWhenTheTokenIsWhereItsMessageEndsThenNoPartOfItIsShown() throws Exception {
        String token = TestContexts.token(component);
        for (int before : new int[] {9_800, 9_900, 9_950, 9_990, 9_999}) {
            script = connection -> answer(connection, 503, "x ".repeat(before / 2) + token + " y".repeat(1_000));

            assertThat(send(LIMITS, Map.of(), null).getException().getMessage())
                    .doesNotContain(token.substring(0, 15))
                    .doesNotContain(token.substring(15, 30));
        }
    }

    @Test
    void failureWhenTheAnswerShowsTheTokenThenNothingOfTheExchangeDoes() throws Exception {
        String token = TestContexts.token(component);
        script = connection -> ScriptedServer.write(
                connection,
                "HTTP/1.1 500 " + token + "\r\nX-Request-Id: " + token + "\r\nSforce-Echo: " + token
                        + "\r\nContent-Length: " + (49 + 3 * token.length()) + "\r\n\r\n[{\"errorCode\":\"" + token
                        + "\",\"message\":\"" + token
                        + "\",\"fields\":[\"" + token + "\"]}]");

        Exchange exchange = send("limits?rawPayload=true", Map.of(), null);

        assertThat(exchange.getProperties().toString()).doesNotContain(token);
        assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain(token);
        assertThat(getStackTrace(exchange.getException())).doesNotContain(token);
        InputStream content = exchange.getException(SalesforceException.class).getResponseContent();
        assertThat(content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain(token);
    }

    @Test
    void missingRecordWhenTheAnswerShowsTheTokenThenTheTypeOfTheExceptionStays() throws Exception {
        String token = TestContexts.token(component);
        script = connection ->
                answer(connection, 404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"" + token + "\",\"fields\":[]}]");

        Exchange exchange = send("getSObject?rawPayload=true&sObjectName=Account&sObjectId=" + RECORD, Map.of(), null);

        assertThat(exchange.getException())
                .isInstanceOf(org.apache.camel.component.salesforce.api.NoSuchSObjectException.class);
        assertThat(getStackTrace(exchange.getException())).doesNotContain(token);
    }

    @Test
    void recordWithAStreamWhenItIsSentTwiceThenItsContentIsSentTwice() throws Exception {
        AtomicInteger whole = new AtomicInteger();
        script = connection -> {
            if (ORG.server().bodyText(connection).contains("CONTENT-OF-THE-FILE")) {
                whole.incrementAndGet();
            }
            answer(connection, 201, "{\"id\":\"" + RECORD + "\",\"success\":true,\"errors\":[]}");
        };
        Attachment__c attachment = new Attachment__c();
        attachment.setFileBinary(new ByteArrayInputStream("CONTENT-OF-THE-FILE".getBytes(StandardCharsets.UTF_8)));

        send("createSObject?sObjectName=Attachment__c", Map.of(), attachment);
        Exchange again = send("createSObject?sObjectName=Attachment__c", Map.of(), attachment);

        assertThat(whole.get() == 2 || again.getException() != null && whole.get() == 1)
                .as("%s times, %s", whole, again.getException())
                .isTrue();
    }

    private AtomicInteger counting() {
        AtomicInteger requests = new AtomicInteger();
        script = connection -> {
            requests.incrementAndGet();
            answer(connection, 200, "{}");
        };
        return requests;
    }

    private void answerAfterBody(String answer) {
        script = connection -> {
            ORG.server().bodyText(connection);
            answer(connection, 200, answer);
        };
    }

    private Exchange send(String operation, Map<String, Object> headers, Object body) throws Exception {
        return context.createProducerTemplate()
                .asyncSend("salesforce-cc:" + operation, exchange -> {
                    exchange.setPattern(ExchangePattern.InOut);
                    exchange.getIn().getHeaders().putAll(headers);
                    exchange.getIn().setBody(body);
                })
                .get(30, TimeUnit.SECONDS);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private <T> Future<T> soon(Callable<T> task) {
        return threads.submit(task);
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private static void answer(Socket connection, int status, String body) throws Exception {
        String length = status == 204 ? "" : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        ScriptedServer.write(connection, "HTTP/1.1 " + status + " Says\r\n" + length + "\r\n" + body);
    }
}
