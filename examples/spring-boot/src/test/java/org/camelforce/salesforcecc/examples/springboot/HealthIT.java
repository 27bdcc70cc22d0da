package org.camelforce.salesforcecc.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code curl /actuator/health} shows in five situations. */
class HealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SUBSCRIPTION = "/data/AccountChangeEvent:customers";

    @TempDir
    Path folder;

    private SimulatedOrg org;
    private RunningService service;

    @AfterEach
    void stopService() {
        service.close();
        org.close();
    }

    @Test
    void healthWhenAllIsSoundThenIsUp() throws Exception {
        start(SalesforceSimulator.builder());

        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
        assertShowsAsInTheGuide("sound");
        assertThat(component().get("status").asText()).isEqualTo("UP");
        assertThat(component().at("/details/org.id").isMissingNode()).isFalse();
        assertThat(component().get("details").get(SUBSCRIPTION).get("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void healthWhenSecretIsWrongThenIsDownWithRemedy() throws Exception {
        start(SalesforceSimulator.builder());
        SalesforceSimulator simulator = org.simulator();

        simulator.app().setConsumer(new ConsumerDetails(simulator.getClientId(), "rotated, and nobody was told"));
        simulator.sessions().endAll();
        service.addCustomers(2, 1);

        awaitDown();
        assertShowsAsInTheGuide("secret-wrong");
        assertThat(component().at("/details/login.remedy").asText()).contains("clientSecret");
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void healthWhenTokenEndpointIsDownThenIsDownAndNamesIt() throws Exception {
        start(SalesforceSimulator.builder());
        SalesforceSimulator simulator = org.simulator();

        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Answer(503, "text/html", "maintenance"), 1_000);
        simulator.sessions().endAll();
        service.addCustomers(2, 1);

        awaitDown();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        component().at("/details/login.failure").asText())
                .contains("503"));
        assertShowsAsInTheGuide("token-endpoint-down");
        assertThat(component().at("/details/login.remedy").asText()).contains("it is tried again");
    }

    @Test
    void healthWhenStreamStallsThenNamesTheSubscription() throws Exception {
        start(SalesforceSimulator.builder().streamingTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(30)));

        org.simulator().faults().inject(FaultPoint.COMETD_CONNECT, new Fault.StallStream(), 1);

        awaitDown();
        JsonNode subscription = component().get("details").get(SUBSCRIPTION);
        assertThat(subscription.get("message").asText()).contains("no event or keep-alive");
        assertThat(subscription.get("subscription.remedy").asText()).contains("Another stream is opened");
        assertShowsAsInTheGuide("stream-stalled");
    }

    @Test
    void healthWhenApiLimitIsNearThenSaysSo() throws Exception {
        start(SalesforceSimulator.builder().dailyApiRequests(10));

        for (int i = 2; i < 9; i++) {
            service.addCustomers(i, 1);
            await().atMost(PATIENCE).until(() -> service.unsynced() == 0);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        component().at("/details/api/message").asText())
                .contains("API requests of the last 24 hours are used"));
        assertShowsAsInTheGuide("api-limit-near");
        assertThat(component().at("/details/api/api.remedy").asText()).contains("API Usage Notifications");
        assertThat(component().get("status").asText()).isEqualTo("UP");
    }

    private void start(SalesforceSimulator.Builder builder) throws Exception {
        org = new SimulatedOrg(builder, folder);
        service = new RunningService(org, folder);
        service.addCustomers(1, 1);
        awaitSettled();
    }

    /** All is known that an answer shows: the expiry, the API requests, and the position after the first event. */
    private void awaitSettled() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(component().get("details").toString())
                        .contains("token.expires.at", "api.requests.used", "\"position.replay.id\":\"number:"));
    }

    private void assertShowsAsInTheGuide(String situation) {
        GuideAnswer guide = new GuideAnswer(situation);
        await().atMost(PATIENCE)
                .untilAsserted(() -> guide.assertShows(
                        service.get("/actuator/health/salesforceCc").body()));
    }

    private void awaitDown() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> health = service.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(component().get("status").asText()).isEqualTo("DOWN");
        });
    }

    private JsonNode component() throws Exception {
        return new ObjectMapper()
                .readTree(service.get("/actuator/health").body())
                .at("/components/salesforceCc/components/salesforce-cc");
    }
}
