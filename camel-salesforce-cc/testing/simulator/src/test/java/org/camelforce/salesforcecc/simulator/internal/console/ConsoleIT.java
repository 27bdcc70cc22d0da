package org.camelforce.salesforcecc.simulator.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().consolePort(0).start();
    private final String console = simulator.getConsoleUrl().orElseThrow();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void startWhenNotAskedForThenNoConsole() {
        try (SalesforceSimulator other = SalesforceSimulator.start()) {
            assertThat(other.getConsoleUrl()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "announcer.js",
                "console.css",
                "console.js",
                "controls.js",
                "pulse.js",
                "story.js",
                "tables.js",
                "icon.svg"
            })
    void pageWhenFetchedThenThereAndConfinedToItself(String file) throws Exception {
        HttpResponse<String> response = get(file);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
        assertThat(response.body()).doesNotContain("https://").isNotEmpty();
    }

    @Test
    void pageWhenNotOneOfItsFilesThenNotFound() throws Exception {
        assertThat(get("Actions.class").statusCode()).isEqualTo(404);
    }

    @Test
    void changesWhenClientLogsInThenSessionLoginAndRequestAreThere() throws Exception {
        String token = login();

        JsonNode changes = await().until(
                        () -> changes(0, ""), news -> news.at("/counts/request").asInt() == 1);
        assertThat(changes.at("/state/sessions/0/token").asText()).isEqualTo(Fingerprint.of(token));
        assertThat(changes.at("/counts/login").asInt()).isEqualTo(1);
        assertThat(changes.toString()).doesNotContain(token).doesNotContain(simulator.getClientSecret());
    }

    @Test
    void changesWhenRequestIsRefusedThenSaysWhyAndByWhichToken() throws Exception {
        String token = login();
        simulator.sessions().endAll();
        send(HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + "/services/data/v67.0/limits"))
                .header("Authorization", "Bearer " + token));

        JsonNode request = await().until(
                        () -> last("request"), entry -> entry.path("status").asInt() == 401);
        assertThat(request.path("note").asText()).isEqualTo("INVALID_SESSION_ID");
        assertThat(request.path("token").asText()).isEqualTo(Fingerprint.of(token));
    }

    @Test
    void changesWhenConnectionIsDroppedThenRequestEndsWithoutStatus() throws Exception {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.DropConnection(), 100);
        http.sendAsync(tokenRequest(simulator.getClientSecret()).build(), BodyHandlers.ofString());

        JsonNode request = await().until(() -> last("request"), entry -> entry.has("status"));
        assertThat(request.path("status").asInt()).isZero();
        assertThat(simulator.requestLog()).extracting(RecordedRequest::status).containsOnly(0);
    }

    @Test
    void changesWhenNothingIsNewThenHeldUntilSomethingIs() throws Exception {
        JsonNode known = changes(0, "");
        CompletableFuture<HttpResponse<String>> held = changesAfter(known);
        assertThat(held).isNotDone();

        simulator.records().create("Account", JSON.createObjectNode().put("Name", "Acme"), "");

        JsonNode news = JSON.readTree(held.get(30, TimeUnit.SECONDS).body());
        assertThat(news.path("entries")).isNotEmpty();
        assertThat(news.at("/entries/0/kind").asText()).isEqualTo("record");
        assertThat(news.at("/entries/0/name").asText()).isEqualTo("Acme");
    }

    @Test
    void changesWhenFaultWaitsWithoutAnEntryThenHeldRequestTells() throws Exception {
        JsonNode known = changes(0, "");
        CompletableFuture<HttpResponse<String>> held = changesAfter(known);

        simulator.faults().inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 7);

        JsonNode news = JSON.readTree(held.get(30, TimeUnit.SECONDS).body());
        assertThat(news.at("/state/faults/0/pending").asInt()).isEqualTo(7);
    }

    @Test
    void recordWhenCreatedThenItsEntryComesBeforeItsEvents() throws Exception {
        act("create-account", "{}");

        assertThat(changes(0, "").path("entries"))
                .extracting(entry -> entry.path("kind").asText())
                .containsExactly("record", "event", "action");
    }

    @Test
    void journalWhenThereIsMuchThenKeepsTheLatestOfEachKind() throws Exception {
        login();
        for (int i = 0; i < ActivityLog.CAPACITY + 50; i++) {
            simulator.records().create("Account", JSON.createObjectNode().put("Name", "Acme " + i), "");
        }

        JsonNode news = changes(0, "");
        assertThat(news.at("/counts/record").asInt()).isEqualTo(ActivityLog.CAPACITY + 50);
        assertThat(count(news, "record")).isEqualTo(ActivityLog.CAPACITY);
        assertThat(count(news, "login")).isEqualTo(1);
    }

    @Test
    void endSessionsWhenPressedThenNoneIsLive() throws Exception {
        login();

        assertThat(act("end-sessions", "{}").path("message").asText()).isEqualTo("1 session ended.");
        assertThat(simulator.sessions().live()).isEmpty();
    }

    @Test
    void rotateWhenFormerIsDeniedThenOnlyTheNewSecretLogsIn() throws Exception {
        String former = simulator.getClientSecret();

        JsonNode answer = act("rotate", "{\"former\":\"denied\"}");

        assertThat(answer.path("properties").asText().replaceAll("(?s).*client-secret=", ""))
                .isEqualTo(simulator.getClientSecret())
                .isNotEqualTo(former);
        assertThat(send(tokenRequest(former)).statusCode()).isEqualTo(400);
        assertThat(send(tokenRequest(simulator.getClientSecret())).statusCode()).isEqualTo(200);
        assertThat(changes(0, "").toString()).doesNotContain(simulator.getClientSecret());
    }

    @Test
    void runAsWhenUserIsNewThenAddedAndUsedByTheNextLogin() throws Exception {
        act("run-as", "{\"username\":\"robot@acme.example\"}");
        login();

        assertThat(simulator.sessions().live()).singleElement().satisfies(session -> assertThat(session.username())
                .isEqualTo("robot@acme.example"));
    }

    @Test
    void revealWhenPressedThenThePropertiesLogIn() throws Exception {
        String properties = act("reveal", "{}").path("properties").asText();

        assertThat(properties.lines())
                .containsExactly(
                        "camel.component.salesforce-cc.login-url=" + simulator.getLoginUrl(),
                        "camel.component.salesforce-cc.client-id=" + simulator.getClientId(),
                        "camel.component.salesforce-cc.client-secret=" + simulator.getClientSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "run-as, no client credentials user enabled, no Run As user",
        "user, inactive user, user inactive",
        "flow, client credentials flow not enabled, flow switched off",
        "scope, no valid scopes defined, scope api missing"
    })
    void breakLoginsWhenChosenThenDeniedWithItsErrorUntilRepaired(String what, String error, String shown)
            throws Exception {
        act("break-logins", "{\"what\":\"" + what + "\"}");

        assertThat(send(tokenRequest(simulator.getClientSecret())).body()).contains(error);
        assertThat(changes(0, "").at("/state/app/problems").asText()).isEqualTo(shown);

        act("repair-logins", "{}");
        assertThat(login()).isNotEmpty();
        assertThat(changes(0, "").at("/state/app/problems").asText()).isEmpty();
    }

    @Test
    void publishEventWhenFieldsFitThenOnItsChannel() throws Exception {
        try (SalesforceSimulator orders = withOrders()) {
            HttpResponse<String> answer = publish(orders, "Order__e", "{\\\"Number__c\\\":\\\"7\\\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(orders.events().after("/event/Order__e", 0, 10))
                    .singleElement()
                    .satisfies(event -> assertThat(
                                    event.payload().path("Number__c").asText())
                            .isEqualTo("7"));
        }
    }

    @Test
    void publishEventWhenFieldsAreLongThenOnItsChannel() throws Exception {
        try (SalesforceSimulator orders = withOrders()) {
            String fields = "{" + " ".repeat(100_000) + "\\\"Number__c\\\":\\\"7\\\"}";

            assertThat(publish(orders, "Order__e", fields).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void publishEventWhenFieldsAreLongerThanAnyEventThenTooLarge() throws Exception {
        try (SalesforceSimulator orders = withOrders()) {
            HttpResponse<String> answer = publish(orders, "Order__e", "{" + " ".repeat(2 * 1024 * 1024) + "}");

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(JSON.readTree(answer.body()).path("message").asText())
                    .isEqualTo("The arguments are longer than 2 MB.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Account; {}; Choose a platform event.",
                "Order__e; []; The fields must be a JSON object.",
                "Order__e; nothing; The fields are not JSON.",
                "Order__e; {\\\"Colour\\\":1}; No such column 'Colour' on sobject of type Order__e"
            })
    void publishEventWhenItDoesNotFitThenRefusedWithTheReason(String type, String fields, String reason)
            throws Exception {
        try (SalesforceSimulator orders = withOrders()) {
            HttpResponse<String> answer = publish(orders, type, fields);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("message").asText()).isEqualTo(reason);
        }
    }

    private static SalesforceSimulator withOrders() {
        return SalesforceSimulator.builder()
                .consolePort(0)
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
    }

    private HttpResponse<String> publish(SalesforceSimulator org, String type, String fields) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(org.getConsoleUrl().orElseThrow() + "actions/publish-event"))
                .header("Content-Type", "application/json")
                .header(GuardFilter.HEADER, "1")
                .POST(BodyPublishers.ofString("{\"type\":\"" + type + "\",\"fields\":\"" + fields + "\"}")));
    }

    @Test
    void tokenEndpointWhenDownThenAnswers503UntilUp() throws Exception {
        act("token-endpoint", "{\"down\":true}");
        assertThat(send(tokenRequest(simulator.getClientSecret())).statusCode()).isEqualTo(503);
        assertThat(send(tokenRequest(simulator.getClientSecret())).statusCode()).isEqualTo(503);

        act("token-endpoint", "{\"down\":false}");

        assertThat(send(tokenRequest(simulator.getClientSecret())).statusCode()).isEqualTo(200);
    }

    @Test
    void apiLimitWhenNearlyUsedThenFivePercentAreLeft() throws Exception {
        act("api-limit", "{\"used\":\"nearly\"}");

        assertThat(simulator.apiUsage().remaining()).isEqualTo(750);
    }

    @Test
    void restFaultWhenChosenThenStrikesSoManyRequests() throws Exception {
        act("rest-fault", "{\"fault\":\"unavailable\",\"times\":\"3\"}");
        assertThat(simulator.faults().pending(FaultPoint.REST_REQUEST)).isEqualTo(3);

        act("clear-faults", "{}");
        assertThat(simulator.faults().pending(FaultPoint.REST_REQUEST)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run-as {\"username\":\"nobody\"}", "rotate {\"former\":\"x\"}", "rest-fault {}", "rotate ["})
    void actionWhenArgumentsDoNotFitThenRefusedWithTheReason(String request) throws Exception {
        String[] parts = request.split(" ", 2);

        HttpResponse<String> response = send(action(parts[0], parts[1]).header(GuardFilter.HEADER, "1"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).path("message").asText()).endsWith(".");
    }

    @Test
    void actionWhenHeaderIsMissingThenRefused() throws Exception {
        login();

        assertThat(send(action("end-sessions", "{}")).statusCode()).isEqualTo(403);
        assertThat(simulator.sessions().live()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void actionWhenFromAnotherPageThenRefused(String header) throws Exception {
        String[] parts = header.split(": ");

        assertThat(send(action("end-sessions", "{}")
                                .header(GuardFilter.HEADER, "1")
                                .header(parts[0], parts[1]))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void requestWhenHostIsAnotherThenRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(console).getPort())) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            out.print("GET /changes HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private String login() throws Exception {
        return JSON.readTree(send(tokenRequest(simulator.getClientSecret())).body())
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder tokenRequest(String secret) {
        return HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + simulator.getClientId()
                        + "&client_secret=" + secret));
    }

    private JsonNode act(String name, String arguments) throws Exception {
        HttpResponse<String> response = send(action(name, arguments).header(GuardFilter.HEADER, "1"));
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder action(String name, String arguments) {
        return HttpRequest.newBuilder(URI.create(console + "actions/" + name))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(arguments));
    }

    private JsonNode changes(long after, String version) throws Exception {
        return JSON.readTree(
                get("changes?after=" + after + "&version=" + version).body());
    }

    private CompletableFuture<HttpResponse<String>> changesAfter(JsonNode known) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(console + "changes?after="
                                + known.path("head").asLong() + "&version="
                                + known.path("version").asText()))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode last(String kind) throws Exception {
        JsonNode found = JSON.createObjectNode();
        for (JsonNode entry : changes(0, "").path("entries")) {
            if (entry.path("kind").asText().equals(kind)) {
                found = entry;
            }
        }
        return found;
    }

    private static int count(JsonNode news, String kind) {
        int count = 0;
        for (JsonNode entry : news.path("entries")) {
            count += entry.path("kind").asText().equals(kind) ? 1 : 0;
        }
        return count;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
