package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleSubscriptionsIT {

    private final SalesforceSimulator org = Orders.builder().consolePort(0).start();
    private final PubSubClient client = new PubSubClient(org);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Subscription subscription;

    @BeforeEach
    void subscribe() {
        subscription = client.subscribe(Orders.TOPIC, ReplayPreset.LATEST, 10);
        await().until(() -> subscriptions().size() == 1);
    }

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void subscriptionWhenOpenThenShownWithItsApiAndTopic() {
        JsonNode shown = subscriptions().path(0);

        assertThat(shown.path("api").asText()).isEqualTo("Pub/Sub API");
        assertThat(shown.path("channel").asText()).isEqualTo(Orders.TOPIC);
        assertThat(shown.path("stalled").asBoolean()).isFalse();
    }

    @Test
    void streamWhenStalledThenShownAsSilentAndGetsNothing() throws Exception {
        send(HttpRequest.newBuilder(URI.create(console() + "actions/stall-streams"))
                .header("X-Simulator-Console", "1")
                .POST(BodyPublishers.ofString("{}")));
        await().until(() -> subscriptions().at("/0/stalled").asBoolean());

        Subscription later = client.subscribe(Orders.TOPIC, ReplayPreset.LATEST, 10);
        await().until(() -> subscriptions().size() == 2);
        Orders.publish(org, "1");

        assertThat(later.numbers(client, 1)).containsExactly("1");
        assertThat(subscription.hasNext()).isFalse();
        assertThat(subscription.isOpen()).isTrue();
    }

    private JsonNode subscriptions() {
        try {
            return new ObjectMapper()
                    .readTree(send(HttpRequest.newBuilder(URI.create(console() + "changes"))))
                    .at("/state/subscriptions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private String console() {
        return org.getConsoleUrl().orElseThrow();
    }
}
