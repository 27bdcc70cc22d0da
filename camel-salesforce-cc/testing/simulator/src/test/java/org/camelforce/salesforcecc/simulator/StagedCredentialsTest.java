package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.oauth.Org.ConsumerSecretAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagedCredentialsTest {

    private static final String V = "/services/data/v67.0/";
    private static final String ROTATE = "{\"command\":\"rotate\"}";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().time(time).random(new Random(7)).start();
    private final TestClient client = new TestClient(simulator);
    private final String token = client.login();

    @BeforeEach
    void keepSessions() {
        simulator.app().rotation().setRevokingTokens(false);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void usageWhenAskedThenNamesTheAppAndItsId() {
        JsonNode apps = TestClient.json(get("apps/oauth/usage")).get("apps");

        assertThat(apps).hasSize(1);
        assertThat(apps.get(0).get("identifier").asText())
                .isEqualTo(simulator.app().id())
                .startsWith("0x");
        assertThat(apps.get(0).get("developerName").asText()).isEqualTo("Simulator_App");
    }

    @Test
    void usageWhenPageIsBehindTheLastThenNoApps() {
        assertThat(TestClient.json(get("apps/oauth/usage?page=1")).get("apps")).isEmpty();
    }

    @Test
    void credentialsWhenListedThenKeyAndNoSecret() {
        JsonNode body =
                TestClient.json(get("apps/oauth/credentials/" + simulator.app().id()));

        JsonNode consumer = body.get("consumers").get(0);
        assertThat(consumer.get("id").asText()).isEqualTo(simulator.app().consumerId());
        assertThat(consumer.get("key").asText()).isEqualTo(simulator.getClientId());
        assertThat(consumer.has("secret")).isFalse();
        assertThat(consumer.get("stagedCredentialsUrl").asText()).isEqualTo(V + staged());
    }

    @ParameterizedTest
    @CsvSource({"key, true, false", "secret, false, true", "keyandsecret, true, true"})
    void consumerWhenPartIsChosenThenThatPart(String part, boolean key, boolean secret) {
        JsonNode body = TestClient.json(get(consumer() + "?part=" + part));

        assertThat(body.has("key")).isEqualTo(key);
        assertThat(body.has("secret")).isEqualTo(secret);
        assertThat(body.path("secret").asText(simulator.getClientSecret())).isEqualTo(simulator.getClientSecret());
    }

    @Test
    void consumerWhenPartIsUnknownThenBadRequest() {
        assertThat(get(consumer() + "?part=all").statusCode()).isEqualTo(400);
    }

    @Test
    void consumerWhenIdsHave15CharactersThenFound() {
        String path = "apps/oauth/credentials/" + simulator.app().id().substring(0, 15) + "/"
                + simulator.app().consumerId().substring(0, 15);

        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void stageWhenPostedThenANewPairFor30Days() {
        JsonNode entry = stage();

        assertThat(entry.get("key").asText()).isNotEqualTo(simulator.getClientId());
        assertThat(entry.get("secret").asText()).isNotEqualTo(simulator.getClientSecret());
        assertThat(entry.get("state").asText()).isEqualTo("Active");
        assertThat(entry.get("createdBy").asText())
                .isEqualTo(simulator.runAsUserId().orElseThrow());
        assertThat(entry.get("createdDate").asText()).isEqualTo("2026-03-01T10:00:00.000Z");
        assertThat(entry.get("expirationDate").asText()).isEqualTo("2026-03-31T10:00:00.000Z");
        assertThat(list()).isEqualTo(TestClient.json(get(staged())).get("stagedCredentials"));
        assertThat(list().get(0)).isEqualTo(entry);
    }

    @Test
    void stageWhenOneIsStagedThenReplacesIt() {
        JsonNode first = stage();
        JsonNode second = stage();

        assertThat(list()).hasSize(1);
        assertThat(list().get(0).get("id")).isEqualTo(second.get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void stagedWhen30DaysHavePassedThenExpiredAndNotRotated() {
        String path = path(stage());
        time.advance(Duration.ofDays(30));
        String later = client.login();

        assertThat(TestClient.json(client.get(path, later)).get("state").asText())
                .isEqualTo("Expired");
        HttpResponse<String> refused = client.request("PATCH", path, later, ROTATE);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("INVALID_INPUT");
    }

    @Test
    void stagedWhenNotRotatedThenCannotLogIn() {
        JsonNode entry = stage();

        assertThat(login(entry).statusCode()).isEqualTo(400);
        assertThat(login(entry).body()).contains("invalid_client_id");
    }

    @Test
    void stagedWhenTheAppLetsThemThenLogsIn() {
        simulator.app().rotation().setStagedLoginAllowed(true);
        JsonNode entry = stage();

        assertThat(login(entry).statusCode()).isEqualTo(200);
        time.advance(Duration.ofDays(30));
        assertThat(login(entry).statusCode()).isEqualTo(400);
    }

    @Test
    void rotateWhenPatchedThenTheStagedPairIsCurrentAndTheEntryHoldsTheFormer() {
        ConsumerDetails former = simulator.app().consumer();
        JsonNode entry = stage();

        JsonNode rotated = TestClient.json(patch(path(entry), ROTATE));

        assertThat(simulator.getClientId()).isEqualTo(entry.get("key").asText());
        assertThat(simulator.getClientSecret()).isEqualTo(entry.get("secret").asText());
        assertThat(rotated.get("state").asText()).isEqualTo("Rotated");
        assertThat(rotated.get("id")).isEqualTo(entry.get("id"));
        assertThat(rotated.get("key").asText()).isEqualTo(former.key());
        assertThat(rotated.get("secret").asText()).isEqualTo(former.secret());
        assertThat(list().get(0)).isEqualTo(rotated);
    }

    @Test
    void rotateWhenItIsRotatedAlreadyThenBadRequest() {
        String path = path(stage());
        patch(path, ROTATE);

        assertThat(patch(path, ROTATE).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"command\":\"apply\"}", "{}", "{\"command\":1}", "[]", "", "{"})
    void rotateWhenCommandIsAnotherThenBadRequestAndNothingChanges(String body) {
        String key = simulator.getClientId();

        HttpResponse<String> refused = patch(path(stage()), body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(refused).get(0).has("errorCode")).isTrue();
        assertThat(simulator.getClientId()).isEqualTo(key);
    }

    @Test
    void deleteWhenStagedThenGone() {
        String path = path(stage());

        HttpResponse<String> deleted = client.request("DELETE", path, token, "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(list()).isEmpty();
        assertNotFound(client.request("DELETE", path, token, ""));
    }

    @Test
    void deleteWhenRotatedThenTheFormerPairIsDenied() {
        ConsumerDetails former = simulator.app().consumer();
        String path = path(stage());
        patch(path, ROTATE);
        assertThat(client.requestToken(former.key(), former.secret()).statusCode())
                .isEqualTo(200);

        client.request("DELETE", path, token, "");

        assertThat(client.requestToken(former.key(), former.secret()).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apps/oauth/credentials/0xI000000000001AAA",
                "apps/oauth/credentials/nonsense",
                "apps/oauth/credentials/0xI000000000001AAA/888000000000001AAA",
                "apps/oauth/credentials/0xI000000000001AAA/888000000000001AAA/staged"
            })
    void credentialsWhenIdIsUnknownThenNotFound(String path) {
        assertNotFound(get(path));
    }

    @Test
    void stagedWhenIdIsUnknownThenNotFound() {
        String path = V + staged() + "/0xJ000000000001AAA";

        assertNotFound(client.get(path, token));
        assertNotFound(patch(path, ROTATE));
        assertNotFound(client.request("DELETE", path, token, ""));
    }

    @ParameterizedTest
    @CsvSource({"58.0, usage", "59.0, credentials", "64.0, staged"})
    void credentialsWhenVersionIsOlderThanTheResourceThenNotFound(String version, String resource) {
        String path =
                switch (resource) {
                    case "usage" -> "apps/oauth/usage";
                    case "credentials" -> consumer();
                    default -> staged();
                };

        assertNotFound(client.get("/services/data/v" + version + "/" + path, token));
    }

    @ParameterizedTest
    @CsvSource({"SETTING_OFF, FUNCTIONALITY_NOT_ENABLED", "PERMISSION_MISSING, INSUFFICIENT_ACCESS"})
    void credentialsWhenTheOrgRefusesThenForbidden(ConsumerSecretAccess access, String errorCode) {
        simulator.org().setConsumerSecretAccess(access);

        for (String path : new String[] {consumer(), staged()}) {
            HttpResponse<String> refused = get(path);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(TestClient.json(refused).get(0).get("errorCode").asText())
                    .isEqualTo(errorCode);
        }
        assertThat(get("apps/oauth/usage").statusCode()).isEqualTo(200);
    }

    @Test
    void credentialsWhenTokenIsBadThenInvalidSession() {
        assertThat(client.get(V + staged(), "bad").statusCode()).isEqualTo(401);
    }

    @Test
    void stagedCredentialsWhenPrintedThenNeitherKeyNorSecret() {
        StagedCredentials entry = simulator.app().rotation().stage("005");

        assertThat(entry.toString())
                .doesNotContain(entry.consumer().key())
                .doesNotContain(entry.consumer().secret());
    }

    private String consumer() {
        return "apps/oauth/credentials/" + simulator.app().id() + "/"
                + simulator.app().consumerId();
    }

    private String staged() {
        return consumer() + "/staged";
    }

    private JsonNode stage() {
        HttpResponse<String> response = client.request("POST", V + staged(), token, "");
        assertThat(response.statusCode()).isEqualTo(200);
        return TestClient.json(response).get("stagedCredentials").get(0);
    }

    private JsonNode list() {
        return TestClient.json(get(staged())).get("stagedCredentials");
    }

    private static String path(JsonNode entry) {
        return entry.get("url").asText();
    }

    private HttpResponse<String> patch(String path, String body) {
        return client.request("PATCH", path, token, body);
    }

    private HttpResponse<String> get(String path) {
        return client.get(V + path, token);
    }

    private HttpResponse<String> login(JsonNode entry) {
        return client.requestToken(
                entry.get("key").asText(), entry.get("secret").asText());
    }

    private static void assertNotFound(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.json(response).get(0).get("errorCode").asText()).isEqualTo("NOT_FOUND");
    }
}
