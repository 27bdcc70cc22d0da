package org.camelforce.salesforcecc.internal.operation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.dto.QueryRecordsAccount;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.StreamOptions;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries and searches ask for. */
class QueryRequestTest {

    private static final String SOQL = "SELECT Id FROM Account WHERE Name = 'A&B'";
    private static final String ENCODED = "SELECT%20Id%20FROM%20Account%20WHERE%20Name%20%3D%20%27A%26B%27";

    private static CamelContext context;

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", new SalesforceCcComponent());
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
    }

    @Test
    void queryWhenBodyIsSoqlThenGetWithTheSoqlEncoded() throws Exception {
        ApiRequest request = request(new Query("query"), "query", SOQL, Map.of());

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/services/data/v56.0/query/?q=" + ENCODED);
        assertThat(request.body()).isNull();
    }

    @Test
    void queryAllWhenBodyIsSoqlThenItsOwnResource() throws Exception {
        assertThat(request(new Query("queryAll"), "queryAll", SOQL, Map.of()).target())
                .isEqualTo("/services/data/v56.0/queryAll/?q=" + ENCODED);
    }

    @Test
    void queryWhenHeaderOptionAndBodyHaveSoqlThenTheHeaderWinsOverTheOption() throws Exception {
        String endpoint = "query?sObjectQuery=RAW(SELECT Id FROM Option)";

        assertThat(request(new Query("query"), endpoint, "body", Map.of()).target())
                .endsWith("FROM%20Option");
        assertThat(request(
                                new Query("query"),
                                endpoint,
                                "body",
                                Map.of("CamelSalesforceSObjectQuery", "SELECT Id FROM Header"))
                        .target())
                .endsWith("FROM%20Header");
    }

    @Test
    void queryWhenHeadersOfSalesforceAreSetThenTheyAreSent() throws Exception {
        Map<String, Object> headers = Map.of("CamelSalesforceHttpHeader.Sforce-Query-Options", "batchSize=200");

        assertThat(request(new Query("query"), "query", SOQL, headers).headers())
                .contains(new ApiRequest.Header("Sforce-Query-Options", "batchSize=200"));
    }

    @Test
    void queryWhenThereIsNoSoqlThenDeniedByName() {
        assertThatThrownBy(() -> request(new Query("query"), "query", null, Map.of()))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("sObjectQuery");
    }

    @Test
    void queryWhenStreamedAndRawThenDeniedByName() {
        assertThatThrownBy(() ->
                        request(new Query("query"), "query?rawPayload=true&streamQueryResult=true", SOQL, Map.of()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll("streamQueryResult", "rawPayload");
    }

    @Test
    void queryWhenStreamedIntoAClassThatIsNoPageThenDeniedByName() {
        String endpoint = "query?streamQueryResult=true&sObjectClass=" + Account.class.getName();

        assertThatThrownBy(() -> request(new Query("query"), endpoint, SOQL, Map.of()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContainingAll("AbstractQueryRecordsBase", "sObjectClass");
    }

    @Test
    void queryWhenStreamedIntoAPageThenAsked() throws Exception {
        String endpoint = "query?streamQueryResult=true&sObjectClass=" + QueryRecordsAccount.class.getName();

        assertThat(request(new Query("query"), endpoint, SOQL, Map.of()).target())
                .endsWith(ENCODED);
    }

    @Test
    void searchWhenBodyIsSoslThenGetWithTheSoslEncoded() throws Exception {
        assertThat(request(new Search(), "search", "FIND {A&B}", Map.of()).target())
                .isEqualTo("/services/data/v56.0/search/?q=FIND%20%7BA%26B%7D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/data/v62.0/query/01gRO0000016PIAYA2-2000",
                "/services/data/v62.0/queryAll/01gRO0000016PIAYA2-2000",
                "/services/data/v62.0/tooling/query/01gRO0000016PIAYA2-2000",
                "/services/data/v62.0/query/0r8xx0000004HJh-500~a=.b"
            })
    void queryMoreWhenBodyIsANextRecordsUrlThenAsItIs(String url) throws Exception {
        assertThat(request(new NextRecords(), "queryMore", url, Map.of()).target())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@127.0.0.2/x",
                "https://example.com/services/data/v62.0/query/01g-1",
                "//example.com/services/data/v62.0/query/01g-1",
                "/services/data/v62.0/query/../sobjects/User",
                "/services/data/v62.0/query/01g-1?x=y",
                "/services/data/v62.0/query/01g-1#x",
                "/services/data/v62.0/query/..",
                "/services/data/v62.0/query/01g-1\r\nX: y",
                "/services/data/v62.0/query/",
                ""
            })
    void f2QueryMoreWhenBodyIsNoneThenDeniedByName(String url) {
        assertThatThrownBy(() -> request(new NextRecords(), "queryMore", url, Map.of()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("sObjectQuery");
    }

    @Test
    void queryMoreWhenBodyIsAStreamThenItsText() throws Exception {
        byte[] url = "/services/data/v62.0/query/01g-1".getBytes(StandardCharsets.UTF_8);

        assertThat(request(new NextRecords(), "queryMore", url, Map.of()).target())
                .isEqualTo("/services/data/v62.0/query/01g-1");
    }

    private static ApiRequest request(Operation operation, String endpoint, Object body, Map<String, Object> headers)
            throws Exception {
        SalesforceEndpoint at = context.getEndpoint("salesforce-cc:" + endpoint, SalesforceEndpoint.class);
        Exchange exchange = at.createExchange();
        exchange.getIn().setBody(body);
        exchange.getIn().setHeaders(new HashMap<>(headers));
        return operation.request(
                new OperationParameters(new OperationSettings(at, Map::of, false, StreamOptions.DEFAULTS), exchange));
    }
}
