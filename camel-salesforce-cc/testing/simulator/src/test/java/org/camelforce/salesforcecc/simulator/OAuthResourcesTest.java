package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthResourcesTest {

    private static final String INTROSPECT = "/services/oauth2/introspect";
    private static final String REVOKE = "/services/oauth2/revoke";
    private static final String USERINFO = "/services/oauth2/userinfo";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            TestSimulators.simulator().time(time).start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void introspectWhenActiveThenDescribesTheSessionAndDoesNotUseIt() {
        String token = client.login();
        time.advance(Duration.ofMinutes(10));

        JsonNode body = introspect(token);

        long start = TestSimulators.START.getEpochSecond();
        assertThat(body.get("active").asBoolean()).isTrue();
        assertThat(body.get("scope").asText()).isEqualTo("api");
        assertThat(body.get("client_id").asText()).isEqualTo(simulator.getClientId());
        assertThat(body.get("username").asText()).isEqualTo("integration@simulator.example");
        assertThat(body.get("token_type").asText()).isEqualTo("access_token");
        assertThat(body.get("iat").asLong()).isEqualTo(start);
        assertThat(body.get("nbf").asLong()).isEqualTo(start);
        assertThat(body.get("exp").asLong()).isEqualTo(start + 7200);
    }

    @Test
    void introspectWhenSessionUsedThenExpiryMoves() {
        String token = client.login();
        time.advance(Duration.ofMinutes(10));
        client.get(USERINFO, token);

        assertThat(introspect(token).get("exp").asLong()).isEqualTo(TestSimulators.START.getEpochSecond() + 600 + 7200);
    }

    @Test
    void introspectWhenUnknownThenInactiveOnly() {
        assertThat(introspect("unknown").toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void introspectWhenTokenOfFormerConsumerKeyThenOnlyVisibleToAppThatSeesAll() {
        String token = client.login();
        simulator.app().setConsumer(new ConsumerDetails("other", "pair"));

        assertThat(introspect(token).get("active").asBoolean()).isFalse();
        simulator.app().setIntrospectAllTokens(true);
        assertThat(introspect(token).get("active").asBoolean()).isTrue();
    }

    @Test
    void introspectWhenClientWrongThenInvalidClient() {
        HttpResponse<String> response = client.postForm(
                INTROSPECT, Map.of("token", "any", "client_id", simulator.getClientId(), "client_secret", "no"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).get("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void revokeWhenPostThenSessionEnds() {
        String token = client.login();

        HttpResponse<String> response = client.postForm(REVOKE, Map.of("token", token));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(simulator.sessions().peek(token)).isEmpty();
    }

    @Test
    void revokeWhenGetThenSessionEnds() {
        String token = client.login();

        assertThat(client.getAnonymously(REVOKE + "?token=" + token).statusCode())
                .isEqualTo(200);
        assertThat(simulator.sessions().peek(token)).isEmpty();
    }

    @Test
    void revokeWhenUnknownThenInvalidToken() {
        HttpResponse<String> response = client.postForm(REVOKE, Map.of("token", "unknown"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"invalid_token\",\"error_description\":\"token was invalid\"}");
    }

    @Test
    void revokeWhenTypeUnknownThenUnsupportedAndSessionLives() {
        String token = client.login();

        HttpResponse<String> response = client.postForm(REVOKE, Map.of("token", token, "token_type_hint", "saml"));

        assertThat(TestClient.json(response).get("error").asText()).isEqualTo("unsupported_token_type");
        assertThat(simulator.sessions().peek(token)).isPresent();
    }

    @Test
    void userinfoWhenTokenGoodThenNamesUserAndOrg() {
        JsonNode body = TestClient.json(client.get(USERINFO, client.login()));

        assertThat(body.get("organization_id").asText())
                .isEqualTo(simulator.org().id());
        assertThat(body.get("preferred_username").asText()).isEqualTo("integration@simulator.example");
        assertThat(body.get("sub").asText()).endsWith(body.get("user_id").asText());
    }

    @Test
    void userinfoWhenTokenGoodThenHasAllFields() {
        JsonNode body = TestClient.json(client.get(USERINFO + "/", client.login()));

        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly(
                        "sub",
                        "user_id",
                        "organization_id",
                        "preferred_username",
                        "nickname",
                        "name",
                        "email",
                        "email_verified",
                        "given_name",
                        "family_name",
                        "zoneinfo",
                        "photos",
                        "profile",
                        "picture",
                        "urls",
                        "active",
                        "user_type",
                        "language",
                        "locale",
                        "utcOffset",
                        "updated_at",
                        "is_app_installed");
        assertThat(body.get("updated_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void userinfoWhenTokenBadThenForbiddenInPlainText() {
        assertForbidden(client.get(USERINFO, "bad"), "Bad_OAuth_Token");
    }

    @Test
    void userinfoWhenTokenMissingThenForbiddenInPlainText() {
        assertForbidden(client.getAnonymously(USERINFO), "Missing_OAuth_Token");
    }

    @Test
    void identityWhenTokenGoodThenDescribesUser() {
        JsonNode login = TestClient.json(client.requestToken());
        String path = login.get("id").asText().substring(simulator.getLoginUrl().length());

        JsonNode body =
                TestClient.json(client.get(path, login.get("access_token").asText()));

        assertThat(body.get("id").asText()).isEqualTo(login.get("id").asText());
        assertThat(body.get("username").asText()).isEqualTo("integration@simulator.example");
        assertThat(body.get("active").asBoolean()).isTrue();
        assertThat(body.get("urls").get("rest").asText())
                .isEqualTo(simulator.getLoginUrl() + "/services/data/v{version}/");
    }

    @Test
    void identityWhenTokenGoodThenHasAllFields() {
        JsonNode login = TestClient.json(client.requestToken());
        String user = simulator.runAsUserId().orElseThrow();
        String path = "/id/" + simulator.org().id() + "/" + user;

        JsonNode body =
                TestClient.json(client.get(path, login.get("access_token").asText()));

        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "asserted_user",
                        "user_id",
                        "organization_id",
                        "username",
                        "nick_name",
                        "display_name",
                        "email",
                        "email_verified",
                        "first_name",
                        "last_name",
                        "timezone",
                        "photos",
                        "addr_street",
                        "addr_city",
                        "addr_state",
                        "addr_country",
                        "addr_zip",
                        "mobile_phone",
                        "mobile_phone_verified",
                        "is_lightning_login_user",
                        "status",
                        "urls",
                        "active",
                        "user_type",
                        "language",
                        "locale",
                        "utcOffset",
                        "last_modified_date",
                        "is_app_installed");
        assertThat(body.get("urls").fieldNames())
                .toIterable()
                .containsExactly(
                        "enterprise",
                        "metadata",
                        "partner",
                        "tooling_soap",
                        "rest",
                        "sobjects",
                        "search",
                        "query",
                        "recent",
                        "tooling_rest",
                        "profile",
                        "feeds",
                        "groups",
                        "users",
                        "feed_items",
                        "feed_elements",
                        "custom_domain");
        assertThat(body.get("urls").get("partner").asText())
                .isEqualTo(simulator.getLoginUrl() + "/services/Soap/u/{version}/"
                        + simulator.org().id().substring(0, 15));
        assertThat(body.get("last_name").asText()).isEqualTo("integration");
        assertThat(body.get("mobile_phone").isNull()).isTrue();
        assertThat(body.get("last_modified_date").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void identityWhenUserHasBeenChangedThenSaysSo() {
        JsonNode login = TestClient.json(client.requestToken());
        String user = simulator.runAsUserId().orElseThrow();
        simulator
                .records()
                .update(
                        "User",
                        user,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("FirstName", "Ada")
                                .put("City", "Berlin")
                                .put("TimeZoneSidKey", "Europe/Berlin"),
                        user);

        JsonNode body = TestClient.json(client.get(
                "/id/" + simulator.org().id() + "/" + user,
                login.get("access_token").asText()));

        assertThat(body.get("display_name").asText()).isEqualTo("Ada integration");
        assertThat(body.get("addr_city").asText()).isEqualTo("Berlin");
        assertThat(body.get("utcOffset").asLong()).isEqualTo(3_600_000);
    }

    @Test
    void identityWhenTokenBadThenForbiddenInPlainText() {
        assertForbidden(client.get("/id/" + simulator.org().id() + "/005", "bad"), "Bad_OAuth_Token");
    }

    @Test
    void identityWhenOfOtherOrgThenForbiddenInPlainText() {
        assertForbidden(client.get("/id/00D000000000001AAA/005000000000001AAA", client.login()), "Wrong_Org");
    }

    @Test
    void discoveryWhenAskedThenListsEndpoints() {
        JsonNode body = TestClient.json(client.getAnonymously("/.well-known/openid-configuration"));

        assertThat(body.get("token_endpoint").asText()).isEqualTo(simulator.getLoginUrl() + "/services/oauth2/token");
        assertThat(body.get("revocation_endpoint").asText()).endsWith(REVOKE);
        assertThat(body.get("introspection_endpoint").asText()).endsWith(INTROSPECT);
        assertThat(body.get("userinfo_endpoint").asText()).endsWith(USERINFO);
    }

    @Test
    void keysWhenTokensAreOpaqueThenNone() {
        assertThat(client.getAnonymously("/id/keys").body()).isEqualTo("{\"keys\":[]}");
    }

    private JsonNode introspect(String token) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.remove("grant_type");
        form.put("token", token);
        return TestClient.json(client.postForm(INTROSPECT, form));
    }

    private static void assertForbidden(HttpResponse<String> response, String body) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.body()).isEqualTo(body);
    }
}
