package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwtTokensTest {

    private static final String LIMITS = "/services/data/v67.0/limits";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().time(time).random(new Random(7)).start();
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void switchOn() {
        simulator.app().setJwtLifetime(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void loginWhenAppGetsJwtsThenResponseSaysSo() {
        assertThat(TestClient.json(client.requestToken()).get("token_format").asText())
                .isEqualTo("jwt");
    }

    @Test
    void loginWhenAppGetsOpaqueTokensThenResponseNamesNoFormat() {
        simulator.app().setJwtLifetime(null);

        assertThat(TestClient.json(client.requestToken()).has("token_format")).isFalse();
    }

    @Test
    void tokenWhenReadThenHasHeaderAndClaims() throws Exception {
        String token = client.login();

        JsonNode header = part(token, 0);
        assertThat(header.get("alg").asText()).isEqualTo("RS256");
        assertThat(header.get("typ").asText()).isEqualTo("JWT");
        assertThat(header.get("tty").asText()).isEqualTo("sfdc-core-token");
        assertThat(header.get("tnk").asText()).endsWith(simulator.org().id());
        assertThat(header.get("ver").asText()).isEqualTo("1.0");
        JsonNode claims = part(token, 1);
        long start = TestSimulators.START.getEpochSecond();
        assertThat(claims.get("iat").asLong()).isEqualTo(start);
        assertThat(claims.get("exp").asLong()).isEqualTo(start + 300);
        assertThat(claims.get("nbf").asLong()).isLessThanOrEqualTo(start);
        assertThat(claims.get("sub").asText())
                .isEqualTo("uid:" + simulator.runAsUserId().orElseThrow());
        assertThat(claims.get("iss").asText()).isEqualTo(simulator.getLoginUrl());
        assertThat(claims.get("aud").get(0).asText()).isEqualTo(simulator.getLoginUrl());
        assertThat(claims.get("scp").asText()).isEqualTo("api");
        assertThat(claims.get("client_id").asText()).isEqualTo(simulator.getClientId());
    }

    @Test
    void tokenWhenCheckedWithThePublishedKeyThenSignatureHolds() throws Exception {
        String token = client.login();
        JsonNode keys = TestClient.json(client.getAnonymously("/id/keys")).get("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).get("kid")).isEqualTo(part(token, 0).get("kid"));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey(keys.get(0)));
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(bytes(token.substring(token.lastIndexOf('.') + 1))))
                .isTrue();
    }

    @Test
    void loginWhenRepeatedThenAnotherTokenAndBothLive() {
        String first = client.login();
        String second = client.login();

        assertThat(second).isNotEqualTo(first);
        assertThat(client.get(LIMITS, first).statusCode()).isEqualTo(200);
        assertThat(client.get(LIMITS, second).statusCode()).isEqualTo(200);
    }

    @Test
    void requestWhenMadeThenDoesNotSlideTheExpiry() {
        String token = client.login();
        time.advance(Duration.ofSeconds(299));
        assertThat(client.get(LIMITS, token).statusCode()).isEqualTo(200);
        time.advance(Duration.ofSeconds(1));

        assertInvalidJwt(client.get(LIMITS, token));
    }

    @Test
    void requestWhenTokenIsTamperedWithThenInvalidAuthHeader() {
        String token = client.login();
        char last = token.charAt(token.length() - 2);

        assertInvalidJwt(client.get(LIMITS, token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + "Q"));
        assertInvalidJwt(client.get(LIMITS, "eyJhbGciOiJub25lIn0.e30."));
    }

    @Test
    void requestWhenOpaqueTokenIsBadThenInvalidSessionId() {
        assertThat(client.get(LIMITS, "00D!unknown.token.here").body()).contains("INVALID_SESSION_ID");
    }

    @Test
    void introspectWhenTokenIsAJwtThenItsFixedExpiry() {
        String token = client.login();
        time.advance(Duration.ofMinutes(2));
        client.get(LIMITS, token);

        JsonNode body = introspect(token);
        assertThat(body.get("active").asBoolean()).isTrue();
        assertThat(body.get("exp").asLong()).isEqualTo(TestSimulators.START.getEpochSecond() + 300);
        time.advance(Duration.ofMinutes(3));
        assertThat(introspect(token).get("active").asBoolean()).isFalse();
    }

    @Test
    void revokeWhenTokenIsAJwtThenRefusedAfterwards() {
        String token = client.login();

        assertThat(client.postForm("/services/oauth2/revoke", Map.of("token", token))
                        .statusCode())
                .isEqualTo(200);
        assertInvalidJwt(client.get(LIMITS, token));
    }

    @Test
    void handshakeWhenTokenIsAJwtThenRefused() {
        String handshake = "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
                + "\"supportedConnectionTypes\":[\"long-polling\"]}]";

        JsonNode refused = TestClient.json(client.request("POST", "/cometd/67.0/", client.login(), handshake))
                .get(0);
        assertThat(refused.get("successful").asBoolean()).isFalse();
        assertThat(refused.toString()).contains("401::Authentication invalid");
        simulator.app().setJwtLifetime(null);
        assertThat(TestClient.json(client.request("POST", "/cometd/67.0/", client.login(), handshake))
                        .get(0)
                        .get("successful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void loginWhenAppIsSwitchedBackThenOpaqueToken() {
        client.login();
        simulator.app().setJwtLifetime(null);

        assertThat(client.login()).startsWith("00D");
    }

    @Test
    void setJwtLifetimeWhenShorterThanASecondThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.app().setJwtLifetime(Duration.ofMillis(999)));
    }

    @Test
    void authConfigurationWhenAskedThenOrgIdAndUrl() {
        JsonNode body = TestClient.json(client.getAnonymously("/.well-known/auth-configuration"));

        assertThat(body.get("OrgId").asText()).isEqualTo(simulator.org().id().substring(0, 15));
        assertThat(body.get("Url").asText()).isEqualTo(simulator.getLoginUrl());
        assertThat(body.get("LoginPageType").asText()).isEqualTo("standard");
    }

    private JsonNode introspect(String token) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.put("token", token);
        return TestClient.json(client.postForm("/services/oauth2/introspect", form));
    }

    private static void assertInvalidJwt(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        JsonNode error = TestClient.json(response).get(0);
        assertThat(error.get("errorCode").asText()).isEqualTo("INVALID_AUTH_HEADER");
        assertThat(error.get("message").asText()).isEqualTo("INVALID_JWT_FORMAT");
    }

    private static JsonNode part(String token, int index) throws Exception {
        return new ObjectMapper().readTree(bytes(token.split("\\.")[index]));
    }

    private static PublicKey publicKey(JsonNode key) throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, bytes(key.get("n").asText())),
                        new BigInteger(1, bytes(key.get("e").asText()))));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
