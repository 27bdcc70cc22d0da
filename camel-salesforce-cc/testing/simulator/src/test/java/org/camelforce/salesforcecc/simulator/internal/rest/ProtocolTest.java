package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services/data", "/services/data/"})
    void versionsWhenNoSessionThenListed(String path) {
        RestOrg.Answer answer = org.getWithoutSession(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(answer.body().findValuesAsText("version")).contains("50.0", "67.0");
        assertThat(answer.text("/0/url")).isEqualTo("/services/data/v31.0");
        assertThat(answer.body().findValuesAsText("label")).contains("Winter ’21", "Summer ’26");
    }

    @Test
    void requestWhenNoSessionThenUnauthorized() {
        RestOrg.Answer answer = org.getWithoutSession(RestOrg.V + "limits");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_SESSION_ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v30.0/limits", "v99.0/limits", "latest/limits", "v67.0/sobjects/Nope", "v67.0/tooling"})
    void requestWhenUnknownResourceThenNotFound(String path) {
        RestOrg.Answer answer = org.get("/services/data/" + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .hasToString("[{\"message\":\"The requested resource does not exist\",\"errorCode\":\"NOT_FOUND\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickActions", "suggestions", "describe/compactLayouts"})
    void requestWhenResourceOfObjectUncoveredThenNotFound(String path) {
        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Account/" + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH", "DELETE"})
    void requestWhenSegmentIsNoIdThenTakenForField(String method) {
        RestOrg.Answer answer = org.send(method, RestOrg.V + "sobjects/Account/12", BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NOT_FOUND");
        assertThat(answer.text("/0/message"))
                .isEqualTo("Provided external ID field does not exist or is not accessible: 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded; charset=UTF-8", "text/csv"})
    void createWhenMediaTypeIsNotJsonThenUnsupported(String type) {
        RestOrg.Answer answer = org.send(
                "POST",
                RestOrg.V + "sobjects/Account",
                BodyPublishers.ofString("{\"Name\":\"Acme\"}"),
                "Content-Type",
                type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("/0/errorCode")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(org.query("SELECT COUNT() FROM Account").at("/totalSize").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=UTF-8"})
    void createWhenMediaTypeIsJsonThenCreated(String type) {
        RestOrg.Answer answer = org.send(
                "POST",
                RestOrg.V + "sobjects/Account",
                BodyPublishers.ofString("{\"Name\":\"Acme\"}"),
                "Content-Type",
                type);

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void versionsWhenOrgIsOlderThenListedUpToItsLatest() throws Exception {
        RestOrg older = RestOrg.withLatestVersion(60);

        assertThat(older.getWithoutSession("/services/data").body().findValuesAsText("version"))
                .startsWith("31.0")
                .endsWith("60.0")
                .hasSize(30);
        older.close();
    }

    @ParameterizedTest
    @CsvSource({"v60.0, 200", "v61.0, 404"})
    void requestWhenOrgIsOlderThenServedUpToItsLatest(String version, int status) throws Exception {
        RestOrg older = RestOrg.withLatestVersion(60);

        assertThat(older.get("/services/data/" + version + "/limits").status()).isEqualTo(status);
        older.close();
    }

    @Test
    void subrequestWhenOrgIsOlderThenServedUpToItsLatest() throws Exception {
        RestOrg older = RestOrg.withLatestVersion(60);

        RestOrg.Answer answer = older.post(
                "/services/data/v60.0/composite/batch",
                "{\"batchRequests\":[{\"method\":\"GET\",\"url\":\"v60.0/limits\"},"
                        + "{\"method\":\"GET\",\"url\":\"v61.0/limits\"}]}");

        assertThat(answer.body().findValuesAsText("statusCode")).containsExactly("200", "404");
        older.close();
    }

    @Test
    void requestWhenWrongMethodThenMethodNotAllowed() {
        RestOrg.Answer answer = org.delete(RestOrg.V + "sobjects/Account");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text("/0/errorCode")).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.text("/0/message")).isEqualTo("HTTP Method 'DELETE' not allowed. Allowed are GET,POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"Name\":", "[1]", "{\"Name\":\"x\"} {}"})
    void createWhenNoJsonObjectThenParserError(String body) {
        RestOrg.Answer answer = org.post(RestOrg.V + "sobjects/Account", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void resourcesWhenListedThenPathsOfVersion() {
        RestOrg.Answer answer = org.get("/services/data/v58.0/");

        assertThat(answer.text("/sobjects")).isEqualTo("/services/data/v58.0/sobjects");
        assertThat(answer.text("/identity")).isEqualTo("http://org.example/id/00D000000000001AAA/" + RestOrg.USER);
    }

    @Test
    void limitsWhenReadThenAllListedAndCountedOnesUsed() {
        RestOrg.Answer answer = org.get(RestOrg.V + "limits/");

        assertThat(answer.body().size()).isEqualTo(50);
        assertThat(answer.at("/DailyApiRequests")).hasToString("{\"Max\":15000,\"Remaining\":14998}");
        assertThat(answer.at("/HourlyPublishedPlatformEvents")).hasToString("{\"Max\":50000,\"Remaining\":49993}");
        assertThat(answer.at("/PermissionSets"))
                .hasToString("{\"Max\":1500,\"Remaining\":1500,\"CreateCustom\":{\"Max\":1000,\"Remaining\":1000}}");
        assertThat(answer.body().findValues("Max")).hasSize(51);
    }

    @Test
    void resourcesWhenListedThenAsDocumented() {
        RestOrg.Answer answer = org.get(RestOrg.V);

        assertThat(answer.body().size()).isEqualTo(47);
        assertThat(answer.text("/async-queries")).isEqualTo("/services/data/v67.0/async-queries");
        assertThat(answer.text("/identity")).isEqualTo("http://org.example/id/00D000000000001AAA/" + RestOrg.USER);
    }
}
