package org.camelforce.salesforcecc.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Health checks and developer console as camel-platform-http-main serves them. */
@WithSalesforceSimulator
class ManagementServerIT {

    private final Main main = new Main();
    private int port;

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void healthWhenLoggedInThenUpWithTheLoginsDetails(SalesforceSimulator org) throws Exception {
        start(org);

        Answer answer = get("/observe/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(check(answer, "salesforce-cc:salesforce-cc").get("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void readinessWhenTheSecretIsWrongThen503WithTheRemedyAndStillLive(SalesforceSimulator org) throws Exception {
        start(org);
        org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
        org.sessions().endAll();
        main.getCamelTemplate().request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                .setBody("SELECT Id FROM User"));

        Answer ready = get("/observe/health/ready");
        Answer live = get("/observe/health/live");

        assertThat(ready.status()).isEqualTo(503);
        JsonNode login = check(ready, "salesforce-cc:salesforce-cc");
        assertThat(login.get("status").asText()).isEqualTo("DOWN");
        assertThat(login.toString()).contains(DenialReason.WRONG_CLIENT_SECRET.remedy());
        assertThat(live.status()).isEqualTo(200);
        assertThat(check(live, "salesforce-cc:salesforce-cc:threads")
                        .get("status")
                        .asText())
                .isEqualTo("UP");
    }

    @Test
    void consoleWhenAskedThenTheComponentsSection(SalesforceSimulator org) throws Exception {
        start(org);

        Answer answer = get("/q/dev/salesforce-cc");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("usable");
    }

    private void start(SalesforceSimulator org) {
        main.addInitialProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        main.addInitialProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        main.addInitialProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        main.addInitialProperty("camel.management.enabled", "true");
        main.addInitialProperty("camel.management.host", "localhost");
        main.addInitialProperty("camel.management.port", "0");
        main.addInitialProperty("camel.management.health-check-enabled", "true");
        main.addInitialProperty("camel.management.dev-console-enabled", "true");
        main.addInitialProperty("camel.health.exposure-level", "full");
        main.addInitialProperty("camel.main.dev-console-enabled", "true");
        main.start();
        port = main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
        main.getCamelContext().getEndpoint("salesforce-cc:query").start();
    }

    /** Not with the JDK's other client, which would leave threads behind. */
    private Answer get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            connection.disconnect();
        }
    }

    private record Answer(int status, String body) {}

    private static JsonNode check(Answer answer, String name) throws IOException {
        JsonNode checks = new ObjectMapper().readTree(answer.body()).get("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
