package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginHistoryQueryIT {

    private static final String V = "/services/data/v67.0/";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().time(time).start();
    private final TestClient client = new TestClient(simulator);
    private final String user = simulator.runAsUserId().orElseThrow();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void queryWhenUserHasLoggedInThenOneRowPerLogin() {
        client.login();
        time.advance(Duration.ofMinutes(1));
        String token = client.login();

        JsonNode rows = query(
                        token,
                        "SELECT LoginTime, Status, LoginSubType, UserId FROM LoginHistory WHERE UserId = '" + user
                                + "' ORDER BY LoginTime DESC")
                .get("records");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("LoginTime").asText()).isEqualTo("2026-03-01T10:01:00.000+0000");
        assertThat(rows.get(0).get("Status").asText()).isEqualTo("Success");
        assertThat(rows.get(0).get("LoginSubType").asText()).isEqualTo("OauthClientCredentials");
        assertThat(rows.get(0).get("UserId").asText()).isEqualTo(user);
    }

    @Test
    void countWhenSomeLoginsAreOlderThenOnlyTheLaterOnes() {
        client.login();
        time.advance(Duration.ofHours(1));
        client.login();
        String token = client.login();

        assertThat(query(
                                token,
                                "SELECT COUNT() FROM LoginHistory WHERE UserId = '" + user
                                        + "' AND LoginTime > 2026-03-01T10:30:00Z")
                        .get("totalSize")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void queryWhenLoginWasDeniedThenItsReason() {
        String token = client.login();
        simulator.app().setAdminApproved(false);
        client.requestToken();

        assertThat(query(token, "SELECT COUNT() FROM LoginHistory WHERE Status LIKE 'Failed: %'")
                        .get("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, /0Ya000000000001AAA", "POST, ''", "PATCH, /0Ya000000000001AAA", "DELETE, /0Ya000000000001AAA"})
    void rowWhenItIsNotQueriedThenRefused(String method, String path) {
        String token = client.login();

        assertThat(client.request(method, V + "sobjects/LoginHistory" + path, token, "{\"Status\":\"x\"}")
                        .body())
                .contains("INVALID_TYPE_FOR_OPERATION");
    }

    @Test
    void describeWhenAskedThenReadOnlyAndWithoutAuditFields() {
        JsonNode description = TestClient.json(client.get(V + "sobjects/LoginHistory/describe", client.login()));

        assertThat(description.get("queryable").asBoolean()).isTrue();
        assertThat(description.get("createable").asBoolean()).isFalse();
        assertThat(description.get("updateable").asBoolean()).isFalse();
        assertThat(description.get("deletable").asBoolean()).isFalse();
        assertThat(description.get("custom").asBoolean()).isFalse();
        assertThat(description.get("fields"))
                .extracting(field -> field.get("name").asText())
                .containsExactly("Id", "UserId", "LoginTime", "LoginSubType", "Status");
    }

    private JsonNode query(String token, String soql) {
        return TestClient.json(client.get(V + "query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), token));
    }
}
