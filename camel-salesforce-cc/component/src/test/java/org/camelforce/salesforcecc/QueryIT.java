package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.dto.QueryRecordsAccount;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries to an org whose pages have two records, with one thread for the answers. */
class QueryIT {

    private static final String SOQL = "SELECT Id, Name FROM Account ORDER BY Name";
    private static final String STREAMED = "salesforce-cc:query?streamQueryResult=true";
    private static final int ACCOUNTS = 5;
    private static final long SECONDS = 60;

    private static SalesforceSimulator org;
    private static CamelContext context;
    private static volatile Fault fault;
    private static volatile FaultPoint faultPoint;

    @BeforeAll
    static void start() throws Exception {
        org = SalesforceSimulator.builder().queryBatchSize(2).start();
        IntStream.range(0, ACCOUNTS).forEach(i -> TestRecords.createAccount(org, "Account " + i));
        SalesforceCcComponent component = TestContexts.component(org);
        component.setWorkerPoolSize(1);
        component.setWorkerPoolMaxSize(1);
        component.setPackages("org.camelforce.salesforcecc.dto");
        context = TestContexts.contextWith(component);
        context.addComponent("without-packages", TestContexts.component(org));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:streamed")
                        .to(STREAMED)
                        .split(body())
                        .streaming()
                        .process(exchange -> injectOnce())
                        .to("mock:records");
                from("direct:read-ahead")
                        .to(STREAMED + "&streamQueryReadAhead=true")
                        .split(body())
                        .streaming()
                        .to("mock:records");
            }
        });
        context.start();
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        org.close();
    }

    @AfterEach
    void clear() {
        fault = null;
        org.faults().clear();
        records().reset();
    }

    @Test
    void queryWhenStreamedThenAllRecordsAndTheirNumber() throws Exception {
        Exchange exchange = call(STREAMED, SOQL);

        assertThat(exchange.getMessage().getHeader("CamelSalesforceQueryResultTotalSize"))
                .isEqualTo(ACCOUNTS);
        Iterator<?> found = exchange.getMessage().getBody(Iterator.class);
        assertThat(found)
                .toIterable()
                .hasSize(ACCOUNTS)
                .extracting(each -> ((Account) each).getName())
                .startsWith("Account 0", "Account 1", "Account 2");
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Answer(
                        400,
                        "application/json",
                        "[{\"errorCode\":\"INVALID_QUERY_LOCATOR\",\"message\":\"invalid query locator\"}]"),
                Fault.Answer.maintenancePage(),
                Fault.Answer.emptyBody(),
                new Fault.Answer(406, "text/html", ""),
                new Fault.Answer(200, "application/json", "{\"done\":true,\"totalSize\":5}"),
                new Fault.Answer(200, "application/json", ""),
                Fault.Answer.htmlInsteadOfJson(),
                new Fault.CutBody(30),
                new Fault.DropConnection());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void f5StreamedQueryWhenASecondPageFailsThenTheExchangeFailsAfterTheRecordsBefore(Fault onSecondPage)
            throws Exception {
        faultPoint = onSecondPage instanceof Fault.CutBody ? FaultPoint.REST_RESPONSE : FaultPoint.REST_REQUEST;
        fault = onSecondPage;

        Exchange exchange = call("direct:streamed", SOQL);

        assertThat(exchange.getException(SalesforceException.class)).isNotNull();
        assertThat(records().getReceivedCounter()).isEqualTo(2);
    }

    @Test
    void f5StreamedQueryWhenASecondPageIsDeniedThenTheExceptionHasStatusAndErrors() throws Exception {
        faultPoint = FaultPoint.REST_REQUEST;
        fault = faults().findFirst().orElseThrow();

        SalesforceException failure = call("direct:streamed", SOQL).getException(SalesforceException.class);

        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getErrors())
                .extracting(error -> error.getErrorCode())
                .containsExactly("INVALID_QUERY_LOCATOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:streamed", "direct:read-ahead"})
    void f6StreamedQueriesWhen40RunAtOnceOnOneWorkerThenAllEnd(String route) throws Exception {
        List<Future<Exchange>> exchanges =
                IntStream.range(0, 40).mapToObj(i -> send(route, SOQL)).toList();

        for (Future<Exchange> exchange : exchanges) {
            assertThat(exchange.get(SECONDS, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(records().getReceivedCounter()).isEqualTo(40 * ACCOUNTS);
    }

    @Test
    void f6StreamedQueryWhenTheTokenIsRejectedForItsSecondPageThenTheOnlyWorkerIsNotNeededForIt() throws Exception {
        faultPoint = FaultPoint.REST_REQUEST;
        fault = new Fault.EndAllSessions();

        Exchange exchange = call("direct:streamed", SOQL);

        assertThat(exchange.getException()).isNull();
        assertThat(records().getReceivedCounter()).isEqualTo(ACCOUNTS);
    }

    @ParameterizedTest
    @CsvSource({"query", "queryAll", "query?streamQueryResult=true"})
    void f8QueryWhenNothingTellsTheClassThenItFailsAndNamesTheOptions(String operation) throws Exception {
        Exchange exchange = call("without-packages:" + operation, SOQL);

        assertThat(exchange.getException(SalesforceException.class))
                .hasMessageContainingAll("sObjectClass", "rawPayload", "packages");
    }

    @Test
    void f8QueryWhenPackagesHaveTheClassThenItIsTaken() throws Exception {
        assertThat(call("salesforce-cc:query", SOQL).getMessage().getBody()).isInstanceOf(QueryRecordsAccount.class);
    }

    @ParameterizedTest
    @CsvSource({"SELECT COUNT() FROM Account,5", "SELECT Id FROM Account WHERE Name = 'none',0"})
    void f8QueryWhenItFindsNoRecordsThenTheirNumberIsTheResult(String soql, int size) throws Exception {
        Exchange exchange = call("without-packages:query", soql);

        assertThat(exchange.getException()).isNull();
        AbstractQueryRecordsBase<?> page = exchange.getMessage().getBody(AbstractQueryRecordsBase.class);
        assertThat(page.getTotalSize()).isEqualTo(size);
        assertThat(page.getRecords()).isEmpty();
    }

    @Test
    void f8QueryWhenItFindsAggregatesThenTheyAreMaps() throws Exception {
        Exchange exchange = call("without-packages:query", "SELECT COUNT(Id) n FROM Account");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Map.class).get("records"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("n", 5);
    }

    @Test
    void f8StreamedQueryWhenItFindsAggregatesThenTheyAreMaps() throws Exception {
        Exchange exchange = call(
                "without-packages:query?streamQueryResult=true",
                "SELECT Name, COUNT(Id) n FROM Account WHERE Name < 'Account 2' GROUP BY Name");

        assertThat(exchange.getException()).isNull();
        assertThat((Iterator<?>) exchange.getMessage().getBody(Iterator.class))
                .toIterable()
                .hasSize(2);
    }

    @Test
    void f8StreamedQueryWhenItFindsNothingThenTheIteratorIsEmpty() throws Exception {
        Exchange exchange =
                call("without-packages:query?streamQueryResult=true", "SELECT Id FROM Account WHERE Name = 'none'");

        assertThat(exchange.getException()).isNull();
        assertThat((Iterator<?>) exchange.getMessage().getBody(Iterator.class))
                .toIterable()
                .isEmpty();
    }

    /** The fault of a test hits what is asked for after the first record. */
    private static void injectOnce() {
        Fault next = fault;
        fault = null;
        if (next != null) {
            org.faults().inject(faultPoint, next, 1);
        }
    }

    private static MockEndpoint records() {
        return context.getEndpoint("mock:records", MockEndpoint.class);
    }

    private static Exchange call(String endpoint, String soql) throws Exception {
        return send(endpoint, soql).get(SECONDS, TimeUnit.SECONDS);
    }

    private static Future<Exchange> send(String endpoint, String soql) {
        FluentProducerTemplate template = context.createFluentProducerTemplate();
        return template.to(endpoint).withBody(soql).asyncSend();
    }
}
