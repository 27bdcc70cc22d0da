package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetaMessageRulesTest {

    private static final String UNAUTHENTICATED_CONNECT = "{`channel`:`/meta/connect`,`id`:`2`,`clientId`:`%s`,"
            + "`successful`:false,`error`:`401::Authentication invalid`,"
            + "`advice`:{`reconnect`:`none`,`interval`:0}}";

    private StreamingServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        client = new RawClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handshakeWhenTokenIsGoodThenAnswersAsSalesforce() throws Exception {
        JsonNode reply = client.handshake();

        assertThat(reply)
                .isEqualTo(TestEvents.json("{`channel`:`/meta/handshake`,`id`:`1`,`successful`:true,"
                        + "`version`:`1.0`,`minimumVersion`:`1.0`,`supportedConnectionTypes`:[`long-polling`],"
                        + "`clientId`:`" + client.clientId() + "`,`ext`:{`replay`:true,`payload.format`:true}}"));
        assertThat(server.service.clients()).isEqualTo(1);
    }

    @Test
    void handshakeWhenItSucceedsThenSetsTheCookie() throws Exception {
        HttpResponse<String> response = client.post(RawClient.PATH, "{`channel`:`/meta/handshake`,`version`:`1.0`}");

        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("sfdc-stream=");
    }

    @Test
    void handshakeWhenTokenIsUnknownThenDenied() throws Exception {
        JsonNode reply = client.withToken("stale").handshake();

        assertThat(reply)
                .isEqualTo(TestEvents.json("{`channel`:`/meta/handshake`,`id`:`1`,`successful`:false,"
                        + "`error`:`403::Handshake denied`,"
                        + "`ext`:{`sfdc`:{`failureReason`:`401::Authentication invalid`}},"
                        + "`advice`:{`reconnect`:`none`}}"));
        assertThat(server.service.clients()).isZero();
    }

    @Test
    void handshakeWhenThereIsNoTokenThenSaysThatOneIsRequired() throws Exception {
        JsonNode reply = client.withToken("").handshake();

        assertThat(reply.at("/ext/sfdc/failureReason").asText()).isEqualTo("401::Request requires authentication");
    }

    @Test
    void handshakeWhenOnlyWebSocketIsOfferedThenDenied() throws Exception {
        JsonNode reply =
                client.send("{`channel`:`/meta/handshake`,`version`:`1.0`,`supportedConnectionTypes`:[`websocket`]}");

        assertThat(reply.at("/ext/sfdc/failureReason").asText())
                .isEqualTo("400::Invalid connection type {[websocket]}");
    }

    @Test
    void handshakeWhenVersionIsMissingThenRefused() throws Exception {
        JsonNode reply = RawClient.last(client.post("/cometd/", "{`channel`:`/meta/handshake`,`version`:`1.0`}"));

        assertThat(reply.path("error").asText())
                .isEqualTo("400::API version in the URI is mandatory. URI format: '/cometd/NN.0'");
    }

    @Test
    void handshakeWhenVersionIsNotServedThenRefused() throws Exception {
        JsonNode reply = RawClient.last(client.post("/cometd/99.0", "{`channel`:`/meta/handshake`,`version`:`1.0`}"));

        assertThat(reply.path("error").asText()).startsWith("400::Unsupported API version");
    }

    @Test
    void connectWhenFirstThenAdvisesAtOnce() throws Exception {
        client.handshake();

        assertThat(client.connect())
                .isEqualTo(TestEvents.json("{`channel`:`/meta/connect`,`id`:`2`,`successful`:true,`clientId`:`"
                        + client.clientId() + "`,`advice`:{`interval`:0,`timeout`:110000,`reconnect`:`retry`}}"));
    }

    @Test
    void connectWhenIdleForTheTimeoutThenAnsweredWithoutAdvice() throws Exception {
        try (StreamingServer hasty = new StreamingServer(Duration.ofMillis(200), Duration.ofSeconds(40))) {
            RawClient other = new RawClient(hasty).connected();

            JsonNode reply = other.connect();

            assertThat(reply.path("successful").asBoolean()).isTrue();
            assertThat(reply.has("advice")).isFalse();
        }
    }

    @Test
    void connectWhenSessionEndsWhileHeldThenRefusedPromptly() throws Exception {
        client.connected();
        CompletableFuture<JsonNode> held = client.connectLater();
        await().until(() -> server.service.heldConnects() == 1);
        server.sessions.end(StreamingServer.TOKEN);

        assertThat(held.get(30, TimeUnit.SECONDS))
                .isEqualTo(TestEvents.json(UNAUTHENTICATED_CONNECT.formatted(client.clientId())));
        assertThat(server.service.clients()).isZero();
    }

    /** CometD finds nothing to wake up yet, and would hold the connect for its whole time. */
    @Test
    void connectWhenItsClientDisconnectsJustBeforeItIsHeldThenAnsweredPromptly() throws Exception {
        client.connected();
        CompletableFuture<JsonNode> disconnected = new CompletableFuture<>();
        server.sessions.onHold(() -> disconnected.complete(disconnect()));

        CompletableFuture<JsonNode> held = client.connectLater();

        assertThat(held.get(30, TimeUnit.SECONDS).path("channel").asText()).isEqualTo("/meta/connect");
        assertThat(disconnected).isCompletedWithValueMatching(answer -> answer.path("successful")
                .asBoolean());
    }

    @Test
    void connectWhenItsClientIsForgottenWhileHeldThenAnsweredPromptly() throws Exception {
        client.connected();
        CompletableFuture<JsonNode> held = client.connectLater();
        await().until(() -> server.service.heldConnects() == 1);
        server.faults.inject(FaultPoint.COMETD_SUBSCRIBE, new Fault.UnknownClient(), 1);

        client.subscribe(TestEvents.ORDERS);

        assertThat(held.get(30, TimeUnit.SECONDS).path("channel").asText()).isEqualTo("/meta/connect");
    }

    private JsonNode disconnect() {
        try {
            return client.send("{`channel`:`/meta/disconnect`,`id`:`9`,`clientId`:`" + client.clientId() + "`}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void connectWhenSessionHasEndedThenRefused() throws Exception {
        client.handshake();
        server.sessions.end(StreamingServer.TOKEN);

        assertThat(client.connect()).isEqualTo(TestEvents.json(UNAUTHENTICATED_CONNECT.formatted(client.clientId())));
    }

    @Test
    void connectWhenTokenWasRenewedThenOutlivesTheFormerSession() throws Exception {
        client.connected();
        server.sessions.open("token-2", TestEvents.USER);
        client.withToken("token-2").subscribe(TestEvents.ORDERS);
        CompletableFuture<JsonNode> held = client.connectLater();
        await().until(() -> server.service.heldConnects() == 1);
        server.sessions.end(StreamingServer.TOKEN);
        server.service.publishPlatformEvent(TestEvents.ORDER, TestEvents.number(1), TestEvents.USER);

        assertThat(held.get(30, TimeUnit.SECONDS).path("successful").asBoolean())
                .isTrue();
    }

    @Test
    void connectWhenUserHasChangedThenRefused() throws Exception {
        client.connected();
        server.sessions.open("other", "005000000000002AAA");

        assertThat(client.withToken("other").connect().path("error").asText())
                .isEqualTo("400::Authenticated user id does not match the session's user id");
    }

    @Test
    void connectWhenConnectionTypeIsOtherThenRefused() throws Exception {
        client.handshake();

        JsonNode reply = client.send("{`channel`:`/meta/connect`,`clientId`:`" + client.clientId()
                + "`,`connectionType`:`callback-polling`}");

        assertThat(reply.path("error").asText()).isEqualTo("400::Invalid connection type {callback-polling}");
    }

    @Test
    void connectWhenCookieIsMissingThenRefused() throws Exception {
        client.handshake();

        JsonNode reply = new RawClient(server)
                .send("{`channel`:`/meta/connect`,`clientId`:`" + client.clientId()
                        + "`,`connectionType`:`long-polling`}");

        assertThat(reply.path("error").asText())
                .isEqualTo("400::Client " + client.clientId()
                        + " has established a session, but no sfdc-stream cookie present");
        assertThat(server.service.clients()).isEqualTo(1);
    }

    @Test
    void connectWhenClientIsUnknownThenAdvisedToShakeHandsAndGivenACookie() throws Exception {
        HttpResponse<String> response = client.post(
                RawClient.PATH, "{`channel`:`/meta/connect`,`clientId`:`nobody`,`connectionType`:`long-polling`}");

        assertThat(RawClient.last(response))
                .isEqualTo(TestEvents.json("{`channel`:`/meta/connect`,`successful`:false,"
                        + "`error`:`403::Unknown client`,`advice`:{`interval`:0,`reconnect`:`handshake`}}"));
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("sfdc-stream=");
    }

    @Test
    void connectWhenClientIdIsMissingThenHandshakeIsMissing() throws Exception {
        JsonNode reply = client.send("{`channel`:`/meta/connect`,`connectionType`:`long-polling`}");

        assertThat(reply.path("error").asText()).isEqualTo("403::Client has not completed handshake");
    }

    @Test
    void connectWhenClientStayedAwayForTooLongThenUnknown() throws Exception {
        try (StreamingServer hasty = new StreamingServer(Duration.ofMillis(100), Duration.ofMillis(100))) {
            RawClient other = new RawClient(hasty).connected();
            other.subscribe(TestEvents.ORDERS);
            await().until(() -> hasty.service.clients() == 0);

            assertThat(other.connect().path("error").asText()).isEqualTo("403::Unknown client");
            assertThat(hasty.service.subscriptions()).isZero();
        }
    }

    @Test
    void disconnectWhenClientIsKnownThenForgotten() throws Exception {
        client.connected();
        client.subscribe(TestEvents.ORDERS);

        JsonNode reply = client.send("{`channel`:`/meta/disconnect`,`clientId`:`" + client.clientId() + "`}");

        assertThat(reply.path("successful").asBoolean()).isTrue();
        assertThat(server.service.clients()).isZero();
        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void publishWhenClientTriesThenRefused() throws Exception {
        client.connected();

        JsonNode reply = client.send("{`channel`:`/event/Order__e`,`clientId`:`" + client.clientId() + "`,`data`:{}}");

        assertThat(reply.path("error").asText()).isEqualTo("403::Cannot create channel {/event/Order__e}");
    }

    @Test
    void requestWhenLargerThanAllowedThenStatus413() throws Exception {
        String padding = "x".repeat(BoundedRequest.MAX_BYTES);

        HttpResponse<String> response =
                client.post(RawClient.PATH, "{`channel`:`/meta/handshake`,`padding`:`" + padding + "`}");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void requestWhenExactlyAsLargeAsAllowedThenAccepted() throws Exception {
        String message = "{`channel`:`/meta/handshake`,`version`:`1.0`,`padding`:`%s`}";
        int padding =
                BoundedRequest.MAX_BYTES - "[]".length() - message.formatted("").length();

        HttpResponse<String> response = client.post(RawClient.PATH, message.formatted("x".repeat(padding)));

        assertThat(RawClient.last(response).path("successful").asBoolean()).isTrue();
    }

    @Test
    void handshakeWhenFaultIsMetaErrorThenFailsForItsReason() throws Exception {
        server.faults.inject(
                FaultPoint.COMETD_HANDSHAKE,
                new Fault.MetaError("403::Handshake denied", "503::Server is too busy.", "none"),
                1);

        JsonNode reply = client.handshake();

        assertThat(reply.path("error").asText()).isEqualTo("403::Handshake denied");
        assertThat(reply.at("/ext/sfdc/failureReason").asText()).isEqualTo("503::Server is too busy.");
        assertThat(client.handshake().path("successful").asBoolean()).isTrue();
    }

    @Test
    void connectWhenFaultIsUnknownClientThenClientIsForgotten() throws Exception {
        client.connected();
        server.faults.inject(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient(), 1);

        JsonNode reply = client.connect();

        assertThat(reply.path("error").asText()).isEqualTo("403::Unknown client");
        assertThat(reply.at("/advice/reconnect").asText()).isEqualTo("handshake");
        assertThat(server.service.clients()).isZero();
    }

    @Test
    void connectWhenFaultAdvisesToRetryThenClientStays() throws Exception {
        client.connected();
        server.faults.inject(FaultPoint.COMETD_CONNECT, new Fault.MetaError("500::Oops", "", "retry"), 1);

        assertThat(client.connect().path("error").asText()).isEqualTo("500::Oops");
        assertThat(server.service.clients()).isEqualTo(1);
    }

    @Test
    void connectWhenFaultIsServerDisconnectThenServerSaysGoodbye() throws Exception {
        client.connected();
        server.faults.inject(FaultPoint.COMETD_CONNECT, new Fault.ServerDisconnect(), 1);

        HttpResponse<String> response = client.post(
                RawClient.PATH,
                "{`channel`:`/meta/connect`,`clientId`:`" + client.clientId() + "`,`connectionType`:`long-polling`}");

        assertThat(response.body()).contains("\"channel\":\"/meta/disconnect\"");
        assertThat(server.service.clients()).isZero();
    }

    @Test
    void connectWhenFaultEndsAllSessionsThenUnauthenticated() throws Exception {
        client.connected();
        server.faults.inject(FaultPoint.COMETD_CONNECT, new Fault.EndAllSessions(), 1);

        assertThat(client.connect().path("error").asText()).isEqualTo("401::Authentication invalid");
    }

    @Test
    void subscribeWhenFaultIsMetaErrorThenFails() throws Exception {
        client.connected();
        server.faults.inject(
                FaultPoint.COMETD_SUBSCRIBE,
                new Fault.MetaError("403::Organization total events daily limit exceeded", "", "retry"),
                1);

        assertThat(client.subscribe(TestEvents.ORDERS).path("error").asText())
                .isEqualTo("403::Organization total events daily limit exceeded");
        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void handshakeWhenFaultIsAnswerThenAnswersThat() throws Exception {
        server.faults.inject(
                FaultPoint.COMETD_HANDSHAKE,
                new Fault.Answer(503, "text/html", "<html>down</html>", "Retry-After: 7"),
                1);

        HttpResponse<String> response = client.post(RawClient.PATH, "{`channel`:`/meta/handshake`}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("<html>down</html>");
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void handshakeWhenFaultDropsTheConnectionThenThereIsNoAnswer() {
        server.faults.inject(FaultPoint.COMETD_HANDSHAKE, new Fault.DropConnection(), 1);

        assertThat(catchThrowable(client::handshake)).isInstanceOf(IOException.class);
    }

    @Test
    void handshakeWhenFaultDelaysThenSucceedsLater() throws Exception {
        server.faults.inject(FaultPoint.COMETD_HANDSHAKE, new Fault.Delay(Duration.ofMillis(50)), 1);

        assertThat(client.handshake().path("successful").asBoolean()).isTrue();
    }
}
