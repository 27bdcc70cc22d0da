package org.camelforce.salesforcecc.simulator.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlResourceTest {

    private final RestOrg org = new RestOrg();
    private String acme;

    @BeforeEach
    void createRecords() {
        acme = account("Acme", "Energy", "100.5", 5);
        account("Borealis", "Energy", "200", 50);
        account("Cirrus", null, null, null);
    }

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void queryWhenFieldsAskedThenIdPlainAndOthersWithValue() {
        RestOrg.Answer answer = ask(
                "{ uiapi { query { Account(where: {Name: {eq: \"acme\"}}) { edges { node {"
                        + " Id ApiName Name { value displayValue } Industry { value label } NumberOfEmployees { value } } } } } } }");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/errors")).isEmpty();
        assertThat(answer.at("/data/uiapi/query/Account/edges"))
                .hasToString("[{\"node\":{\"Id\":\"" + acme
                        + "\",\"ApiName\":\"Account\",\"Name\":{\"value\":\"Acme\",\"displayValue\":null},"
                        + "\"Industry\":{\"value\":\"Energy\",\"label\":\"Energy\"},"
                        + "\"NumberOfEmployees\":{\"value\":5}}}]");
    }

    @Test
    void queryWhenAmountAndDateAskedThenAlsoAsPeopleReadThem() {
        JsonNode node = ask("{ uiapi { query { Account(where: {Id: {eq: \"" + acme + "\"}}) { edges { node {"
                        + " AnnualRevenue { value displayValue } CreatedDate { value displayValue }"
                        + " IsDeleted { value } } } } } } }")
                .at("/data/uiapi/query/Account/edges/0/node");

        assertThat(node.at("/AnnualRevenue/value").decimalValue()).isEqualByComparingTo("100.5");
        assertThat(node.at("/AnnualRevenue/displayValue").asText()).isEqualTo("$100.50");
        assertThat(node.at("/CreatedDate/value").asText()).isEqualTo("2026-07-01T12:00:00.000Z");
        assertThat(node.at("/CreatedDate/displayValue").asText()).isEqualTo("7/1/2026, 12:00 PM");
        assertThat(node.at("/IsDeleted/value").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name: {eq: \"ACME\"} | Acme",
                "Name: {ne: \"Acme\"} | Borealis,Cirrus",
                "Name: {like: \"%r%\"} | Borealis,Cirrus",
                "Name: {like: \"\\\\%r\"} |",
                "Name: {in: [\"Acme\", \"Cirrus\"]} | Acme,Cirrus",
                "Name: {in: []} |",
                "Name: {nin: []} | Acme,Borealis,Cirrus",
                "Name: {nin: [\"Acme\", \"Cirrus\"]} | Borealis",
                "Name: {eq: \"it's \\\\ \"} |",
                "Industry: {eq: null} | Cirrus",
                "Industry: {ne: null} | Acme,Borealis",
                "NumberOfEmployees: {gt: 5} | Borealis",
                "NumberOfEmployees: {gte: 5} | Acme,Borealis",
                "NumberOfEmployees: {lt: 50} | Acme",
                "NumberOfEmployees: {lte: 50} | Acme,Borealis",
                "NumberOfEmployees: {gt: 4, lt: 6} | Acme",
                "AnnualRevenue: {gt: 100.25, lt: 1e3}, Name: {like: \"B%\"} | Borealis",
                "or: [{Name: {eq: \"Acme\"}}, {Industry: {eq: null}}] | Acme,Cirrus",
                "and: [{Industry: {eq: \"Energy\"}}, {not: {Name: {eq: \"Acme\"}}}] | Borealis",
                "or: [{and: [{Name: {eq: \"x\"}}]}, {Name: {eq: \"Acme\"}, Industry: {eq: \"Energy\"}}] | Acme",
                "not: {or: []} | Acme,Borealis,Cirrus",
                "IsDeleted: {eq: true} |",
                "CreatedDate: {eq: {literal: TODAY}} | Acme,Borealis,Cirrus",
                "CreatedDate: {lt: {range: {n_days_ago: 3}}} |",
                "CreatedDate: {gte: {value: \"2026-07-01T12:00:00.000Z\"}} | Acme,Borealis,Cirrus",
                "Owner: {Username: {eq: \"nobody\"}} |"
            })
    void queryWhenFilteredThenAsInSoql(String filter, String expected) {
        RestOrg.Answer answer = ask("{ uiapi { query { Account(where: {" + filter
                + "}, orderBy: {Name: {order: ASC}}) { edges { node { Name { value } } } } } } }");

        assertThat(answer.at("/errors")).as(answer.body().toString()).isEmpty();
        assertThat(String.join(",", names(answer, "Account"))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void queryWhenDocumentHasVariablesThenTheyCount() {
        RestOrg.Answer answer = ask(
                "query q($names: [String], $least: Int, $order: Account_OrderBy) { uiapi { query { Account(where:"
                        + " {Name: {in: $names}, NumberOfEmployees: {gte: $least}}, orderBy: $order)"
                        + " { edges { node { Name { value } } } } } } }",
                "{\"names\":[\"Acme\",\"Borealis\",\"Cirrus\"],\"least\":5,\"order\":{\"Name\":{\"order\":\"DESC\"}}}");

        assertThat(names(answer, "Account")).containsExactly("Borealis", "Acme");
    }

    @Test
    void queryWhenOrderedByTwoFieldsThenTheFirstWrittenWeighsMost() {
        assertThat(names(
                        ask("{ uiapi { query { Account(orderBy: {NumberOfEmployees: {order: DESC, nulls: LAST},"
                                + " Name: {order: ASC}}) { edges { node { Name { value } } } } } } }"),
                        "Account"))
                .containsExactly("Borealis", "Acme", "Cirrus");
        assertThat(names(
                        ask("{ uiapi { query { Account(orderBy: {Name: {order: DESC}, NumberOfEmployees: {}})"
                                + " { edges { node { Name { value } } } } } } }"),
                        "Account"))
                .containsExactly("Cirrus", "Borealis", "Acme");
    }

    @Test
    void queryWhenAliasesAndFragmentsUsedThenEachHasItsResult() {
        RestOrg.Answer answer = ask("{ uiapi { query { one: Account(first: 1, orderBy: {Name: {}}) { ...names }"
                + " other: Account(where: {Name: {eq: \"Cirrus\"}}) { ...names } } } }"
                + " fragment names on AccountConnection { edges { node { title: Name { value } } } }");

        assertThat(answer.text("/data/uiapi/query/one/edges/0/node/title/value"))
                .isEqualTo("Acme");
        assertThat(answer.text("/data/uiapi/query/other/edges/0/node/title/value"))
                .isEqualTo("Cirrus");
    }

    @Test
    void queryWhenFragmentIsOnAnyRecordThenItsFields() {
        assertThat(ask("{ uiapi { query { Account(first: 1) { edges { node { ...ids } } } } } }"
                                + " fragment ids on Record { Id ApiName __typename }")
                        .at("/data/uiapi/query/Account/edges/0/node"))
                .hasToString("{\"Id\":\"" + acme + "\",\"ApiName\":\"Account\",\"__typename\":\"Account\"}");
    }

    @Test
    void queryWhenPagedThenCursorLeadsToTheRest() {
        String query = "query q($after: String) { uiapi { query { Account(first: 2, after: $after, orderBy: {Name: {}})"
                + " { edges { cursor node { Name { value } } } totalCount pageResultCount"
                + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }";
        RestOrg.Answer first = ask(query);
        String end = first.text("/data/uiapi/query/Account/pageInfo/endCursor");
        RestOrg.Answer second = ask(query, "{\"after\":\"" + end + "\"}");

        assertThat(names(first, "Account")).containsExactly("Acme", "Borealis");
        assertThat(first.at("/data/uiapi/query/Account/totalCount").asInt()).isEqualTo(3);
        assertThat(first.at("/data/uiapi/query/Account/pageResultCount").asInt())
                .isEqualTo(2);
        assertThat(first.at("/data/uiapi/query/Account/pageInfo/hasNextPage").asBoolean())
                .isTrue();
        assertThat(first.text("/data/uiapi/query/Account/edges/1/cursor")).isEqualTo(end);
        assertThat(first.text("/data/uiapi/query/Account/pageInfo/startCursor")).isEqualTo("djE6MA==");
        assertThat(names(second, "Account")).containsExactly("Cirrus");
        assertThat(second.at("/data/uiapi/query/Account/pageInfo/hasNextPage").asBoolean(true))
                .isFalse();
        assertThat(second.at("/data/uiapi/query/Account/pageInfo/hasPreviousPage")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void queryWhenFirstNotSaidThenTenRecords() {
        for (int i = 0; i < 10; i++) {
            account("More " + i, null, null, null);
        }

        RestOrg.Answer answer = ask("{ uiapi { query { Account { edges { node { Name { value } } } } } } }");

        assertThat(names(answer, "Account")).hasSize(10);
    }

    @Test
    void queryWhenUpperBoundSaidThenNoMoreRecordsInAll() {
        RestOrg.Answer answer = ask("{ uiapi { query { Account(first: 200, upperBound: 2) { edges { node { Id } }"
                + " totalCount pageInfo { hasNextPage } } } } }");

        assertThat(answer.at("/data/uiapi/query/Account/edges")).hasSize(2);
        assertThat(answer.at("/data/uiapi/query/Account/totalCount").asInt()).isEqualTo(2);
        assertThat(answer.at("/data/uiapi/query/Account/pageInfo/hasNextPage").asBoolean(true))
                .isFalse();
    }

    @Test
    void queryWhenParentAskedThenNestedAndNullIfAbsent() {
        contact("Roe", acme);
        contact("Loner", null);

        JsonNode edges = ask("{ uiapi { query { Contact(orderBy: {LastName: {order: DESC}}) { edges { node {"
                        + " Account { Id Name { value } NumberOfEmployees { displayValue } } } } } } } }")
                .at("/data/uiapi/query/Contact/edges");

        assertThat(edges.at("/0/node/Account"))
                .hasToString("{\"Id\":\"" + acme
                        + "\",\"Name\":{\"value\":\"Acme\"},\"NumberOfEmployees\":{\"displayValue\":\"5\"}}");
        assertThat(edges.at("/1/node/Account").isNull()).isTrue();
    }

    @Test
    void queryWhenFilteredAndOrderedByParentThenAsInSoql() {
        contact("Roe", acme);
        contact("Doe", acme);
        contact("Loner", null);

        RestOrg.Answer answer = ask("{ uiapi { query { Contact(where: {Account: {Name: {eq: \"Acme\"}}},"
                + " orderBy: {Account: {Name: {}}, LastName: {}}) { edges { node { LastName { value } } } } } } }");

        assertThat(answer.at("/data/uiapi/query/Contact/edges").findValuesAsText("value"))
                .containsExactly("Doe", "Roe");
    }

    @Test
    void queryWhenChildrenAskedThenEachNodeHasItsOwnPage() {
        contact("Roe", acme);
        contact("Doe", acme);
        contact("Poe", acme);

        JsonNode edges = ask("{ uiapi { query { Account(orderBy: {Name: {}}) { edges { node { Id"
                        + " Contacts(first: 1, where: {LastName: {ne: \"Doe\"}}, orderBy: {LastName: {}})"
                        + " { edges { node { LastName { value } Account { Name { value } } } } totalCount"
                        + " pageInfo { hasNextPage } } } } } } } }")
                .at("/data/uiapi/query/Account/edges");

        assertThat(edges.at("/0/node/Contacts"))
                .hasToString("{\"edges\":[{\"node\":{\"LastName\":{\"value\":\"Poe\"},\"Account\":{\"Name\":"
                        + "{\"value\":\"Acme\"}}}}],\"totalCount\":2,\"pageInfo\":{\"hasNextPage\":true}}");
        assertThat(edges.at("/1/node/Contacts/edges")).isEmpty();
    }

    @Test
    void queryWhenScopeIsMineThenOwnRecordsOnly() {
        RestOrg.Answer answer =
                ask("{ uiapi { query { Account(scope: MINE) { totalCount } all: Account(scope: EVERYTHING)"
                        + " { totalCount } } } }");

        assertThat(answer.at("/data/uiapi/query/Account/totalCount").asInt()).isEqualTo(3);
        assertThat(answer.at("/data/uiapi/query/all/totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void queryWhenOperationIsNamedThenThatOneRuns() {
        ObjectNode body = Json.object()
                .put(
                        "query",
                        "query a { uiapi { query { Account { totalCount } } } }"
                                + " query b { uiapi { query { Contact { totalCount } } } }")
                .put("operationName", "b");

        RestOrg.Answer answer = org.post(RestOrg.V + "graphql", body.toString());

        assertThat(answer.at("/data/uiapi/query")).hasToString("{\"Contact\":{\"totalCount\":0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ uiapi { query { Account { edges | InvalidSyntax",
                "'' | InvalidSyntax",
                "{ uiapi { query { Nothing { totalCount } } } } | ValidationError",
                "{ uiapi { query { Account { edges { node { Nothing { value } } } } } } } | ValidationError",
                "{ uiapi { query { Account { edges { node { Name } } } } } } | ValidationError",
                "{ uiapi { query { Account(where: {Name: {gtx: 1}}) { totalCount } } } } | ValidationError",
                "{ uiapi { query { Account(where: {CreatedDate: {eq: {value: \"x' OR Name != '\"}}}) { totalCount } } } }"
                        + " | ValidationError",
                "mutation { uiapi { AccountCreate { Id } } } | ValidationError",
                "query a { uiapi { query { Account { totalCount } } } } query b { uiapi { query { Account { totalCount }"
                        + " } } } | "
            })
    void queryWhenNotOfTheSchemaThenErrorWithoutData(String query, String type) {
        RestOrg.Answer answer = ask(query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data").isNull()).as(answer.body().toString()).isTrue();
        assertThat(answer.at("/errors/0/message").asText()).isNotEmpty();
        if (type != null) {
            assertThat(answer.text("/errors/0/extensions/ErrorType")).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 0",
                "first: 2001",
                "first: 10, upperBound: 500",
                "after: \"nonsense\"",
                "where: {CreatedDate: {eq: {}}}",
                "where: {Name: {gt: null}}",
                "where: {AnnualRevenue: {gt: 1e999999999}}"
            })
    void queryWhenArgumentMakesNoSenseThenNullAndErrorWithPath(String argument) {
        RestOrg.Answer answer = ask("{ uiapi { query { Account(" + argument + ") { totalCount } } } }");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/uiapi/query/Account").isNull())
                .as(answer.body().toString())
                .isTrue();
        assertThat(answer.text("/errors/0/extensions/ErrorType")).isEqualTo("DataFetchingException");
        assertThat(answer.at("/errors/0/paths")).hasToString("[\"uiapi\",\"query\",\"Account\"]");
        assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
    }

    @Test
    void queryWhenSelectionsAreTooDeepThenAborted() {
        String deep = "Id";
        for (int i = 0; i < 20; i++) {
            deep = "Contacts { edges { node { Account { " + deep + " } } } }";
        }

        assertThat(ask("{ uiapi { query { Account { edges { node { " + deep + " } } } } } }")
                        .text("/errors/0/extensions/ErrorType"))
                .isEqualTo("ExecutionAborted");
    }

    @Test
    void postWhenVersionIsTooOldThenNotFound() {
        assertThat(org.post(
                                "/services/data/v55.0/graphql",
                                "{\"query\":\"{ uiapi { query { Account { totalCount }}}}\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void postWhenBodyIsNoJsonThenParserError() {
        assertThat(org.post(RestOrg.V + "graphql", "{ uiapi }").text("/0/errorCode"))
                .isEqualTo("JSON_PARSER_ERROR");
        assertThat(org.post(RestOrg.V + "graphql", "{\"query\":\"{}\",\"variables\":5}")
                        .text("/0/errorCode"))
                .isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void introspectionWhenAskedThenTypesOfTheOrg() {
        RestOrg.Answer answer = ask("{ __type(name: \"Account_Filter\") { inputFields { name } } }");

        assertThat(answer.at("/data/__type/inputFields").findValuesAsText("name"))
                .contains("and", "or", "not", "Id", "Name", "Owner", "Parent")
                .doesNotContain("Description");
    }

    private static List<String> names(RestOrg.Answer answer, String object) {
        List<String> names = new ArrayList<>();
        answer.at("/data/uiapi/query/" + object + "/edges")
                .forEach(edge -> names.add(edge.at("/node/Name/value").asText()));
        return names;
    }

    private RestOrg.Answer ask(String query) {
        return ask(query, "{}");
    }

    private RestOrg.Answer ask(String query, String variables) {
        ObjectNode body = Json.object().put("query", query);
        body.set("variables", Json.parseObject(new ByteArrayInputStream(variables.getBytes(UTF_8))));
        return org.post(RestOrg.V + "graphql", body.toString());
    }

    private String account(String name, String industry, String revenue, Integer employees) {
        ObjectNode account = Json.object().put("Name", name).put("Industry", industry);
        if (revenue != null) {
            account.put("AnnualRevenue", new BigDecimal(revenue));
        }
        if (employees != null) {
            account.put("NumberOfEmployees", employees);
        }
        return org.create("Account", account.toString());
    }

    private void contact(String name, String account) {
        org.create(
                "Contact",
                Json.object().put("LastName", name).put("AccountId", account).toString());
    }
}
