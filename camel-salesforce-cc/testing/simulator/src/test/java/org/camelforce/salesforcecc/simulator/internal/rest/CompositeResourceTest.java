package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeResourceTest {

    private static final String CREATE_ACCOUNT =
            """
            {"method":"POST","url":"/services/data/v67.0/sobjects/Account/","referenceId":"account",
             "body":{"Name":"Acme"}}""";
    private static final String BAD_ACCOUNT =
            """
            {"method":"POST","url":"/services/data/v67.0/sobjects/Account","referenceId":"bad","body":{"Nope":1}}""";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void compositeWhenReferencesThenResolvedInUrlAndBody() {
        RestOrg.Answer answer = composite(
                false,
                CREATE_ACCOUNT,
                """
                {"method":"POST","url":"/services/data/v67.0/sobjects/Contact","referenceId":"contact",
                 "body":{"LastName":"Roe","Description":"of @{account.id}","AccountId":"@{account.id}"}}""",
                """
                {"method":"GET","url":"/services/data/v67.0/query/?q=SELECT Id, Account.Name FROM Contact WHERE AccountId = '@{account.id}'",
                 "referenceId":"found"}""",
                """
                {"method":"PATCH","url":"@{found.records[0].attributes.url}","referenceId":"patched",
                 "body":{"Department":"@{found.records[0].Account.Name}"}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().findValues("httpStatusCode"))
                .extracting(status -> status.asInt())
                .containsExactly(201, 201, 200, 204);
        String account = answer.text("/compositeResponse/0/body/id");
        String contact = answer.text("/compositeResponse/1/body/id");
        assertThat(answer.text("/compositeResponse/0/httpHeaders/Location"))
                .isEqualTo(RestOrg.V + "sobjects/Account/" + account);
        assertThat(answer.text("/compositeResponse/2/referenceId")).isEqualTo("found");
        assertThat(answer.at("/compositeResponse/3/body").isNull()).isTrue();
        RestOrg.Answer stored = org.get(RestOrg.V + "sobjects/Contact/" + contact);
        assertThat(stored.text("/AccountId")).isEqualTo(account);
        assertThat(stored.text("/Description")).isEqualTo("of " + account);
        assertThat(stored.text("/Department")).isEqualTo("Acme");
    }

    @Test
    void compositeWhenOneFailsAndAllOrNoneThenRolledBackAndOthersHalted() {
        RestOrg.Answer answer = composite(true, CREATE_ACCOUNT, BAD_ACCOUNT, CREATE_ACCOUNT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().findValuesAsText("errorCode"))
                .containsExactly("PROCESSING_HALTED", "INVALID_FIELD", "PROCESSING_HALTED");
        assertThat(answer.body().findValues("httpStatusCode"))
                .extracting(status -> status.asInt())
                .containsOnly(400);
        assertThat(answer.text("/compositeResponse/0/body/0/message"))
                .isEqualTo("The transaction was rolled back since another operation in the same transaction failed.");
        assertThat(accounts()).isZero();
    }

    @Test
    void compositeWhenAllSucceedAndAllOrNoneThenCommitted() {
        RestOrg.Answer answer = composite(true, CREATE_ACCOUNT);

        assertThat(answer.text("/compositeResponse/0/httpStatusCode")).isEqualTo("201");
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void compositeWhenOneFailsThenOnlyItsDependentsHalted() {
        RestOrg.Answer answer = composite(
                false,
                BAD_ACCOUNT,
                """
                {"method":"PATCH","url":"/services/data/v67.0/sobjects/Account/@{bad.id}","referenceId":"dependent",
                 "body":{"Name":"x"}}""",
                CREATE_ACCOUNT);

        assertThat(answer.body().findValues("httpStatusCode"))
                .extracting(status -> status.asInt())
                .containsExactly(400, 400, 201);
        assertThat(answer.text("/compositeResponse/1/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
        assertThat(answer.text("/compositeResponse/1/body/0/message"))
                .startsWith("Invalid reference specified. No value for bad.id found in bad.");
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void compositeWhenUnknownResourceThenPartFails() {
        RestOrg.Answer answer =
                composite(false, "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/nope\",\"referenceId\":\"r\"}");

        assertThat(answer.text("/compositeResponse/0/httpStatusCode")).isEqualTo("404");
        assertThat(answer.text("/compositeResponse/0/body/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @Test
    void compositeWhenMoreThan25ThenRefused() {
        RestOrg.Answer answer =
                composite(false, Collections.nCopies(26, CREATE_ACCOUNT).toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(accounts()).isZero();
    }

    @Test
    void compositeWhenMoreThanFiveQueriesThenRefused() {
        String query =
                """
                {"method":"GET","url":"/services/data/v67.0/query?q=SELECT+Id+FROM+Account","referenceId":"q"}""";

        assertThat(composite(false, Collections.nCopies(5, query).toArray(String[]::new))
                        .status())
                .isEqualTo(200);
        assertThat(composite(false, Collections.nCopies(6, query).toArray(String[]::new))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void compositeWhenNestedThenRefused() {
        RestOrg.Answer answer = composite(
                false, "{\"method\":\"POST\",\"url\":\"/services/data/v67.0/composite/\",\"referenceId\":\"r\"}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void compositeWhenReferenceIdIsIllegalThenWholeRequestFails() {
        RestOrg.Answer answer = composite(false, CREATE_ACCOUNT, CREATE_ACCOUNT.replace("\"account\"", "\"a[1]\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/message"))
                .isEqualTo("Provided referenceId ('a[1]') must start with a letter or a number, and it can contain only"
                        + " letters, numbers and underscores ('_').");
        assertThat(accounts()).isZero();
    }

    @Test
    void compositeWhenReferenceIdIsIllegalInVersion51ThenOnlyDependentsFail() {
        RestOrg.Answer answer = org.post(
                "/services/data/v51.0/composite",
                "{\"compositeRequest\":[" + CREATE_ACCOUNT.replace("\"account\"", "\"a[1]\"") + ","
                        + """
                        {"method":"GET","url":"/services/data/v51.0/sobjects/Account/@{a[1].id}","referenceId":"b"}"""
                        + "]}");

        assertThat(answer.body().findValues("httpStatusCode"))
                .extracting(status -> status.asInt())
                .containsExactly(201, 400);
        assertThat(answer.text("/compositeResponse/1/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "authorization", "Content-Type"})
    void compositeWhenPartHasInheritedHeaderThenWholeRequestFails(String header) {
        RestOrg.Answer answer = composite(
                false,
                CREATE_ACCOUNT,
                "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/sobjects/Account\",\"referenceId\":\"r\",\"httpHeaders\":{\""
                        + header + "\":\"application/json\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(accounts()).isZero();
    }

    @Test
    void compositeWhenReferredFieldIsNullThenNullFromVersion52On() {
        String id = org.create("Contact", "{\"LastName\":\"Roe\"}");
        String[] parts = {
            "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/sobjects/Contact/" + id + "\",\"referenceId\":\"ref\"}",
            """
            {"method":"POST","url":"/services/data/v67.0/sobjects/Contact","referenceId":"copy",
             "body":{"FirstName":"@{ref.FirstName}","LastName":"@{ref.LastName}"}}"""
        };

        RestOrg.Answer later = composite(false, parts);
        RestOrg.Answer earlier =
                org.post("/services/data/v51.0/composite", "{\"compositeRequest\":[" + String.join(",", parts) + "]}");

        assertThat(later.text("/compositeResponse/1/httpStatusCode")).isEqualTo("201");
        assertThat(earlier.text("/compositeResponse/1/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
    }

    @Test
    void compositeWhenGotThenListsResources() {
        assertThat(org.get(RestOrg.V + "composite").body())
                .hasToString("{\"tree\":\"/services/data/v67.0/composite/tree\","
                        + "\"batch\":\"/services/data/v67.0/composite/batch\","
                        + "\"sobjects\":\"/services/data/v67.0/composite/sobjects\","
                        + "\"graph\":\"/services/data/v67.0/composite/graph\"}");
    }

    @Test
    void batchWhenPartsFailThenOthersAnswered() {
        RestOrg.Answer answer = org.post(
                RestOrg.V + "composite/batch",
                """
                {"batchRequests":[
                  {"method":"POST","url":"v67.0/sobjects/Account/","richInput":{"Nope":1}},
                  {"method":"POST","url":"v67.0/sobjects/Account/","richInput":{"Name":"Acme"}},
                  {"method":"GET","url":"v67.0/query/?q=SELECT Name FROM Account"},
                  {"method":"GET","url":"v67.0/limits/"}]}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/hasErrors").asBoolean()).isTrue();
        assertThat(answer.body().findValues("statusCode"))
                .extracting(status -> status.asInt())
                .containsExactly(400, 201, 200, 200);
        assertThat(answer.text("/results/0/result/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(answer.text("/results/2/result/records/0/Name")).isEqualTo("Acme");
    }

    @Test
    void batchWhenNothingFailsThenNoErrors() {
        RestOrg.Answer answer = org.post(
                RestOrg.V + "composite/batch",
                "{\"batchRequests\":[{\"method\":\"GET\",\"url\":\"v67.0/limits\"}],\"haltOnError\":true}");

        assertThat(answer.at("/hasErrors").asBoolean()).isFalse();
    }

    @Test
    void batchWhenHaltedOnErrorThenRestNotExecuted() {
        RestOrg.Answer answer = org.post(
                RestOrg.V + "composite/batch",
                """
                {"haltOnError":true,"batchRequests":[
                  {"method":"GET","url":"v67.0/sobjects/Nope"},
                  {"method":"POST","url":"v67.0/sobjects/Account/","richInput":{"Name":"Acme"}}]}""");

        assertThat(answer.at("/results/1/statusCode").asInt()).isEqualTo(412);
        assertThat(answer.text("/results/1/result/0/errorCode")).isEqualTo("BATCH_PROCESSING_HALTED");
        assertThat(accounts()).isZero();
    }

    private RestOrg.Answer composite(boolean allOrNone, String... parts) {
        return org.post(
                RestOrg.V + "composite",
                "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", parts) + "]}");
    }

    private int accounts() {
        return org.query("SELECT COUNT() FROM Account").at("/totalSize").asInt();
    }
}
