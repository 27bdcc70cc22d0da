package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestGateTest {

    private static final String RESOURCE = "/services/data/v67.0/limits";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            TestSimulators.simulator().time(time).dailyApiRequests(3).start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "OAuth ", "bearer ", ""})
    void requestWhenSessionLiveThenServedAsItsUser(String scheme) {
        HttpResponse<String> response = client.getWithHeader(RESOURCE, "Authorization", scheme + client.login());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("served integration@simulator.example");
    }

    @Test
    void requestWhenSessionInBulkHeaderThenServed() {
        assertThat(client.getWithHeader(RESOURCE, "X-SFDC-Session", client.login())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requestWhenTokenMissingThenInvalidSessionId() {
        assertInvalidSession(client.getAnonymously(RESOURCE));
    }

    @Test
    void requestWhenTokenUnknownThenInvalidSessionId() {
        assertInvalidSession(client.get(RESOURCE, "unknown"));
    }

    @Test
    void requestWhenSessionsEndedByAdminThenInvalidSessionId() {
        String token = client.login();
        simulator.sessions().endAll();

        assertInvalidSession(client.get(RESOURCE, token));
    }

    @Test
    void requestWhenSessionTimedOutThenInvalidSessionId() {
        String token = client.login();
        time.advance(Duration.ofHours(2));

        assertInvalidSession(client.get(RESOURCE, token));
    }

    @Test
    void requestWhenMadeThenSlidesTheTimeOut() {
        String token = client.login();
        time.advance(Duration.ofMinutes(119));
        client.get(RESOURCE, token);
        time.advance(Duration.ofMinutes(119));

        assertThat(client.get(RESOURCE, token).statusCode()).isEqualTo(200);
    }

    @Test
    void bulkV1WhenTokenUnknownThenBadRequestInXml() {
        HttpResponse<String> response = client.getWithHeader("/services/async/67.0/job/1", "X-SFDC-Session", "no");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("<exceptionCode>InvalidSessionId</exceptionCode>");
    }

    @Test
    void bulkV1WhenResourceUnknownThenInvalidUrlInXml() {
        HttpResponse<String> response =
                client.getWithHeader("/services/async/67.0/nothing", "X-SFDC-Session", client.login());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
        assertThat(response.body())
                .contains("<error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">")
                .contains("<exceptionCode>InvalidUrl</exceptionCode>");
    }

    @Test
    void bulkV1WhenResourceUnknownAndRequestIsJsonThenInvalidUrlInJson() {
        HttpResponse<String> response = client.request("POST", "/services/async/67.0/nothing", client.login(), "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"exceptionCode\":\"InvalidUrl\","
                        + "\"exceptionMessage\":\"The URL is invalid: /services/async/67.0/nothing\"}");
    }

    @Test
    void requestWhenXmlIsAcceptedAndTokenUnknownThenInvalidSessionIdInXml() {
        HttpResponse<String> response = client.getWithHeader(RESOURCE, "Accept", "application/xml");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("<Errors><Error>", "<errorCode>INVALID_SESSION_ID</errorCode>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services/data", "/services/data/"})
    void versionsWhenAnonymousThenServedWithoutLimitInfo(String path) {
        HttpResponse<String> response = client.getAnonymously(path);

        assertThat(response.body()).isEqualTo("served nobody");
        assertThat(response.headers().firstValue("Sforce-Limit-Info")).isEmpty();
    }

    @Test
    void requestWhenServedThenLimitInfoCounts() {
        String token = client.login();
        client.get(RESOURCE, token);

        assertThat(client.get(RESOURCE, token).headers().firstValue("Sforce-Limit-Info"))
                .hasValue("api-usage=2/3");
        assertThat(simulator.apiUsage().remaining()).isEqualTo(1);
    }

    @Test
    void requestWhenLimitUsedUpThenForbiddenUntilNextDay() {
        String token = client.login();
        for (int i = 0; i < 3; i++) {
            client.get(RESOURCE, token);
        }

        HttpResponse<String> refused = client.get(RESOURCE, token);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .isEqualTo("[{\"message\":\"TotalRequests Limit exceeded.\","
                        + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
        time.advance(Duration.ofDays(1));
        assertThat(client.get(RESOURCE, client.login()).statusCode()).isEqualTo(200);
    }

    @Test
    void requestWhenNothingServesItThenNotFoundAsJson() {
        HttpResponse<String> response = client.get("/services/apexrest/none", client.login());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("[{\"errorCode\":\"NOT_FOUND\",\"message\":\"Could not find a match for URL\"}]");
    }

    @Test
    void requestWhenOutsideOfAllApisThenNotFound() {
        assertThat(client.getAnonymously("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void requestWhenExternalIdHasEncodedSlashThenServed() {
        assertThat(client.get("/services/data/v67.0/sobjects/A/Key__c/a%2Fb%25c%2e", client.login())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requestWhenUriTooLongThenRefused() {
        assertThat(client.get(RESOURCE + "?q=" + "x".repeat(16_384), client.login())
                        .statusCode())
                .isEqualTo(414);
    }

    private static void assertInvalidSession(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Token");
        assertThat(response.body())
                .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
    }
}
