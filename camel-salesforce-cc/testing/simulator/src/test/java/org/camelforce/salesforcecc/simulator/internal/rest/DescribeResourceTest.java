package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribeResourceTest {

    private static final String CREATED = "Wed, 1 Jul 2026 12:00:00 GMT";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void globalWhenReadThenEveryObject() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/");

        assertThat(answer.text("/encoding")).isEqualTo("UTF-8");
        assertThat(answer.at("/maxBatchSize").asInt()).isEqualTo(200);
        assertThat(answer.at("/sobjects").findValuesAsText("name")).contains("Account", "Contact", "Order_Placed__e");
        assertThat(answer.text("/sobjects/0/urls/describe")).isEqualTo(RestOrg.V + "sobjects/Account/describe");
    }

    @Test
    void basicWhenRecordsTouchedThenSummaryAndRecentOnesOfObject() {
        org.create("Contact", "{\"LastName\":\"Roe\"}");
        org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/account/");

        assertThat(answer.text("/objectDescribe/keyPrefix")).isEqualTo("001");
        assertThat(answer.at("/recentItems").findValuesAsText("Name")).containsExactly("Acme");
    }

    @Test
    void describeWhenReadThenFieldsWithTheirTraits() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Account/describe/");

        JsonNode name = field(answer, "Name");
        assertThat(name.path("nameField").asBoolean()).isTrue();
        assertThat(name.path("nillable").asBoolean()).isFalse();
        assertThat(name.path("soapType").asText()).isEqualTo("xsd:string");
        JsonNode legacyId = field(answer, "Legacy_Id__c");
        assertThat(legacyId.path("custom").asBoolean()).isTrue();
        assertThat(legacyId.path("externalId").asBoolean()).isTrue();
        assertThat(legacyId.path("length").asInt()).isEqualTo(20);
        JsonNode owner = field(answer, "OwnerId");
        assertThat(owner.path("type").asText()).isEqualTo("reference");
        assertThat(owner.path("referenceTo")).hasToString("[\"User\"]");
        assertThat(owner.path("relationshipName").asText()).isEqualTo("Owner");
        assertThat(field(answer, "Rating").path("picklistValues").findValuesAsText("value"))
                .containsExactly("Hot", "Warm", "Cold");
    }

    @Test
    void describeWhenReadThenChildRelationshipsByPlural() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Account/describe");

        assertThat(answer.at("/childRelationships").findValuesAsText("relationshipName"))
                .contains("Contacts", "Opportunities", "Cases", "ChildAccounts");
    }

    @Test
    void describeWhenEventThenNeitherQueryableNorUpdateable() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Order_Placed__e/describe");

        assertThat(answer.at("/createable").asBoolean()).isTrue();
        assertThat(answer.at("/queryable").asBoolean()).isFalse();
        assertThat(answer.at("/updateable").asBoolean()).isFalse();
        assertThat(answer.text("/urls/eventSchema")).isEqualTo(RestOrg.V + "sobjects/Order_Placed__e/eventSchema");
    }

    @Test
    void describeWhenNotModifiedSinceThenNotModified() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Account/describe", "If-Modified-Since", CREATED);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.response().body()).isEmpty();
    }

    @Test
    void describeWhenModifiedSinceThenDescription() {
        RestOrg.Answer answer =
                org.get(RestOrg.V + "sobjects/Account/describe", "If-Modified-Since", "Wed, 1 Jul 2026 11:59:59 GMT");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Last-Modified")).isEqualTo(CREATED);
    }

    private static JsonNode field(RestOrg.Answer answer, String name) {
        return StreamSupport.stream(answer.at("/fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
