package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectionsResourceTest {

    private static final String COLLECTIONS = RestOrg.V + "composite/sobjects";
    private static final String GOOD = "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Acme\"}";
    private static final String BAD = "{\"attributes\":{\"type\":\"Account\"},\"Site\":\"HQ\"}";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void createWhenOneRowRefusedThenOthersCreated() {
        RestOrg.Answer answer = org.post(COLLECTIONS, "{\"records\":[" + GOOD + "," + BAD + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/0/success").asBoolean()).isTrue();
        assertThat(answer.at("/1"))
                .hasToString("{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\","
                        + "\"message\":\"Required fields are missing: [Name]\",\"fields\":[\"Name\"]}]}");
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void createWhenOneRowRefusedAndAllOrNoneThenRolledBack() {
        RestOrg.Answer answer = org.post(COLLECTIONS, "{\"allOrNone\":true,\"records\":[" + GOOD + "," + BAD + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/0/success").asBoolean()).isFalse();
        assertThat(answer.body().findValuesAsText("statusCode"))
                .containsExactly("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING");
        assertThat(accounts()).isZero();
    }

    @Test
    void createWhenUnknownTypeThenRowRefused() {
        RestOrg.Answer answer = org.post(COLLECTIONS, "{\"records\":[{\"attributes\":{\"type\":\"Nope\"}}]}");

        assertThat(answer.text("/0/errors/0/statusCode")).isEqualTo("INVALID_TYPE");
    }

    @Test
    void createWhenMoreThan200ThenRefused() {
        RestOrg.Answer answer =
                org.post(COLLECTIONS, "{\"records\":[" + String.join(",", Collections.nCopies(201, GOOD)) + "]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("EXCEEDED_ID_LIMIT");
    }

    @Test
    void createWhenTypeChangesTooOftenThenRefused() {
        String pair = GOOD + ",{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"Roe\"}";
        String tenChunks = String.join(",", Collections.nCopies(5, pair));

        assertThat(org.post(COLLECTIONS, "{\"records\":[" + tenChunks + "]}").status())
                .isEqualTo(200);
        assertThat(org.post(COLLECTIONS, "{\"records\":[" + tenChunks + "," + GOOD + "]}")
                        .text("/0/errorCode"))
                .isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void updateWhenRowsNamedByIdThenChanged() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.patch(
                COLLECTIONS,
                "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + id + "\",\"Name\":\"Apex\"}," + GOOD
                        + "]}");

        assertThat(answer.at("/0")).hasToString("{\"id\":\"" + id + "\",\"success\":true,\"errors\":[]}");
        assertThat(answer.text("/1/errors/0/statusCode")).isEqualTo("MISSING_ARGUMENT");
        assertThat(org.get(RestOrg.V + "sobjects/Account/" + id).text("/Name")).isEqualTo("Apex");
    }

    @Test
    void upsertWhenSomeMatchThenCreatedTellsThemApart() {
        org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer = org.patch(
                COLLECTIONS + "/Account/Legacy_Id__c",
                """
                {"records":[
                  {"attributes":{"type":"Account"},"Legacy_Id__c":"A1","Name":"Apex"},
                  {"attributes":{"type":"Account"},"Legacy_Id__c":"A2","Name":"New"},
                  {"attributes":{"type":"Account"},"Name":"Nameless"}]}""");

        assertThat(answer.body().findValues("created"))
                .extracting(created -> created.asBoolean())
                .containsExactly(false, true);
        assertThat(answer.text("/2/errors/0/statusCode")).isEqualTo("MISSING_ARGUMENT");
        assertThat(org.get(RestOrg.V + "sobjects/Account/Legacy_Id__c/A1").text("/Name"))
                .isEqualTo("Apex");
    }

    @Test
    void upsertWhenSeveralMatchThenRowRefused() {
        org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");
        org.create("Account", "{\"Name\":\"Apex\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer = org.patch(
                COLLECTIONS + "/Account/Legacy_Id__c",
                "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Legacy_Id__c\":\"A1\"}]}");

        assertThat(answer.text("/0/errors/0/statusCode")).isEqualTo("DUPLICATE_EXTERNAL_ID");
    }

    @Test
    void upsertWhenByIdThenRowsWithoutIdCreated() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.patch(
                COLLECTIONS + "/Account/Id",
                "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Id\":\"" + id + "\",\"Name\":\"Apex\"}," + GOOD
                        + "]}");

        assertThat(answer.body().findValues("created"))
                .extracting(created -> created.asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void deleteWhenIdsGivenThenEachAnswered() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.delete(COLLECTIONS + "?ids=" + id + ",nonsense&allOrNone=false");

        assertThat(answer.at("/0/success").asBoolean()).isTrue();
        assertThat(answer.at("/1/errors/0"))
                .hasToString("{\"statusCode\":\"MALFORMED_ID\",\"message\":\"malformed id nonsense\",\"fields\":[]}");
        assertThat(accounts()).isZero();
    }

    @Test
    void deleteWhenOneFailsAndAllOrNoneThenNothingDeleted() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.delete(COLLECTIONS + "?ids=" + id + ",nonsense&allOrNone=true");

        assertThat(accounts()).isEqualTo(1);
        assertThat(answer.text("/0/id")).isEqualTo(id);
        assertThat(answer.text("/0/errors/0/statusCode")).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(answer.at("/1").has("id")).isFalse();
    }

    @Test
    void updateWhenIdsAreWrongThenEachSaysWhy() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");
        String gone = org.create("Account", "{\"Name\":\"Gone\"}");
        org.delete(RestOrg.V + "sobjects/Account/" + gone);

        RestOrg.Answer answer = org.patch(
                COLLECTIONS,
                "{\"records\":["
                        + row("Contact", "001xx000003DGb2999") + "," + row("Account", "001000000000zzzAAA") + ","
                        + row("Account", gone) + "," + row("Contact", id) + "]}");

        assertThat(answer.at("/0/errors/0"))
                .hasToString("{\"statusCode\":\"MALFORMED_ID\",\"message\":\"Contact ID: id value of incorrect type:"
                        + " 001xx000003DGb2999\",\"fields\":[\"Id\"]}");
        assertThat(answer.text("/1/errors/0/statusCode")).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(answer.text("/2/errors/0/statusCode")).isEqualTo("ENTITY_IS_DELETED");
        assertThat(answer.text("/3/errors/0/statusCode")).isEqualTo("MALFORMED_ID");
    }

    private static String row(String type, String id) {
        return "{\"attributes\":{\"type\":\"" + type + "\"},\"id\":\"" + id + "\"}";
    }

    @Test
    void retrieveWhenOneIsMissingThenNullInItsPlace() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");
        String missing = "001000000000zzzAAA";

        RestOrg.Answer posted = org.post(
                COLLECTIONS + "/Account", "{\"ids\":[\"" + id + "\",\"" + missing + "\"],\"fields\":[\"Name\"]}");
        RestOrg.Answer got = org.get(COLLECTIONS + "/Account?ids=" + id + "," + missing + "&fields=Name");

        assertThat(posted.text("/0/Name")).isEqualTo("Acme");
        assertThat(posted.text("/0/attributes/url")).isEqualTo(RestOrg.V + "sobjects/Account/" + id);
        assertThat(posted.at("/1").isNull()).isTrue();
        assertThat(got.body()).isEqualTo(posted.body());
    }

    private int accounts() {
        return org.query("SELECT COUNT() FROM Account").at("/totalSize").asInt();
    }
}
