package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getStackTrace;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R21: where a request goes, whatever options, headers, bodies and answers say. */
class RequestTargetTest {

    private static final String RECORD = "001000000000001AAA";

    private static SalesforceSimulator org;
    private static RecordingInstance instance;
    private static Eavesdropper elsewhere;
    private static CamelContext context;

    @BeforeAll
    static void start() throws Exception {
        org = SalesforceSimulator.start();
        instance = new RecordingInstance();
        elsewhere = new Eavesdropper("127.0.0.2");
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl(instance.url());
        component.setPackages("org.camelforce.salesforcecc.dto");
        context = TestContexts.contextWith(component);
        context.start();
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        elsewhere.close();
        instance.close();
        org.close();
    }

    @AfterEach
    void clear() {
        instance.takeCalls();
        instance.setAnswer("");
        instance.succeed();
        context.getComponent("salesforce-cc", SalesforceCcComponent.class).setLegacyHeaders(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@HOST/x", ":pw@HOST/x", ".HOST/x", "0", "1/x", "//HOST/x", "/\\HOST/x", "\\\\HOST/x", "http://HOST/x",
                        "?x",
                "#x", "", " ", "x/y", "/a/../b", "/a/%2e%2E/b", "/a/..%2fb", "/a/%252e%252e/b", "/a/..;x/b", "/a//b",
                "/a/%0d%0aX:y", "/a/%5c..", "/a/..%5cb", "/a/%c0%ae%c0%ae/b", "/a#b", "\t/a", "/a\n"
            })
    void r21RawWhenPathLeadsElsewhereThenRefusedByNameAndNothingIsSent(String path) {
        Exchange exchange = call("raw?rawMethod=GET", Map.of("CamelSalesforceRawPath", here(path)), null);

        assertRefused(exchange, "rawPath");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@HOST/x",
                ".HOST/x",
                ":1/x",
                "//HOST/x",
                "\\HOST/x",
                "",
                "/services/data/v62.0/sobjects/Account",
                "/services/data/v62.0/query/../sobjects/User",
                "/services/data/v62.0/query/?q=SELECT+Id+FROM+User",
                "/services/data/v62.0/query/%2e%2e",
                "/services/apexrest/query/x",
                "services/data/v62.0/query/01g-1"
            })
    void r21QueryMoreWhenBodyIsNoLocatorThenRefusedByNameAndNothingIsSent(String body) {
        Exchange exchange = call("queryMore?rawPayload=true", Map.of(), here(body));

        assertRefused(exchange, "sObjectQuery");
    }

    @Test
    void r21IteratorWhenTheOrgNamesANextPageElsewhereThenItThrowsAndNothingIsSent() {
        instance.setAnswer("{\"done\":false,\"totalSize\":2,\"nextRecordsUrl\":\"@" + elsewhere.authority()
                + "/steal\",\"records\":[{\"Name\":\"Acme\"}]}");
        Exchange exchange = call(
                "query?streamQueryResult=true&sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount",
                Map.of(),
                "SELECT Name FROM Account");
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
        records.next();

        assertThat(catchThrowable(records::next)).hasStackTraceContaining("nextRecordsUrl of the org's answer");
        assertThat(instance.takeCalls()).hasSize(1);
        assertThat(elsewhere.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../Contact/003000000000001AAA",
                "a/b",
                "describe",
                "approvalLayouts",
                RECORD + "?x=y",
                RECORD + "#",
                RECORD + "/Owner",
                "%2e%2e",
                "..",
                "null",
                RECORD + " "
            })
    void f14GetSObjectWhenIdIsNoneThenRefusedByNameAndNothingIsSent(String id) {
        for (String operation : List.of("getSObject", "deleteSObject", "updateSObject", "getBlobField")) {
            String endpoint = operation + "?rawPayload=true&sObjectName=Account&sObjectBlobFieldName=Body__c";
            assertRefused(call(endpoint, Map.of("CamelSalesforceSObjectId", id), "{}"), "sObjectId");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "createSObject, CamelSalesforceSObjectName, Account/" + RECORD + ", sObjectName",
        "createSObject, CamelSalesforceSObjectName, '', sObjectName",
        "getDescription, CamelSalesforceSObjectName, ../limits?x=, sObjectName",
        "getDescription, CamelSalesforceSObjectName, Account%2f.., sObjectName",
        "getJob, CamelSalesforceJobId, '', jobId",
        "getJob, CamelSalesforceJobId, ../x, jobId",
        "bulk2GetJob, CamelSalesforceJobId, '', jobId",
        "bulk2GetAllJobs, CamelSalesforceQueryLocator, x&isPkChunkingEnabled=true, queryLocator",
        "getReportDescription, CamelSalesforceReportId, x/../y, reportId",
        "getEventSchema, CamelSalesforceEventName, ../User, eventName",
        "getEventSchema, CamelSalesforceEventSchemaId, ../User, eventSchemaId"
    })
    void f14OperationWhenANameOrIdIsNoneThenRefusedByName(String operation, String header, String value, String named) {
        Exchange exchange = call(operation + "?rawPayload=true", Map.of(header, value), "{}");

        assertThat(exchange.getException()).hasMessageContaining(named);
        assertThat(instance.takeCalls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "a b&c=d?e#f, a%20b%26c%3Dd%3Fe%23f",
        "100%, 100%25",
        "DOMAIN\\user, DOMAIN%5Cuser",
        "Zürich, Z%C3%BCrich"
    })
    void f14UpsertSObjectWhenExternalIdHasReservedCharactersThenEncoded(String value, String encoded) {
        call(
                "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c",
                Map.of("CamelSalesforceSObjectIdValue", value),
                "{}");

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("PATCH /services/data/v56.0/sobjects/Account/Legacy_Id__c/" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../x", "a/../b", "%2e%2e/x", "..\\x"})
    void f14UpsertSObjectWhenExternalIdLeadsElsewhereThenRefusedByName(String value) {
        Exchange exchange = call(
                "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c",
                Map.of("CamelSalesforceSObjectIdValue", value),
                "{}");

        assertRefused(exchange, "sObjectIdValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"62.0", "62", "v62.0", "V62", " 62.0 "})
    void f13ApiVersionWhenWrittenInAnotherWayThenTheSamePath(String version) {
        call("limits?apiVersion=" + version, Map.of(), null);
        call("limits", Map.of("CamelSalesforceApiVersion", version), null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("GET /services/data/v62.0/limits", "GET /services/data/v62.0/limits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "62.0.1", "62/..", "v", "-1", "62,0", "1000.0"})
    void f13ApiVersionWhenItIsNoneThenRefusedByNameWhenTheRouteStarts(String version) throws Exception {
        Endpoint endpoint = context.getEndpoint("salesforce-cc:limits?apiVersion=" + version);

        assertThatThrownBy(endpoint::createProducer).hasMessageStartingWith("Option apiVersion must be ");
        assertRefused(call("limits", Map.of("CamelSalesforceApiVersion", version), null), "CamelSalesforceApiVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "../../data/v62.0/limits"})
    void f14ApexCallWhenAPartFromAHeaderIsNoneThenRefusedByName(String value) {
        Exchange exchange = call(
                "apexCall?rawPayload=true&apexMethod=DELETE&apexUrl=RAW(Merchandise/{item})",
                Map.of("item", value),
                null);

        assertRefused(exchange, "apexUrl");
    }

    @Test
    void f9RequestWhenRestOrBulkThenItCarriesTheTokenOnce() {
        call("raw?rawMethod=GET&rawPath=/services/data/v62.0/limits", Map.of(), null);
        call("raw?rawMethod=GET&rawPath=/services/async/62.0/job/750000000000001AAA", Map.of(), null);
        call("limits?rawPayload=true", Map.of(), null);
        call("getJob?jobId=750000000000001AAA", Map.of(), null);

        List<RecordingInstance.Call> calls = instance.takeCalls();
        assertThat(calls)
                .extracting(call -> call.header("Authorization").size())
                .containsExactly(1, 0, 1, 0);
        assertThat(calls)
                .extracting(call -> call.header("X-SFDC-Session").size())
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void f3MessageWhenItHasCredentialsAndHeadersOfSalesforceThenNoneGoesOutAndTheRouteKeepsThem() {
        Map<String, Object> headers = Map.of(
                "X-SFDC-Session", "foreign",
                "Authorization", "Bearer foreign",
                "Cookie", "sid=foreign",
                "Sforce-Call-Options", "client=foreign");

        Exchange exchange = call("raw?rawMethod=GET&rawPath=/services/data/v62.0/limits", headers, null);

        assertThat(instance.takeCalls().get(0).headers().toString()).doesNotContain("foreign");
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(headers);
    }

    @Test
    void f3MessageWhenRouteNamesAHeaderOfSalesforceThenItGoesOut() {
        call(
                "raw?rawMethod=GET&rawPath=/services/data/v62.0/limits&rawHttpHeaders=Sforce-Query-Options,If-Match",
                Map.of("Sforce-Query-Options", "batchSize=200", "If-Match", "x"),
                null);
        call("limits?rawPayload=true", Map.of("CamelSalesforceHttpHeader.Sforce-Auto-Assign", "FALSE"), null);

        List<RecordingInstance.Call> calls = instance.takeCalls();
        assertThat(calls.get(0).header("Sforce-Query-Options")).containsExactly("batchSize=200");
        assertThat(calls.get(0).header("If-Match")).containsExactly("x");
        assertThat(calls.get(1).header("Sforce-Auto-Assign")).containsExactly("FALSE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Authorization", "x-sfdc-session", "Cookie", "Host", "Transfer-Encoding", "Proxy-Authorization"})
    void f3RawWhenHttpHeadersNameACredentialOrTheConnectionsThenRefusedByName(String name) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("CamelSalesforceRawHttpHeaders", "Accept, " + name);
        headers.put(name, "foreign");

        Exchange exchange = call("raw?rawMethod=GET&rawPath=/services/data/v62.0/limits", headers, null);

        assertRefused(exchange, "rawHttpHeaders");
        assertThatThrownBy(() -> call("raw?rawMethod=GET&rawPath=/x&rawHttpHeaders=" + name, Map.of(), null))
                .hasStackTraceContaining("rawHttpHeaders names " + name);
    }

    @Test
    void f1MessageWhenHeadersLackThePrefixThenTheyChooseNothingAndTheRouteKeepsThem() {
        Map<String, Object> headers = Map.of(
                "sObjectQuery", "SELECT Secret__c FROM Payroll__c",
                "SOBJECTNAME", "Payroll__c",
                "approval", "x",
                "apexQueryParam.id", "1");

        Exchange exchange = call("query?rawPayload=true&sObjectQuery=RAW(SELECT Id FROM Account)", headers, null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("GET /services/data/v56.0/query/?q=SELECT%20Id%20FROM%20Account");
        assertThat(exchange.getMessage().getHeaders())
                .containsAllEntriesOf(headers)
                .doesNotContainKeys("CamelSalesforceSObjectQuery");
    }

    @Test
    void f1MessageWhenHeadersHaveThePrefixThenTheyChooseOnEveryCamelAndTheRouteKeepsThem() {
        Map<String, Object> headers = Map.of(
                "CamelSalesforceSObjectQuery", "SELECT Name FROM Account", "sObjectQuery", "SELECT Id FROM Payroll__c");
        Exchange query = call("query?rawPayload=true", headers, null);
        call("apexCall?rawPayload=true&apexUrl=Merchandise", Map.of("CamelSalesforceApexQueryParam.id", "7"), null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly(
                        "GET /services/data/v56.0/query/?q=SELECT%20Name%20FROM%20Account",
                        "GET /services/apexrest/Merchandise?id=7");
        assertThat(query.getMessage().getHeaders()).containsAllEntriesOf(headers);
    }

    @Test
    void f1MessageWhenLegacyHeadersAreOnThenNamesWithoutThePrefixCountAndTheOthersWin() {
        context.getComponent("salesforce-cc", SalesforceCcComponent.class).setLegacyHeaders(true);
        call("query?rawPayload=true", Map.of("sObjectQuery", "SELECT Id FROM Account"), null);
        call(
                "query?rawPayload=true",
                Map.of(
                        "sObjectQuery",
                        "SELECT Id FROM Account",
                        "CamelSalesforceSObjectQuery",
                        "SELECT Name FROM Account"),
                null);
        Exchange refused =
                call("raw?rawMethod=GET", Map.of("rawPath", here("@HOST/x"), "X-SFDC-Session", "foreign"), null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly(
                        "GET /services/data/v56.0/query/?q=SELECT%20Id%20FROM%20Account",
                        "GET /services/data/v56.0/query/?q=SELECT%20Name%20FROM%20Account");
        assertRefused(refused, "rawPath");
    }

    @Test
    void rawWhenQueryParametersNameHeadersThenTheyAreSentWhateverTheyAreCalled() {
        call(
                "raw?rawMethod=GET&rawPath=/services/data/v62.0/recent&rawQueryParameters=limit,q",
                Map.of("limit", 5, "q", "a&b"),
                null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("GET /services/data/v62.0/recent?limit=5&q=a%26b");
    }

    @ParameterizedTest
    @CsvSource({
        "RAW(1&_HttpMethod=DELETE&z=), id=RAW%281%26_HttpMethod%3DDELETE%26z%3D%29",
        "RAW{1&x=y}, id=RAW%7B1%26x%3Dy%7D",
        "a b&c=d#e, id=a+b%26c%3Dd%23e",
        "100%25, id=100%2525",
        "Zürich, id=Z%C3%BCrich"
    })
    void apexCallWhenAQueryParameterHasReservedCharactersThenEncoded(String value, String query) {
        call("apexCall?rawPayload=true&apexUrl=Merchandise", Map.of("CamelSalesforceApexQueryParam.id", value), null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("GET /services/apexrest/Merchandise?" + query);
    }

    @Test
    void f3MessageWhenAHeaderHasLineBreaksThenNoOtherHeaderComesOfThem() {
        String value = "x\r\nX-Evil: 1\r\nAuthorization: Bearer foreign\n\nGET /evil HTTP/1.1\u560d\u560aX-Evil: 2";
        call(
                "raw?rawMethod=GET&rawPath=/services/data/v62.0/limits&rawHttpHeaders=If-Match",
                Map.of("If-Match", value),
                null);
        call("limits?rawPayload=true", Map.of("CamelSalesforceHttpHeader.Sforce-Auto-Assign", value), null);
        call("limits?rawPayload=true", Map.of("CamelSalesforceHttpHeader.Sforce-X: y\r\nX-Evil", "1"), null);

        assertThat(instance.takeCalls()).allSatisfy(call -> {
            assertThat(call.headers()).doesNotContainKey("x-evil");
            assertThat(call.line()).doesNotContain("evil");
            assertThat(call.header("Authorization")).hasSize(1);
        });
    }

    @Test
    void apexCallWhenAPartOfThePathIsEncodedThenQueryParametersLeaveItSo() {
        call(
                "apexCall?rawPayload=true&apexUrl=RAW(Merchandise/{item}/price?currency=EUR)",
                Map.of("item", "1/2?x=%2e", "CamelSalesforceApexQueryParam.id", "7"),
                null);

        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .containsExactly("GET /services/apexrest/Merchandise/1%2F2%3Fx%3D%252e/price?currency=EUR&id=7");
    }

    @Test
    void apexCallWhenTheBodyIsAMapThenItChangesNoParameterOfTheRoute() {
        Map<String, String> body = new LinkedHashMap<>();
        List.of("id", "SIZE", "currency").forEach(name -> body.put(name, "666"));
        body.put("colour", "red");

        Exchange exchange = callWithForm(
                "id=17&apexUrl=RAW(Merchandise?currency=EUR)",
                Map.of("CamelSalesforceApexQueryParam.size", "XL"),
                body);

        assertThat(exchange.getException()).isNull();
        assertThat(instance.takeCalls())
                .extracting(RecordingInstance.Call::line)
                .singleElement()
                .asString()
                .startsWith("GET /services/apexrest/Merchandise?currency=EUR&")
                .contains("id=17", "size=XL", "colour=red")
                .doesNotContain("666");
    }

    @Test
    void apexCallWhenItFailsThenTheRouteKeepsTheBodyAsItWas() {
        Map<String, String> body = Map.of("id", "666");

        Exchange exchange = callWithForm("id=17&apexUrl=a b", Map.of(), body);

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getMessage().getBody()).isSameAs(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_HttpMethod", "_HTTPMETHOD", " _httpMethod "})
    void apexCallWhenTheBodyChoosesTheMethodThenRefused(String name) {
        Exchange exchange = callWithForm("apexMethod=POST&apexUrl=Merchandise", Map.of(), Map.of(name, "DELETE"));

        assertRefused(exchange, "apexMethod");
    }

    private static Exchange callWithForm(String options, Map<String, Object> headers, Map<String, String> form) {
        return context.createProducerTemplate()
                .request("salesforce-cc:apexCall?rawPayload=true&" + options, exchange -> {
                    exchange.getIn().getHeaders().putAll(headers);
                    exchange.getIn().setBody(form);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "limits?rawPayload=true, <html>ECHO</html>",
        "limits, <html>ECHO</html>",
        "query?rawPayload=true&sObjectQuery=x, '[{\"errorCode\":\"X\",\"message\":\"ECHO\"}]'",
        "raw?rawMethod=GET&rawPath=/services/data/v62.0/limits, ECHO",
        "getJob?jobId=750000000000001AAA, ECHO",
        "bulk2GetJob?jobId=750000000000001AAA, ECHO",
        "getRecentReports, ECHO"
    })
    void r17ExceptionWhenAnAnswerEchoesTheRequestThenNoTokenStandsInIt(String endpoint, String answer) {
        String token = TestContexts.token(context.getComponent("salesforce-cc", SalesforceCcComponent.class));
        instance.setAnswer(answer);
        instance.failWithAnEcho(502);

        Exception failure = call(endpoint, Map.of(), "{}").getException();

        assertThat(failure).isInstanceOf(SalesforceException.class);
        assertThat(getStackTrace(failure)).doesNotContain(token);
        assertThat(((SalesforceException) failure).getErrors().toString()).doesNotContain(token);
    }

    private static Exchange call(String endpoint, Map<String, Object> headers, String body) {
        return context.createProducerTemplate().request("salesforce-cc:" + endpoint, exchange -> {
            exchange.getIn().getHeaders().putAll(headers);
            exchange.getIn().setBody(body);
        });
    }

    private static String here(String path) {
        return path.replace("HOST", elsewhere.authority());
    }

    private static void assertRefused(Exchange exchange, String named) {
        assertThat(exchange.getException())
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(named);
        assertThat(instance.takeCalls()).isEmpty();
        assertThat(elsewhere.connections()).isZero();
    }
}
