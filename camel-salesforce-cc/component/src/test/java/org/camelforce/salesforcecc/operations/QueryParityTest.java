package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries and searches under both schemes, in two orgs that are alike. */
@Tag("compatibility")
class QueryParityTest {

    private static final ObjectMapper JSON = JsonUtils.createObjectMapper();
    private static final String DTO = "?sObjectClass=org.camelforce.salesforcecc.dto.";
    private static final String RAW = "?rawPayload=true";
    private static final String CHILDREN =
            "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account";
    private static final String GROUPS =
            "SELECT Account.Name, COUNT(Id), MAX(LastName) last FROM Contact GROUP BY ROLLUP(Account.Name)";

    @Test
    void queryWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        Map<String, String> upstream = answers("salesforce");
        Map<String, String> ours = answers("salesforce-cc");

        assertThat(ours).isEqualTo(upstream);
        assertThat(ours).allSatisfy((call, answer) -> assertThat(answer.startsWith("failed"))
                .as("%s: %s", call, answer)
                .isEqualTo(call.startsWith("refused")));
        System.out.printf(
                "%d queries and searches answer alike under salesforce: and salesforce-cc: %s%n",
                ours.size(), String.join("; ", ours.keySet()));
    }

    @Test
    void queryWhenChildrenAndGroupsAreSelectedThenDtosHoldThem() throws Exception {
        Map<String, String> ours = answers("salesforce-cc");

        JsonNode account = JSON.readTree(ours.get("children, DTO")).at("/records/0");
        assertThat(account.at("/Contacts/totalSize").asInt()).isEqualTo(5);
        assertThat(account.at("/Contacts/records/2/LastName").asText()).isEqualTo("Roe 2");
        assertThat(account.at("/Contacts/nextRecordsUrl").asText()).endsWith("-3");
        JsonNode groups = JSON.readTree(ours.get("groups, DTO"));
        assertThat(groups.at("/records/0/attributes/type").asText()).isEqualTo("AggregateResult");
        assertThat(groups.at("/records/0/expr0").asInt()).isEqualTo(5);
        assertThat(groups.at("/records/1/last").asText()).isEqualTo("Roe 4");
        assertThat(JSON.readTree(ours.get("search, DTO")).at("/searchRecords")).hasSize(6);
        assertThat(ours.get("refused: group, raw")).contains("Field must be grouped or aggregated: Name");
        assertThat(ours.get("refused: search, DTO")).contains("MALFORMED_SEARCH");
    }

    private static Map<String, String> answers(String scheme) throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.builder()
                        .random(new Random(7))
                        .time(new ManualTime(Instant.parse("2026-11-20T10:00:00Z")))
                        .queryBatchSize(3)
                        .start();
                CamelContext context = new DefaultCamelContext()) {
            SalesforceComponent component = component(scheme);
            component.setLoginUrl(org.getLoginUrl());
            component.setClientId(org.getClientId());
            component.setClientSecret(org.getClientSecret());
            component.setPackages("org.camelforce.salesforcecc.dto");
            context.addComponent(scheme, component);
            context.start();
            return new Script(context, scheme).run();
        }
    }

    private static SalesforceComponent component(String scheme) {
        if (scheme.equals("salesforce-cc")) {
            return new SalesforceCcComponent();
        }
        SalesforceComponent upstream = new SalesforceComponent();
        upstream.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        return upstream;
    }

    private static final class Script {

        private final CamelContext context;
        private final String scheme;
        private final Map<String, String> answers = new LinkedHashMap<>();

        Script(CamelContext context, String scheme) {
            this.context = context;
            this.scheme = scheme;
        }

        Map<String, String> run() throws Exception {
            String account = create("Account", "{\"Name\":\"Roe Import\"}");
            IntStream.range(0, 5)
                    .forEach(i ->
                            create("Contact", "{\"LastName\":\"Roe " + i + "\",\"AccountId\":\"" + account + "\"}"));
            queries();
            searches();
            refusals();
            return answers;
        }

        private void queries() throws Exception {
            JsonNode children = JSON.readTree(call("children, raw", "query" + RAW, CHILDREN));
            call("children, DTO", "query" + DTO + "QueryRecordsAccountWithContacts", CHILDREN);
            String more = children.at("/records/0/Contacts/nextRecordsUrl").asText();
            call("more children, raw", "queryMore" + RAW, more);
            call("more children, DTO", "queryMore" + DTO + "QueryRecordsContact", more);
            call("groups, raw", "query" + RAW, GROUPS);
            call("groups, DTO", "query" + DTO + "QueryRecordsContactCount", GROUPS);
            call("count, raw", "query" + RAW, "SELECT COUNT() FROM Contact");
            call(
                    "semi-join, raw",
                    "query" + RAW,
                    "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE '%3')");
            call(
                    "functions, DTO",
                    "query" + DTO + "QueryRecordsContact",
                    "SELECT LastName FROM Contact WHERE CALENDAR_YEAR(CreatedDate) = 2026 ORDER BY LastName LIMIT 2");
            call("children, queryAll, raw", "queryAll" + RAW, CHILDREN);
            call(
                    "explain, raw",
                    "raw?rawMethod=GET&rawQueryParameters=explain&rawPath=/services/data/v56.0/query",
                    null);
        }

        private void searches() {
            String sosl = "FIND {Roe} IN NAME FIELDS RETURNING Account(Id, Name), Contact(Id ORDER BY LastName)";
            call("search, raw", "search" + RAW, sosl);
            call("search, DTO", "search", sosl);
            call(
                    "parameterized search, raw",
                    "raw?rawMethod=GET&rawQueryParameters=q,sobject&rawPath=/services/data/v56.0/parameterizedSearch",
                    null);
        }

        private void refusals() {
            call("refused: group, raw", "query" + RAW, "SELECT Name, COUNT(Id) FROM Account");
            call("refused: group, DTO", "query" + DTO + "QueryRecordsAccount", "SELECT Name, COUNT(Id) FROM Account");
            call("refused: relationship, raw", "query" + RAW, "SELECT (SELECT Id FROM Bogus) FROM Account");
            call("refused: deleted rows, raw", "queryAll" + RAW, "SELECT Id FROM Account ALL ROWS");
            call("refused: search, raw", "search" + RAW, "FIND Roe");
            call("refused: search, DTO", "search", "FIND {Roe} RETURNING");
            call("refused: short search, DTO", "search", "FIND {R}");
        }

        private String create(String object, String json) {
            try {
                return JSON.readTree(text(request("createSObject" + RAW + "&sObjectName=" + object, json)
                                .getMessage()
                                .getBody()))
                        .path("id")
                        .asText();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private String call(String name, String endpoint, String body) {
            Exchange exchange = request(endpoint, body);
            String answer;
            try {
                answer = exchange.getException() == null
                        ? text(exchange.getMessage().getBody())
                        : "failed: " + exchange.getException().getMessage().replaceAll("@[0-9a-f]+", "@");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            answers.put(name, answer.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1"));
            return answer;
        }

        private Exchange request(String endpoint, String body) {
            return context.createProducerTemplate().request(scheme + ":" + endpoint, request -> {
                request.getIn().setHeader("explain", "SELECT Id FROM Account WHERE Name = 'Roe Import'");
                request.getIn().setHeader("q", "Roe");
                request.getIn().setHeader("sobject", "Account");
                request.getIn().setBody(body);
            });
        }

        private static String text(Object body) throws Exception {
            if (body instanceof InputStream stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        }
    }
}
