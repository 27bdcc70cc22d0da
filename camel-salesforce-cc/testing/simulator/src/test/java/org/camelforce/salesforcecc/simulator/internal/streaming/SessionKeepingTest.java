package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryOrg;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemorySessions;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idle time-outs and connected clients (Streaming API Developer Guide, "Invalid Authentication"). */
class SessionKeepingTest {

    private static final Duration TIMEOUT = Duration.ofHours(2);
    private static final Duration LONGER = Duration.ofHours(5);

    private final ManualTime time = new ManualTime(TestEvents.NOON);
    private final InMemoryOrg org =
            new InMemoryOrg("00D000000000001EAA", "acme.my.salesforce.com", username -> TestEvents.USER);
    private final InMemorySessions sessions =
            new InMemorySessions(org, TokenIssue.FRESH_EACH_TIME, time, new Random(7));
    private final User user = org.addUser("robot@acme.example");
    private String token = "";
    private StreamingServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer(sessions);
        token = open();
        client = new RawClient(server).withToken(token);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void connectWhenHeldBeyondTheTimeOutThenSessionLives() throws Exception {
        hold();

        time.advance(LONGER);

        assertThat(sessions.peek(token)).isPresent();
        assertThat(sessions.details(token).orElseThrow().expiresAt())
                .isEqualTo(time.instant().plus(TIMEOUT));
    }

    @Test
    void connectWhenHeldBeyondTheTimeOutThenClientGoesOn() throws Exception {
        client.connected();
        client.subscribe(TestEvents.ORDERS);
        CompletableFuture<JsonNode> held = hold(client);
        time.advance(LONGER);

        server.service.publishPlatformEvent(TestEvents.ORDER, TestEvents.number(1), TestEvents.USER);

        assertThat(held.get(30, TimeUnit.SECONDS).path("successful").asBoolean())
                .isTrue();
        assertThat(client.subscribe(TestEvents.ORDERS).path("successful").asBoolean())
                .isTrue();
    }

    @Test
    void connectWhenAnsweredThenSessionTimesOutFromThenOn() throws Exception {
        CompletableFuture<JsonNode> held = hold();
        time.advance(LONGER);
        client.send("{`channel`:`/meta/disconnect`,`id`:`9`,`clientId`:`" + client.clientId() + "`}");
        held.get(30, TimeUnit.SECONDS);
        await().until(() -> server.service.heldConnects() == 0);

        time.advance(TIMEOUT.minusSeconds(1));
        assertThat(sessions.peek(token)).isPresent();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.peek(token)).isEmpty();
    }

    @Test
    void connectWhenHeldThenOtherSessionsTimeOut() throws Exception {
        String other = open();
        hold();

        time.advance(TIMEOUT);

        assertThat(sessions.peek(other)).isEmpty();
    }

    @Test
    void clientWhenItHoldsNoConnectThenSessionTimesOut() throws Exception {
        client.connected();

        time.advance(TIMEOUT);

        assertThat(sessions.peek(token)).isEmpty();
        assertThat(client.connect().path("error").asText()).isEqualTo("401::Authentication invalid");
    }

    @Test
    void connectWhenHeldAndSessionEndedThenRefusedAllTheSame() throws Exception {
        CompletableFuture<JsonNode> held = hold();

        sessions.end(token);

        assertThat(held.get(30, TimeUnit.SECONDS).path("error").asText()).isEqualTo("401::Authentication invalid");
    }

    private String open() {
        return sessions.open("key", user, "api", TIMEOUT).orElseThrow().token();
    }

    private CompletableFuture<JsonNode> hold() throws Exception {
        return hold(client.connected());
    }

    private CompletableFuture<JsonNode> hold(RawClient connected) {
        CompletableFuture<JsonNode> held = connected.connectLater();
        await().until(() -> server.service.heldConnects() == 1);
        return held;
    }
}
