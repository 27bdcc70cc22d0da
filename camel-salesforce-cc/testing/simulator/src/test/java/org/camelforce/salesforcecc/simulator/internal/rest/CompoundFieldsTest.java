package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses and names, which consist of other fields (Object Reference, "Compound Fields"). */
class CompoundFieldsTest {

    private static final String ADDRESS = "{\"city\":\"Berlin\",\"country\":null,\"geocodeAccuracy\":\"City\","
            + "\"latitude\":52.5,\"longitude\":13.4,\"postalCode\":\"10115\",\"state\":null,\"street\":\"Weg 1\"}";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    @Test
    void readWhenAddressHasPartsThenOneStructureAndNullForTheOther() {
        JsonNode record = org.get(RestOrg.V + "sobjects/Account/" + account()).body();

        assertThat(record.path("BillingAddress")).hasToString(ADDRESS);
        assertThat(record.path("ShippingAddress").isNull()).isTrue();
        assertThat(record.path("BillingCity").asText()).isEqualTo("Berlin");
    }

    @Test
    void readWhenOnlyTheAddressIsAskedForThenOnlyThat() {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Account/" + account() + "?fields=billingaddress");

        assertThat(answer.at("/BillingAddress")).hasToString(ADDRESS);
        assertThat(answer.body().has("BillingCity")).isFalse();
    }

    @Test
    void queryWhenAddressIsSelectedThenTheSameStructure() {
        account();
        org.create("Account", "{\"Name\":\"Without\"}");

        RestOrg.Answer answer =
                org.query("SELECT Name, BillingAddress FROM Account WHERE BillingCity = 'Berlin' OR Name = 'Without'"
                        + " ORDER BY Name");

        assertThat(answer.at("/records/0/BillingAddress")).hasToString(ADDRESS);
        assertThat(answer.at("/records/1/BillingAddress").isNull()).isTrue();
    }

    @Test
    void queryWhenAddressOfAParentIsSelectedThenNestedInTheParent() {
        org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account() + "\"}");

        RestOrg.Answer answer = org.query("SELECT Account.BillingAddress FROM Contact");

        assertThat(answer.at("/records/0/Account/BillingAddress/city").asText()).isEqualTo("Berlin");
    }

    @Test
    void queryWhenAddressIsComparedOrSortedThenRefused() {
        RestOrg.Answer compared = org.query("SELECT Id FROM Account WHERE BillingAddress = 'Berlin'");
        RestOrg.Answer sorted = org.query("SELECT Id FROM Account ORDER BY BillingAddress");

        assertThat(compared.status()).isEqualTo(400);
        assertThat(compared.text("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(compared.text("/0/message")).contains("field 'BillingAddress' can not be filtered in a query call");
        assertThat(sorted.text("/0/message")).contains("field 'BillingAddress' can not be sorted in a query call");
    }

    @Test
    void updateWhenAddressIsGivenAsAWholeThenRefused() {
        RestOrg.Answer answer =
                org.patch(RestOrg.V + "sobjects/Account/" + account(), "{\"BillingAddress\":{\"city\":\"Ulm\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(answer.text("/0/fields/0")).isEqualTo("BillingAddress");
    }

    @Test
    void updateWhenAPartChangesThenTheStructureHasIt() {
        String id = account();
        org.patch(RestOrg.V + "sobjects/Account/" + id, "{\"BillingCity\":\"Ulm\"}");

        assertThat(org.get(RestOrg.V + "sobjects/Account/" + id).text("/BillingAddress/city"))
                .isEqualTo("Ulm");
    }

    @Test
    void describeWhenReadThenPartsNameTheirCompoundField() {
        RestOrg.Answer account = org.get(RestOrg.V + "sobjects/Account/describe");
        RestOrg.Answer contact = org.get(RestOrg.V + "sobjects/Contact/describe");

        assertThat(field(account, "BillingAddress").path("type").asText()).isEqualTo("address");
        assertThat(field(account, "BillingAddress").path("soapType").asText()).isEqualTo("urn:address");
        assertThat(field(account, "BillingAddress").path("createable").asBoolean())
                .isFalse();
        assertThat(field(account, "BillingCity").path("compoundFieldName").asText())
                .isEqualTo("BillingAddress");
        assertThat(field(account, "Name").path("compoundFieldName").isNull()).isTrue();
        assertThat(List.of("FirstName", "LastName", "Salutation")).allSatisfy(part -> assertThat(
                        field(contact, part).path("compoundFieldName").asText())
                .isEqualTo("Name"));
        assertThat(field(contact, "Name").path("extraTypeInfo").asText()).isEqualTo("personname");
    }

    private String account() {
        return org.create(
                "Account",
                "{\"Name\":\"Acme\",\"BillingStreet\":\"Weg 1\",\"BillingCity\":\"Berlin\",\"BillingPostalCode\":\"10115\","
                        + "\"BillingLatitude\":52.5,\"BillingLongitude\":13.4,\"BillingGeocodeAccuracy\":\"City\"}");
    }

    private static JsonNode field(RestOrg.Answer answer, String name) {
        return StreamSupport.stream(answer.at("/fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
