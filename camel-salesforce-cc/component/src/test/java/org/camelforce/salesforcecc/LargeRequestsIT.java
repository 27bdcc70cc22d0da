package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long queries, slow ones and large answers: they go through, or the exception names the way out. */
@WithSalesforceSimulator
class LargeRequestsIT {

    private static final String PATH = "/services/data/v56.0/query/?q=";
    private static final int MAX_URI = 16_384;

    @ParameterizedTest
    @CsvSource({"0", "8192"})
    void f11QueryWhenItsUrlHas16384BytesThenItIsSent(int requestBufferSize, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        if (requestBufferSize > 0) {
            component.setHttpRequestBufferSize(requestBufferSize);
        }
        try (RecordingInstance instance = new RecordingInstance();
                CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl(instance.url());
            instance.setAnswer("{\"done\":true,\"totalSize\":0,\"records\":[]}");
            context.start();

            Exchange exchange = query(context, soql(MAX_URI));

            assertThat(exchange.getException()).isNull();
            assertThat(instance.takeCalls()).singleElement().satisfies(call -> assertThat(call.uri())
                    .hasSize(MAX_URI));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_300, 17_000, 30_000, 100_000})
    void f11QueryWhenItIsLongerThanSalesforceTakesThenTheExceptionNamesTheWayOut(int length, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            assertThat(query(context, soql(length)).getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContainingAll("16,384 bytes", "bulk2CreateQueryJob");
        }
    }

    @Test
    void f12QueryWhenTheConnectionIsIdleForTooLongThenTheExceptionNamesTheOption(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setHttpClientIdleTimeout(2_000);

        assertThat(unansweredQuery(component)).hasMessageContaining("Set option httpClientIdleTimeout");
    }

    @Test
    void f12QueryWhenItTakesTooLongThenTheExceptionNamesTheOption(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setHttpRequestTimeout(2_000);

        assertThat(unansweredQuery(component)).hasMessageContaining("Set option httpRequestTimeout");
    }

    @Test
    void f12QueryWhenTheAnswerIsTooLargeThenTheExceptionNamesTheOption(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setHttpMaxContentLength(10_000);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            org.faults()
                    .inject(
                            FaultPoint.REST_REQUEST,
                            new Fault.Answer(200, "application/json", "\"" + "x".repeat(10_000) + "\""),
                            1);

            assertThat(query(context, "SELECT Id FROM User").getException())
                    .hasMessageContaining("Set option httpMaxContentLength");
        }
    }

    @Test
    void f12DefaultsWhenReadThenASlowQueryEndsInTimeAndALoginDoesNotTakeAsLong(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();
            long salesforceEndsAQueryAfter = 120_000;

            assertThat(TestContexts.httpClient(component).getIdleTimeout()).isGreaterThan(salesforceEndsAQueryAfter);
            assertThat(Objects.requireNonNull(component.connectionOrNull())
                            .limits()
                            .timeoutMillis())
                    .isGreaterThan(salesforceEndsAQueryAfter);
            assertThat(TestContexts.orgLogin(component).timeoutMillis()).isEqualTo(60_000);
        }
    }

    @Test
    void f12QueryWhenTheAnswerHas20MegabytesThenItComes(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (RecordingInstance instance = new RecordingInstance();
                CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl(instance.url());
            context.start();
            String text = "x".repeat(20_000_000);
            instance.setAnswer("{\"done\":true,\"totalSize\":1,\"records\":[{\"Text__c\":\"" + text + "\"}]}");

            Exchange exchange = query(context, "SELECT Text__c FROM Account");

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(String.class)).contains(text);
        }
    }

    /** What a query to a server fails with that never answers. */
    private static Exception unansweredQuery(SalesforceCcComponent component) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl("http://127.0.0.1:" + server.getLocalPort());
            context.start();
            return query(context, "SELECT Id FROM User").getException();
        }
    }

    /** A query whose URL has this length. */
    private static String soql(int length) {
        String start = "SELECT%20Id%20FROM%20Account%20WHERE%20Name%3D%27";
        return "SELECT Id FROM Account WHERE Name='" + "x".repeat(length - PATH.length() - start.length() - 3) + "'";
    }

    private static Exchange query(CamelContext context, String soql) throws Exception {
        FluentProducerTemplate template = context.createFluentProducerTemplate();
        return template.to("salesforce-cc:query?rawPayload=true")
                .withBody(soql)
                .asyncSend()
                .get(60, TimeUnit.SECONDS);
    }
}
