package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TreeResourceTest {

    private static final String TREE = RestOrg.V + "composite/tree/Account";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void createWhenChildrenNestedThenLinkedToParent() {
        RestOrg.Answer answer = org.post(TREE, tree("Roe"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/hasErrors").asBoolean()).isFalse();
        assertThat(answer.at("/results").findValuesAsText("referenceId")).containsExactly("a1", "c1", "a2");
        RestOrg.Answer contact = org.get(RestOrg.V + "sobjects/Contact/" + answer.text("/results/1/id"));
        assertThat(contact.text("/AccountId")).isEqualTo(answer.text("/results/0/id"));
    }

    @Test
    void createWhenOneRecordRefusedThenNothingCreatedAndItsErrorShown() {
        RestOrg.Answer answer = org.post(TREE, tree(""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/hasErrors").asBoolean()).isTrue();
        assertThat(answer.at("/results")).hasSize(1);
        assertThat(answer.text("/results/0/referenceId")).isEqualTo("c1");
        assertThat(answer.text("/results/0/errors/0/statusCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(org.query("SELECT COUNT() FROM Account").at("/totalSize").asInt())
                .isZero();
    }

    @Test
    void createWhenMoreThan200ThenRefused() {
        String rows = IntStream.range(0, 201)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r" + i + "\"},\"Name\":\"x\"}")
                .collect(Collectors.joining(","));

        assertThat(org.post(TREE, "{\"records\":[" + rows + "]}").status()).isEqualTo(400);
    }

    @Test
    void createWhenReferenceUsedTwiceThenRefused() {
        String row = "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r\"},\"Name\":\"x\"}";

        RestOrg.Answer answer = org.post(TREE, "{\"records\":[" + row + "," + row + "]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void createWhenTooDeepThenRefused() {
        String tree = "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r6\"},\"Name\":\"x\"}";
        for (int level = 5; level > 0; level--) {
            tree = "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r" + level
                    + "\"},\"Name\":\"x\",\"ChildAccounts\":{\"records\":[" + tree + "]}}";
        }

        assertThat(org.post(TREE, "{\"records\":[" + tree + "]}").status()).isEqualTo(400);
    }

    @Test
    void createWhenRelationshipUnknownThenRefused() {
        RestOrg.Answer answer = org.post(
                TREE,
                """
                {"records":[{"attributes":{"type":"Account","referenceId":"a1"},"Name":"Acme",
                  "Nopes":{"records":[]}}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_FIELD");
    }

    private static String tree(String lastName) {
        return """
                {"records":[
                  {"attributes":{"type":"Account","referenceId":"a1"},"Name":"Acme","Contacts":{"records":[
                    {"attributes":{"type":"Contact","referenceId":"c1"},"LastName":%s}]}},
                  {"attributes":{"type":"Account","referenceId":"a2"},"Name":"Apex"}]}"""
                .formatted(lastName.isEmpty() ? "null" : '"' + lastName + '"');
    }
}
