package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchResourceIT {

    private final RestOrg org = new RestOrg();
    private String acme = "";

    @BeforeEach
    void createRecords() {
        acme = org.create("Account", "{\"Name\":\"Acme Import Co.\",\"Site\":\"HQ2\",\"Phone\":\"(415) 555-1212\"}");
        org.create("Account", "{\"Name\":\"Bolt\",\"Description\":\"Buys from Acme\"}");
        org.create("Contact", "{\"FirstName\":\"Jane\",\"LastName\":\"Roe\",\"Email\":\"jane.roe@acme.example\"}");
    }

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    private RestOrg.Answer search(String sosl) {
        return org.get(RestOrg.V + "search/?q=" + URLEncoder.encode(sosl, StandardCharsets.UTF_8));
    }

    private static String names(RestOrg.Answer answer) {
        return String.join(",", answer.body().findValuesAsText("Name"));
    }

    @Test
    void searchWhenNothingIsReturningThenIdsOfAllObjects() {
        RestOrg.Answer answer = search("FIND {acme}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/searchRecords")).hasSize(3);
        assertThat(answer.at("/searchRecords/0"))
                .hasToString("{\"attributes\":{\"type\":\"Account\",\"url\":\"" + RestOrg.V + "sobjects/Account/" + acme
                        + "\"},\"Id\":\"" + acme + "\"}");
    }

    @Test
    void searchWhenVersionIsBefore37ThenAList() {
        RestOrg.Answer answer = org.get("/services/data/v36.0/search?q=FIND+%7BBolt%7D");

        assertThat(answer.body().isArray()).isTrue();
        assertThat(answer.text("/0/attributes/url")).startsWith("/services/data/v36.0/sobjects/Account/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ACME | Acme Import Co.,Bolt",
                "acme import | Acme Import Co.",
                "\"\"import acme\"\" | ''",
                "\"\"acme import\"\" | Acme Import Co.",
                "acme AND NOT import | Bolt",
                "import OR bolt | Acme Import Co.,Bolt",
                "(import OR bolt) AND buys | Bolt",
                "imp* | Acme Import Co.",
                "i?port | Acme Import Co.",
                "mport | ''",
                "hq | Acme Import Co.",
                "\"\"555-1212\"\" | Acme Import Co.",
                "5551212 | ''",
                "co\\. | Acme Import Co.",
                "nobody | ''",
            })
    void searchWhenTermsAreGivenThenFindsAsDocumented(String term, String names) {
        assertThat(names(search("FIND {" + term.replace("\"\"", "\"") + "} IN ALL FIELDS RETURNING Account(Name)")))
                .isEqualTo(names.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIND {acme} IN NAME FIELDS RETURNING Account(Name) | Acme Import Co.",
                "FIND {acme} IN EMAIL FIELDS RETURNING Account(Name), Contact(Name) | Jane Roe",
                "FIND {415} IN PHONE FIELDS RETURNING Account(Name) | Acme Import Co.",
                "FIND {acme} IN SIDEBAR FIELDS RETURNING Account(Name), Contact(Name) | Acme Import Co.,Jane Roe",
                "find {acme} returning Account(Name, Id where Site = null) | Bolt",
                "FIND {acme} RETURNING Account(Name ORDER BY Name DESC) | Bolt,Acme Import Co.",
                "FIND {acme} RETURNING Account(Name ORDER BY Name LIMIT 1) | Acme Import Co.",
                "FIND {acme} RETURNING Account(Name ORDER BY Name LIMIT 5 OFFSET 1) | Bolt",
                "FIND {acme} RETURNING Contact(Name), Account(Name) LIMIT 2 | Jane Roe,Acme Import Co.",
                "FIND {acme} RETURNING Account(toLabel(Name)) LIMIT 1 | Acme Import Co.",
            })
    void searchWhenReturningIsGivenThenFollowed(String sosl, String names) {
        assertThat(names(search(sosl))).isEqualTo(names);
    }

    @Test
    void searchWhenRecordIsDeletedThenNotFound() {
        org.delete(RestOrg.V + "sobjects/Account/" + acme);

        assertThat(search("FIND {import}").at("/searchRecords")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIND acme | MALFORMED_SEARCH | No search term found. The search term must be enclosed in braces.",
                "FIND {a} | INVALID_SEARCH | search term must be longer than one character: a",
                "FIND {} | MALFORMED_SEARCH | a search term is missing: ",
                "FIND {(acme} | MALFORMED_SEARCH | a parenthesis is missing: (acme",
                "FIND {acme OR} | MALFORMED_SEARCH | a search term is missing: acme OR",
                "FIND {acme)} | MALFORMED_SEARCH | unexpected ')' in search term: acme)",
                "FIND {acme} RETURNIN Account | MALFORMED_SEARCH | unexpected token: 'RETURNIN'",
                "FIND {acme} IN SOME FIELDS | MALFORMED_SEARCH | unexpected token: 'SOME'",
                "FIND {acme} WITH DIVISION = 'x' | MALFORMED_SEARCH | the simulator does not support WITH in searches",
                "FIND {acme} RETURNING Bogus(Id) | INVALID_TYPE | sObject type 'Bogus' is not supported.",
                "FIND {acme} RETURNING Account(Bogus) | INVALID_FIELD | No such column 'Bogus' on entity 'Account'.",
                "FIND {acme} RETURNING PushTopic(Id) | INVALID_TYPE_FOR_OPERATION | entity type PushTopic does not support search",
            })
    void searchWhenSearchIsWrongThenRefused(String sosl, String errorCode, String message) {
        RestOrg.Answer answer = search(sosl);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo(errorCode);
        assertThat(answer.text("/0/message")).contains(message == null ? "" : message);
    }

    @Test
    void searchWhenErrorHasAPlaceThenItIsThatOfTheWholeText() {
        assertThat(search("FIND {acme} IN SOME FIELDS").text("/0/message"))
                .isEqualTo("\nFIND {acme} IN SOME FIELDS\n               ^\nERROR at Row:1:Column:16\n"
                        + "unexpected token: 'SOME'");
    }

    @Test
    void searchWhenTextIsMissingThenRefused() {
        assertThat(org.get(RestOrg.V + "search").text("/0/errorCode")).isEqualTo("MALFORMED_SEARCH");
    }

    @Test
    void parameterizedSearchWhenByGetThenParametersAreFollowed() {
        assertThat(org.get(RestOrg.V + "parameterizedSearch?q=acme").at("/searchRecords"))
                .hasSize(3);
        assertThat(names(org.get(RestOrg.V + "parameterizedSearch/?q=acme&sobject=Account&sobject=Contact"
                        + "&fields=id,name&Account.fields=name&Account.limit=1&Contact.where=LastName='Roe'&in=ALL")))
                .isEqualTo("Acme Import Co.,Jane Roe");
        assertThat(names(org.get(RestOrg.V + "parameterizedSearch/?q=acme&sobject=Account&fields=name&defaultLimit=1"
                        + "&offset=1")))
                .isEqualTo("Bolt");
    }

    @Test
    void parameterizedSearchWhenByPostThenBodyIsFollowed() {
        RestOrg.Answer answer = org.post(
                RestOrg.V + "parameterizedSearch",
                "{\"q\":\"acme\",\"in\":\"NAME\",\"fields\":[\"id\"],\"overallLimit\":5,\"sobjects\":["
                        + "{\"name\":\"Account\",\"fields\":[\"Name\"],\"where\":\"Site != null\",\"orderBy\":\"Name DESC\","
                        + "\"limit\":3},{\"name\":\"Contact\"}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/searchRecords")).hasSize(1);
        assertThat(answer.text("/searchRecords/0/Name")).isEqualTo("Acme Import Co.");
    }

    @Test
    void parameterizedSearchWhenTextHasBracesThenTheyAreText() {
        assertThat(org.get(RestOrg.V + "parameterizedSearch?q=%7Bacme%7D").at("/searchRecords"))
                .hasSize(3);
    }

    @Test
    void parameterizedSearchWhenWrongThenRefused() {
        assertThat(org.get(RestOrg.V + "parameterizedSearch").text("/0/errorCode"))
                .isEqualTo("MISSING_ARGUMENT");
        assertThat(org.get(RestOrg.V + "parameterizedSearch?q=acme&fields=Id").text("/0/errorCode"))
                .isEqualTo("MISSING_ARGUMENT");
        assertThat(org.post(RestOrg.V + "parameterizedSearch", "{\"q\":\"acme\",\"sobjects\":[{}]}")
                        .text("/0/errorCode"))
                .isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(org.get("/services/data/v35.0/parameterizedSearch?q=acme").status())
                .isEqualTo(404);
    }

    @Test
    void scopeOrderWhenAskedThenSearchableObjectsWithTheirDescriptions() {
        RestOrg.Answer answer = org.get(RestOrg.V + "search/scopeOrder");

        assertThat(answer.body().findValuesAsText("type"))
                .contains("Account", "Contact")
                .doesNotContain("PushTopic");
        assertThat(answer.text("/0/url")).isEqualTo(RestOrg.V + "sobjects/Account/describe");
    }

    @Test
    void layoutWhenAskedThenColumnsOfEachObject() {
        RestOrg.Answer answer = org.get(RestOrg.V + "search/layout/?q=Account,Lead");

        assertThat(answer.at("/0/searchColumns").findValuesAsText("field"))
                .containsExactly("Account.Name", "Account.Site", "Account.Phone", "User.Alias");
        assertThat(answer.at("/1/searchColumns").findValuesAsText("name"))
                .containsExactly("Name", "Title", "Phone", "Company", "Email", "Status", "Owner.Alias");
        assertThat(answer.at("/0/limitRows").asInt()).isEqualTo(25);
        assertThat(org.get(RestOrg.V + "search/layout").text("/0/errorCode")).isEqualTo("MISSING_ARGUMENT");
    }

    @Test
    void searchWhenManyRecordsThenAtMost2000() {
        IntStream.range(0, 2005)
                .forEach(i -> org.records.create(
                        "Lead", Json.object().put("LastName", "Many").put("Company", "Cask"), RestOrg.USER));

        assertThat(search("FIND {cask}").at("/searchRecords")).hasSize(2000);
    }
}
