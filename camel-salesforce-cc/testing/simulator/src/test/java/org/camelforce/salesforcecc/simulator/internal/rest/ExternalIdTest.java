package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExternalIdTest {

    private static final String BY_LEGACY_ID = RestOrg.V + "sobjects/Account/Legacy_Id__c/";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void upsertWhenNoneMatchesThenCreated() {
        RestOrg.Answer answer = org.patch(BY_LEGACY_ID + "A%201", "{\"Name\":\"Acme\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/created").asBoolean()).isTrue();
        assertThat(answer.at("/success").asBoolean()).isTrue();
        assertThat(answer.header("Location")).isEqualTo(RestOrg.V + "sobjects/Account/" + answer.text("/id"));
        assertThat(org.get(BY_LEGACY_ID + "A%201").text("/Legacy_Id__c")).isEqualTo("A 1");
    }

    @Test
    void upsertWhenValueHasSlashThenStoredWithIt() {
        RestOrg.Answer answer = org.patch(BY_LEGACY_ID + "A%2F1", "{\"Name\":\"Acme\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(org.get(RestOrg.V + "sobjects/Account/" + answer.text("/id")).text("/Legacy_Id__c"))
                .isEqualTo("A/1");
    }

    @Test
    void upsertWhenOneMatchesThenUpdated() {
        String id = org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer = org.patch(BY_LEGACY_ID + "A1", "{\"Name\":\"Apex\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/id")).isEqualTo(id);
        assertThat(answer.at("/created").isBoolean()).isTrue();
        assertThat(answer.at("/created").asBoolean()).isFalse();
        assertThat(org.get(BY_LEGACY_ID + "A1").text("/Name")).isEqualTo("Apex");
    }

    @Test
    void upsertWhenUpdatedInOldVersionThenNoContent() {
        org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer =
                org.patch("/services/data/v45.0/sobjects/Account/Legacy_Id__c/A1", "{\"Name\":\"Apex\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.response().body()).isEmpty();
    }

    @Test
    void upsertWhenSeveralMatchThenMultipleChoices() {
        String first = org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");
        String second = org.create("Account", "{\"Name\":\"Apex\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer = org.patch(BY_LEGACY_ID + "A1", "{\"Name\":\"Other\"}");

        assertThat(answer.status()).isEqualTo(300);
        assertThat(answer.body())
                .extracting(url -> url.asText())
                .containsExactly(RestOrg.V + "sobjects/Account/" + first, RestOrg.V + "sobjects/Account/" + second);
    }

    @Test
    void upsertWhenUpdateOnlyAndNoneMatchesThenNotFound() {
        RestOrg.Answer answer = org.patch(BY_LEGACY_ID + "A1?updateOnly=true", "{\"Name\":\"Acme\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @Test
    void readWhenSeveralMatchThenMultipleChoices() {
        String first = org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");
        String second = org.create("Account", "{\"Name\":\"Apex\",\"Legacy_Id__c\":\"A1\"}");

        RestOrg.Answer answer = org.get(BY_LEGACY_ID + "A1");

        assertThat(answer.status()).isEqualTo(300);
        assertThat(answer.body())
                .extracting(url -> url.asText())
                .containsExactly(RestOrg.V + "sobjects/Account/" + first, RestOrg.V + "sobjects/Account/" + second);
    }

    @Test
    void deleteWhenOneMatchesThenGone() {
        String id = org.create("Account", "{\"Name\":\"Acme\",\"Legacy_Id__c\":\"A1\"}");

        assertThat(org.delete(BY_LEGACY_ID + "A1").status()).isEqualTo(204);
        assertThat(org.get(RestOrg.V + "sobjects/Account/" + id).status()).isEqualTo(404);
    }
}
