package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.simulator.internal.data.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListViewsResourceIT {

    private static final String VIEWS = RestOrg.V + "sobjects/Account/listviews";
    private static final String ID = ListView.of(
                    TestSchemas.shop().find("Account").orElseThrow())
            .orElseThrow()
            .id();
    private static final String SUMMARY = "{\"describeUrl\":\"" + VIEWS + "/" + ID
            + "/describe\",\"developerName\":\"AllAccounts\",\"id\":\"" + ID
            + "\",\"label\":\"All Accounts\",\"resultsUrl\":\"" + VIEWS + "/" + ID
            + "/results\",\"soqlCompatible\":true,\"url\":\"" + VIEWS + "/" + ID + "\"}";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void listWhenAskedThenOneViewOfAllRecords() {
        RestOrg.Answer answer = org.get(VIEWS);

        assertThat(answer.body())
                .hasToString("{\"done\":true,\"listviews\":[" + SUMMARY
                        + "],\"nextRecordsUrl\":null,\"size\":1,\"sobjectType\":\"Account\"}");
    }

    @Test
    void viewWhenAskedByEitherFormOfItsIdThenItsSummary() {
        assertThat(org.get(VIEWS + "/" + ID).body()).hasToString(SUMMARY);
        assertThat(org.get(VIEWS + "/" + ID.substring(0, 15)).body()).hasToString(SUMMARY);
    }

    @Test
    void describeWhenItsQueryIsAskedThenTheRecords() {
        org.create("Account", "{\"Name\":\"Acme\"}");
        RestOrg.Answer described = org.get(VIEWS + "/" + ID + "/describe");

        assertThat(org.query(described.text("/query")).text("/records/0/Name")).isEqualTo("Acme");
    }

    @Test
    void describeWhenAskedThenColumnsAndOrder() {
        RestOrg.Answer answer = org.get(VIEWS + "/" + ID + "/describe");

        assertThat(answer.text("/id")).isEqualTo(ID);
        assertThat(answer.text("/sobjectType")).isEqualTo("Account");
        assertThat(answer.at("/columns/0"))
                .hasToString("{\"ascendingLabel\":\"Z-A\",\"descendingLabel\":\"A-Z\",\"fieldNameOrPath\":\"Name\","
                        + "\"hidden\":false,\"label\":\"Account Name\",\"selectListItem\":\"Name\","
                        + "\"sortDirection\":\"ascending\",\"sortIndex\":0,\"sortable\":true,\"type\":\"string\"}");
        assertThat(answer.at("/orderBy"))
                .hasToString("[{\"fieldNameOrPath\":\"Name\",\"nullsPosition\":\"first\","
                        + "\"sortDirection\":\"ascending\"},{\"fieldNameOrPath\":\"Id\",\"nullsPosition\":\"first\","
                        + "\"sortDirection\":\"ascending\"}]");
        assertThat(answer.at("/columns").findValuesAsText("fieldNameOrPath"))
                .contains("Id", "CreatedDate", "LastModifiedDate", "SystemModstamp");
    }

    @Test
    void resultsWhenAskedThenRecordsInOrderOfTheirNames() {
        org.create("Account", "{\"Name\":\"Cirrus\"}");
        org.create("Account", "{\"Name\":\"Acme\"}");
        org.create("Account", "{\"Name\":\"Borealis\"}");

        RestOrg.Answer all = org.get(VIEWS + "/" + ID + "/results");
        RestOrg.Answer page = org.get(VIEWS + "/" + ID + "/results?limit=1&offset=1");

        assertThat(all.at("/size").asInt()).isEqualTo(3);
        assertThat(all.at("/done").asBoolean()).isTrue();
        assertThat(all.text("/label")).isEqualTo("All Accounts");
        assertThat(all.at("/records/0/columns/0")).hasToString("{\"fieldNameOrPath\":\"Name\",\"value\":\"Acme\"}");
        assertThat(page.at("/records/0/columns/0/value").asText()).isEqualTo("Borealis");
        assertThat(page.at("/size").asInt()).isEqualTo(1);
        assertThat(page.at("/done").asBoolean(true)).isFalse();
    }

    @Test
    void resultsWhenOffsetIsBeyondTheEndThenNone() {
        assertThat(org.get(VIEWS + "/" + ID + "/results?offset=5").at("/records"))
                .isEmpty();
    }

    @Test
    void recentWhenResultsWereAskedThenTheView() {
        assertThat(org.get(VIEWS + "/recent").at("/listviews")).isEmpty();

        org.get(VIEWS + "/" + ID + "/results");

        assertThat(org.get(VIEWS + "/recent").text("/listviews/0/id")).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=2001", "limit=x", "offset=-1", "offset=99999999999"})
    void resultsWhenParameterIsOutOfRangeThenError(String parameter) {
        RestOrg.Answer answer = org.get(VIEWS + "/" + ID + "/results?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account/listviews/00B000000000000AAA",
                "Account/listviews/x",
                "Account/listviews/x/results",
                "Nothing/listviews",
                "Order_Placed__e/listviews",
                "LoginHistory/listviews",
                "Nothing/listviews/recent"
            })
    void viewWhenThereIsNoneThenNotFound(String path) {
        assertThat(org.get(RestOrg.V + "sobjects/" + path).status()).isEqualTo(404);
    }

    @Test
    void resultsWhenAnyObjectIsAskedThenAnswered() {
        TestSchemas.shop().objects().stream()
                .flatMap(object -> ListView.of(object).stream())
                .forEach(view -> assertThat(org.get(RestOrg.V + "sobjects/"
                                        + view.object().name() + "/listviews/" + view.id() + "/results")
                                .status())
                        .as(view.object().name())
                        .isEqualTo(200));
    }
}
