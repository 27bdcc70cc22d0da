package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryResourceTest {

    private final RestOrg org = new RestOrg(2);

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void queryWhenFewRowsThenOnePage() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.query("SELECT Id, Name FROM Account");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/totalSize").asInt()).isEqualTo(1);
        assertThat(answer.at("/done").asBoolean()).isTrue();
        assertThat(answer.body().has("nextRecordsUrl")).isFalse();
        assertThat(answer.at("/records/0"))
                .hasToString("{\"attributes\":{\"type\":\"Account\",\"url\":\"" + RestOrg.V + "sobjects/Account/" + id
                        + "\"},\"Id\":\"" + id + "\",\"Name\":\"Acme\"}");
    }

    @Test
    void queryWhenParentSelectedThenNestedWithAttributes() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");
        org.create("Contact", "{\"LastName\":\"Loner\"}");

        RestOrg.Answer answer = org.query("SELECT Id, Account.Name FROM Contact");

        assertThat(answer.text("/records/0/Account/attributes/type")).isEqualTo("Account");
        assertThat(answer.text("/records/0/Account/attributes/url"))
                .isEqualTo(RestOrg.V + "sobjects/Account/" + account);
        assertThat(answer.text("/records/0/Account/Name")).isEqualTo("Acme");
        assertThat(answer.at("/records/1/Account").isNull()).isTrue();
    }

    @Test
    void queryWhenIdNotSelectedThenUrlAllTheSame() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.query("SELECT Name FROM Account");

        assertThat(answer.text("/records/0/attributes/url")).isEqualTo(RestOrg.V + "sobjects/Account/" + id);
        assertThat(answer.at("/records/0").has("Id")).isFalse();
    }

    @Test
    void queryWhenParentsOfParentsSelectedThenUrlAtEachLevel() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        String contact = org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");
        org.create("Case", "{\"Subject\":\"Help\",\"ContactId\":\"" + contact + "\"}");

        RestOrg.Answer answer = org.query("SELECT Contact.Account.Name FROM Case");

        assertThat(answer.text("/records/0/Contact/attributes/url"))
                .isEqualTo(RestOrg.V + "sobjects/Contact/" + contact);
        assertThat(answer.text("/records/0/Contact/Account/attributes/url"))
                .isEqualTo(RestOrg.V + "sobjects/Account/" + account);
    }

    @Test
    void queryWhenManyRowsThenPagesAsOfFirstRequest() {
        createAccounts(5);
        RestOrg.Answer page = org.query("SELECT Name FROM Account");
        assertThat(page.at("/done").asBoolean()).isFalse();
        assertThat(page.text("/nextRecordsUrl")).matches("/services/data/v67\\.0/query/01g\\w{15}-2");
        createAccounts(1);

        List<String> names = new ArrayList<>(page.body().findValuesAsText("Name"));
        while (!page.at("/done").asBoolean()) {
            page = org.get(page.text("/nextRecordsUrl"));
            assertThat(page.at("/totalSize").asInt()).isEqualTo(5);
            names.addAll(page.body().findValuesAsText("Name"));
        }

        assertThat(names).containsExactly("Account 0", "Account 1", "Account 2", "Account 3", "Account 4");
    }

    @Test
    void queryWhenBatchSizeGivenThenHonoured() {
        createAccounts(201);

        RestOrg.Answer answer = org.query("SELECT Id FROM Account", "Sforce-Query-Options", "batchSize=200");

        assertThat(answer.at("/records")).hasSize(200);
        assertThat(answer.text("/nextRecordsUrl")).endsWith("-200");
    }

    @Test
    void queryWhenBatchSizeTooSmallThenSmallestAllowed() {
        createAccounts(201);

        RestOrg.Answer answer = org.query("SELECT Id FROM Account", "Sforce-Query-Options", "batchSize=1");

        assertThat(answer.at("/records")).hasSize(200);
    }

    @Test
    void queryWhenCountThenTotalSizeAndNoRecords() {
        createAccounts(3);

        RestOrg.Answer answer = org.query("SELECT COUNT() FROM Account");

        assertThat(answer.body()).hasToString("{\"totalSize\":3,\"done\":true,\"records\":[]}");
    }

    @Test
    void queryWhenAggregatedThenRowsAreAggregateResults() {
        createAccounts(2);

        RestOrg.Answer answer = org.query("SELECT COUNT(Id), MAX(Name) last FROM Account");

        assertThat(answer.body())
                .hasToString("{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":"
                        + "{\"type\":\"AggregateResult\"},\"expr0\":2,\"last\":\"Account 1\"}]}");
    }

    @Test
    void queryWhenMoreGroupsThanOneBatchThenExceededIdLimit() {
        createAccounts(3);

        RestOrg.Answer answer = org.query("SELECT Name FROM Account GROUP BY Name");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(answer.text("/0/message"))
                .isEqualTo("Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single"
                        + " batch");
    }

    @Test
    void queryWhenChildrenSelectedThenEachParentHasAResultOfItsOwn() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        org.create("Account", "{\"Name\":\"Bolt\"}");
        String contact = org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");

        RestOrg.Answer answer = org.query("SELECT Name, (SELECT LastName FROM Contacts), Site FROM Account");

        assertThat(answer.at("/records/0/Contacts"))
                .hasToString(
                        "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Contact\",\"url\":\""
                                + RestOrg.V + "sobjects/Contact/" + contact + "\"},\"LastName\":\"Roe\"}]}");
        assertThat(answer.at("/records/1/Contacts").isNull()).isTrue();
    }

    @Test
    void queryWhenManyChildrenThenTheyHaveALocatorOfTheirOwn() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        IntStream.range(0, 5)
                .forEach(i ->
                        org.create("Contact", "{\"LastName\":\"Roe " + i + "\",\"AccountId\":\"" + account + "\"}"));

        RestOrg.Answer answer = org.query("SELECT Name, (SELECT LastName FROM Contacts) FROM Account");

        assertThat(answer.at("/done").asBoolean()).isTrue();
        assertThat(answer.at("/records/0/Contacts/totalSize").asInt()).isEqualTo(5);
        assertThat(answer.at("/records/0/Contacts/done").asBoolean()).isFalse();
        assertThat(answer.at("/records/0/Contacts/records")).hasSize(2);
        RestOrg.Answer more = org.get(answer.text("/records/0/Contacts/nextRecordsUrl"));
        assertThat(more.at("/totalSize").asInt()).isEqualTo(5);
        assertThat(more.body().findValuesAsText("LastName")).containsExactly("Roe 2", "Roe 3");
        assertThat(org.get(more.text("/nextRecordsUrl")).at("/done").asBoolean())
                .isTrue();
    }

    @Test
    void queryAllWhenRecordDeletedThenStillFound() {
        org.delete(RestOrg.V + "sobjects/Account/" + org.create("Account", "{\"Name\":\"Acme\"}"));

        assertThat(org.query("SELECT Id FROM Account").at("/totalSize").asInt()).isZero();
        assertThat(org.get(RestOrg.V + "queryAll/?q=SELECT%20Id%20FROM%20Account")
                        .at("/totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void queryWhenExplainedThenPlansByCostWithRealCardinalities() {
        createAccounts(8);

        RestOrg.Answer answer =
                org.get(RestOrg.V + "query?explain=" + "SELECT+Id+FROM+Account+WHERE+Name='Account+3'+AND+Site=null");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/plans")).hasSize(2);
        assertThat(answer.at("/plans/0"))
                .hasToString("{\"cardinality\":1,\"fields\":[\"Name\"],\"leadingOperationType\":\"Index\","
                        + "\"relativeCost\":0.4166666666666667,\"sobjectCardinality\":8,\"sobjectType\":\"Account\","
                        + "\"notes\":[{\"description\":\"Not considering filter for optimization because unindexed\","
                        + "\"fields\":[\"Site\"],\"tableEnumOrId\":\"Account\"},"
                        + "{\"description\":\"Not considering filter for optimization because unindexed\","
                        + "\"fields\":[\"IsDeleted\"],\"tableEnumOrId\":\"Account\"}]}");
        assertThat(answer.text("/plans/1/leadingOperationType")).isEqualTo("TableScan");
        assertThat(answer.at("/plans/1/relativeCost").asDouble()).isGreaterThan(1);
        assertThat(answer.text("/sourceQuery")).startsWith("SELECT Id FROM Account");
    }

    @Test
    void queryWhenExplainedQueryIsMalformedThenRefused() {
        assertThat(org.get(RestOrg.V + "query?explain=SELEKT").text("/0/errorCode"))
                .isEqualTo("MALFORMED_QUERY");
        assertThat(org.get(RestOrg.V + "query?explain=SELECT+Id+FROM+Bogus").text("/0/errorCode"))
                .isEqualTo("INVALID_TYPE");
    }

    @Test
    void queryWhenForViewThenRecordIsRecentlyViewed() {
        String viewed = org.records.create("Account", Json.object().put("Name", "Viewed"), RestOrg.USER);
        assertThat(org.get(RestOrg.V + "recent").body()).isEmpty();

        org.query("SELECT Name FROM Account LIMIT 1 FOR VIEW");

        assertThat(org.get(RestOrg.V + "recent").text("/0/Id")).isEqualTo(viewed);
    }

    @Test
    void queryWhenScopeIsMineThenOwnRecordsOnly() {
        createAccounts(1);

        assertThat(org.query("SELECT Id FROM Account USING SCOPE mine")
                        .at("/totalSize")
                        .asInt())
                .isEqualTo(1);
        assertThat(org.query("SELECT Id FROM Account USING SCOPE mine", "Authorization", RestOrg.OTHER_USER)
                        .at("/totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void queryWhenMalformedThenRefused() {
        RestOrg.Answer answer = org.query("SELEKT Id FROM Account");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void queryWhenNoTextThenRefused() {
        assertThat(org.get(RestOrg.V + "query").text("/0/errorCode")).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void moreWhenAlmostTwoDaysLaterThenServed() {
        String next = openedQuery();

        org.time.advance(Duration.ofDays(2).minusSeconds(1));

        assertThat(org.get(next).status()).isEqualTo(200);
    }

    @Test
    void moreWhenTwoDaysLaterThenInvalidLocator() {
        String next = openedQuery();

        org.time.advance(Duration.ofDays(2));

        assertThat(org.get(next).status()).isEqualTo(400);
        assertThat(org.get(next).text("/0/errorCode")).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void moreWhenOtherUserThenInvalidLocator() {
        RestOrg.Answer answer = org.get(openedQuery(), "Authorization", RestOrg.OTHER_USER);

        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void moreWhenNeverOpenedThenInvalidLocator() {
        RestOrg.Answer answer = org.get(RestOrg.V + "query/nonsense");

        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    private String openedQuery() {
        createAccounts(3);
        return org.query("SELECT Id FROM Account").text("/nextRecordsUrl");
    }

    private void createAccounts(int count) {
        IntStream.range(0, count).forEach(i -> org.create("Account", "{\"Name\":\"Account " + i + "\"}"));
    }
}
