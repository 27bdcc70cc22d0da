package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp.IpRange;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class TokenEndpointTest {

    private static final String TOKEN = "/services/oauth2/token";

    private final ManualTime time = TestSimulators.time();
    private SalesforceSimulator simulator =
            TestSimulators.simulator().time(time).start();
    private TestClient client = new TestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void loginWhenParametersInBodyThenAnswersWithAllFields() throws Exception {
        HttpResponse<String> response = client.requestToken();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("application/json;charset=UTF-8"));
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode body = TestClient.json(response);
        assertThat(body.get("access_token").asText()).matches("00D\\w{12}!AQ[\\w.]{94}");
        assertThat(body.get("instance_url").asText()).isEqualTo(simulator.getLoginUrl());
        assertThat(body.get("id").asText())
                .isEqualTo(simulator.getLoginUrl() + "/id/" + simulator.org().id() + "/"
                        + simulator.org().users().get(0).id());
        assertThat(body.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.get("issued_at").isTextual()).isTrue();
        assertThat(body.get("issued_at").asText()).isEqualTo(Long.toString(time.millis()));
        assertThat(body.get("signature").asText())
                .isEqualTo(hmac(body.get("id").asText() + body.get("issued_at").asText(), simulator.getClientSecret()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "JSON", "yaml", ""})
    void loginWhenFormatIsNoOtherThenJson(String format) {
        HttpResponse<String> response = requestToken(format, simulator.getClientSecret());

        assertThat(contentType(response)).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(TestClient.json(response).has("access_token")).isTrue();
    }

    @Test
    void loginWhenFormatIsXmlThenSameFieldsInXml() throws Exception {
        HttpResponse<String> response = requestToken("xml", simulator.getClientSecret());

        assertThat(contentType(response)).isEqualToIgnoringCase("application/xml;charset=UTF-8");
        Element root = xml(response);
        assertThat(root.getTagName()).isEqualTo("OAuth");
        JsonNode same = TestClient.json(client.requestToken());
        assertThat(childTexts(root)).isEqualTo(texts(same));
    }

    @Test
    void loginWhenFormatIsUrlencodedThenSameFieldsAsForm() {
        HttpResponse<String> response = requestToken("urlencoded", simulator.getClientSecret());

        assertThat(contentType(response)).isEqualToIgnoringCase("application/x-www-form-urlencoded;charset=UTF-8");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : response.body().split("&")) {
            String[] parts = pair.split("=");
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(fields).isEqualTo(texts(TestClient.json(client.requestToken())));
    }

    @Test
    void loginWhenRefusedThenRefusalInTheFormatAskedFor() throws Exception {
        assertThat(requestToken("urlencoded", "wrong").body())
                .isEqualTo("error=invalid_client&error_description=invalid+client+credentials");
        assertThat(childTexts(xml(requestToken("xml", "wrong"))))
                .containsExactly(
                        entry("error", "invalid_client"), entry("error_description", "invalid client credentials"));
    }

    private HttpResponse<String> requestToken(String format, String secret) {
        Map<String, String> form = new LinkedHashMap<>(client.credentials());
        form.put("client_secret", secret);
        form.put("format", format);
        return client.postForm(TOKEN, form);
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static Element xml(HttpResponse<String> response) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Map<String, String> childTexts(Element root) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            texts.put(child.getNodeName(), child.getTextContent());
        }
        return texts;
    }

    private static Map<String, String> texts(JsonNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    @Test
    void loginWhenBasicThenAnswersWithToken() {
        HttpResponse<String> response =
                client.postForm(TOKEN, Map.of("grant_type", "client_credentials"), "Authorization", basic());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void loginWhenBasicWithWrongSecretThenInvalidClient() {
        String wrong = "Basic "
                + Base64.getEncoder()
                        .encodeToString((simulator.getClientId() + ":no").getBytes(StandardCharsets.UTF_8));

        assertRefused(
                client.postForm(TOKEN, Map.of("grant_type", "client_credentials"), "Authorization", wrong),
                "invalid_client",
                "invalid client credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_GUIDE, 'access_token,signature,instance_url,id,token_type,issued_at,token_format'",
        "HELP, 'access_token,signature,scope,instance_url,id,token_type,issued_at'",
        "POSTMAN, 'access_token,signature,scope,instance_url,id,token_type,issued_at,api_instance_url'"
    })
    void loginWhenVariantThenHasItsFields(TokenResponseVariant variant, String fields) {
        restart(TestSimulators.simulator().tokenResponse(variant));

        assertThat(TestClient.json(client.requestToken()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(fields.split(","));
    }

    @Test
    void loginWhenScopesPartlyUnusableThenGrantsTheOthers() {
        simulator.app().setScopes(List.of("refresh_token", "id", "api", "full", "web", "offline_access"));

        assertThat(TestClient.json(client.requestToken()).get("scope").asText()).isEqualTo("api id");
    }

    static Stream<Arguments> statesThatRefuse() {
        return Stream.of(
                refusing(s -> s.app().setRunAsUsername(null), "invalid_grant", "no client credentials user enabled"),
                refusing(
                        s -> s.app().setRunAsUsername("nobody@example.com"),
                        "invalid_grant",
                        "no client credentials user enabled"),
                refusing(s -> s.app().setScopes(List.of("full", "web")), "invalid_grant", "no valid scopes defined"),
                refusing(
                        s -> s.app().setClientCredentialsEnabled(false),
                        "invalid_grant",
                        "client credentials flow not enabled"),
                refusing(s -> s.org().users().get(0).setActive(false), "invalid_grant", "inactive user"),
                refusing(s -> s.org().setActive(false), "inactive_org", "inactive organization"),
                refusing(
                        s -> s.app().setAdminApproved(false),
                        "invalid_app_access",
                        "user is not admin approved to access this app"),
                refusing(
                        s -> s.app().setInstalled(false),
                        "app_not_found",
                        "External client app is not installed in this org"),
                refusing(s -> s.app().setBlocked(true), "OAUTH_APP_BLOCKED", "this app is blocked by admin"),
                refusing(
                        s -> s.app().setLoginIpRanges(List.of(new IpRange("10.0.0.1", "10.0.0.9"))),
                        "invalid_grant",
                        "ip restricted"),
                refusing(s -> s.loginHistory().setLoginsPerHour(0), "invalid_grant", "login rate exceeded"));
    }

    @ParameterizedTest
    @MethodSource("statesThatRefuse")
    void loginWhenStateForbidsThenRefused(Consumer<SalesforceSimulator> change, String error, String description) {
        change.accept(simulator);

        assertRefused(client.requestToken(), error, description);
        assertThat(simulator.sessions().live()).isEmpty();
    }

    @Test
    void loginWhenFlowOffAndOtherAnswerSelectedThenUnsupportedGrantType() {
        restart(TestSimulators.simulator().flowOffAnswer(OAuthError.UNSUPPORTED_GRANT_TYPE));
        simulator.app().setClientCredentialsEnabled(false);

        assertRefused(client.requestToken(), "unsupported_grant_type", "grant type not supported");
    }

    @Test
    void loginWhenAddressInAllowedRangeThenSucceeds() {
        simulator.app().setLoginIpRanges(List.of(new IpRange("127.0.0.0", "127.255.255.255")));

        assertThat(client.requestToken().statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> formsThatAreRefused() {
        return Stream.of(
                Arguments.of("client_id", "wrong", "invalid_client_id", "client identifier invalid"),
                Arguments.of("client_id", "", "invalid_client_id", "client identifier invalid"),
                Arguments.of("client_secret", "wrong", "invalid_client", "invalid client credentials"),
                Arguments.of("client_secret", "", "invalid_client", "invalid client credentials"),
                Arguments.of("grant_type", "password", "unsupported_grant_type", "grant type not supported"),
                Arguments.of("grant_type", "", "unsupported_grant_type", "grant type not supported"),
                Arguments.of("scope", "api", "invalid_request", "scope parameter not supported"));
    }

    @ParameterizedTest
    @MethodSource("formsThatAreRefused")
    void loginWhenParameterIsWrongOrMissingThenRefused(String name, String value, String error, String description) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.remove(name);
        if (!value.isEmpty()) {
            form.put(name, value);
        }

        assertRefused(client.postForm(TOKEN, form), error, description);
    }

    @Test
    void loginWhenSecretWrongThenNothingIsRecordedAboutTheUser() {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.put("client_secret", "wrong");

        client.postForm(TOKEN, form);

        assertThat(simulator.loginHistory().rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "login.salesforce.com, invalid_grant, request not supported on this domain",
        "test.salesforce.com, invalid_grant, request not supported on this domain",
        "acme.lightning.force.com, unsupported_grant_type, grant type not supported"
    })
    void loginWhenHostCannotServeTheFlowThenRefused(String host, String error, String description) {
        assertRefused(client.requestTokenAtHost(host), error, description);
    }

    @Test
    void loginWhenHostIsMyDomainThenSucceeds() {
        assertThat(client.requestTokenAtHost(simulator.org().myDomain()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokenWhenGetThenRefused() {
        assertRefused(client.getAnonymously(TOKEN), "invalid_request", "must use HTTP POST");
    }

    @Test
    void loginWhenRateUsedUpThenPossibleAgainAfterAnHour() {
        simulator.loginHistory().setLoginsPerHour(2);
        client.login();
        time.advance(Duration.ofMinutes(30));
        client.login();

        assertRefused(client.requestToken(), "invalid_grant", "login rate exceeded");
        time.advance(Duration.ofMinutes(30));
        assertThat(client.requestToken().statusCode()).isEqualTo(200);
        assertRefused(client.requestToken(), "invalid_grant", "login rate exceeded");
    }

    @Test
    void loginWhenDoneThenHistoryHasIt() {
        client.login();
        simulator.app().setAdminApproved(false);
        client.requestToken();

        assertThat(simulator.loginHistory().rows())
                .extracting(
                        LoginHistory.Row::time,
                        LoginHistory.Row::username,
                        LoginHistory.Row::subtype,
                        LoginHistory.Row::status)
                .containsExactly(
                        tuple(
                                TestSimulators.START,
                                "integration@simulator.example",
                                "OauthClientCredentials",
                                "Success"),
                        tuple(
                                TestSimulators.START,
                                "integration@simulator.example",
                                "OauthClientCredentials",
                                "Failed: user is not admin approved to access this app"));
    }

    @Test
    void loginWhenRunAsUserChangedThenOldSessionKeepsItsUser() {
        String old = client.login();
        String other = simulator.org().addUser("other@simulator.example").id();
        simulator.app().setRunAsUsername("other@simulator.example");

        JsonNode body = TestClient.json(client.requestToken());

        assertThat(body.get("id").asText()).endsWith("/" + other);
        assertThat(body.get("access_token").asText()).isNotEqualTo(old);
        assertThat(simulator.sessions().peek(old)).hasValueSatisfying(session -> assertThat(session.username())
                .isEqualTo("integration@simulator.example"));
    }

    @Test
    void loginWhenConsumerReplacedThenOldPairRefusedAtOnceAndSessionLives() {
        String token = client.login();
        Map<String, String> old = client.credentials();
        simulator.app().setConsumer(new ConsumerDetails("new-key", "new-secret"));

        assertRefused(client.postForm(TOKEN, old), "invalid_client_id", "client identifier invalid");
        assertThat(client.requestToken().statusCode()).isEqualTo(200);
        assertThat(simulator.sessions().peek(token)).isPresent();
    }

    @Test
    void loginWhenSecretRotatedThenBothWorkUntilGraceEnds() {
        Map<String, String> old = client.credentials();
        simulator
                .app()
                .rotateConsumer(
                        new ConsumerDetails(simulator.getClientId(), "new-secret"),
                        TestSimulators.START.plus(Duration.ofMinutes(10)));

        assertThat(client.requestToken().statusCode()).isEqualTo(200);
        assertThat(client.postForm(TOKEN, old).statusCode()).isEqualTo(200);
        time.advance(Duration.ofMinutes(10));
        assertRefused(client.postForm(TOKEN, old), "invalid_client", "invalid client credentials");
        assertThat(client.requestToken().statusCode()).isEqualTo(200);
    }

    private void restart(SalesforceSimulator.Builder settings) {
        simulator.close();
        simulator = settings.start();
        client = new TestClient(simulator);
    }

    private String basic() {
        String pair = simulator.getClientId() + ":" + simulator.getClientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments refusing(Consumer<SalesforceSimulator> change, String error, String description) {
        return Arguments.of(change, error, description);
    }

    private static void assertRefused(HttpResponse<String> response, String error, String description) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = TestClient.json(response);
        assertThat(body.get("error").asText()).isEqualTo(error);
        assertThat(body.get("error_description").asText()).isEqualTo(description);
    }

    private static String hmac(String text, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
