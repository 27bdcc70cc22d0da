package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutsResourceTest {

    private static final String LAYOUTS = RestOrg.V + "sobjects/Account/describe/layouts";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void layoutsWhenAskedForThenThatOfTheMasterRecordType() {
        RestOrg.Answer answer = org.get(LAYOUTS + "/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/layouts/0/id"))
                .startsWith("00h")
                .isEqualTo(answer.text("/recordTypeMappings/0/layoutId"));
        assertThat(answer.at("/recordTypeSelectorRequired/0").asBoolean(true)).isFalse();
        assertThat(org.get(answer.text("/recordTypeMappings/0/urls/layout")).body())
                .isEqualTo(answer.at("/layouts/0"));
    }

    @Test
    void layoutWhenItHasSectionsThenFieldsThatCanBeEditedAreInTheOneForEdits() {
        RestOrg.Answer answer = org.get(LAYOUTS);

        assertThat(answer.at("/layouts/0/detailLayoutSections").findValuesAsText("value"))
                .contains("Name", "CreatedDate");
        JsonNode edit = answer.at("/layouts/0/editLayoutSections");
        assertThat(edit.findValuesAsText("value")).contains("Name").doesNotContain("CreatedDate");
        assertThat(edit.findParents("placeholder"))
                .filteredOn(item -> item.path("required").asBoolean())
                .extracting(item -> item.path("label").asText())
                .containsExactly("Account Name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account/describe/layouts/012000000000001AAA",
                "Account/describe/layouts/x",
                "Nope/describe/layouts",
                "LoginHistory/describe/layouts"
            })
    void layoutsWhenThereAreNoneThenNotFound(String path) {
        assertThat(org.get(RestOrg.V + "sobjects/" + path).status()).isEqualTo(404);
    }
}
