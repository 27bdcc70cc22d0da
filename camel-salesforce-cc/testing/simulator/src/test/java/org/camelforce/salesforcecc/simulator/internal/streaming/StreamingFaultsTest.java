package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ready faults on the wire. */
class StreamingFaultsTest {

    private static final String BUSY = "503::Server is too busy.  Please try your request again later.";

    private StreamingServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        client = new RawClient(server);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void connectWhenAuthenticationInvalidThenNoReconnectIsAdvised() throws Exception {
        client.connected();

        assertRefused(
                struck(FaultPoint.COMETD_CONNECT, Fault.MetaError.authenticationInvalid()),
                "401::Authentication invalid",
                "",
                "none");
    }

    @Test
    void connectWhenBusyIsDisguisedThenTheReasonIsInTheExtension() throws Exception {
        client.connected();

        assertRefused(
                struck(FaultPoint.COMETD_CONNECT, Fault.MetaError.busyDisguisedAsUnauthenticated()),
                "401::Authentication invalid",
                BUSY,
                "none");
    }

    @Test
    void handshakeWhenDeniedThenBecauseOfTheToken() throws Exception {
        assertRefused(
                struck(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDenied()),
                "403::Handshake denied",
                "401::Authentication invalid",
                "none");
    }

    @Test
    void handshakeWhenDeniedAsBusyThenBecauseOfTheLoad() throws Exception {
        assertRefused(
                struck(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDeniedAsBusy()),
                "403::Handshake denied",
                BUSY,
                "none");
    }

    @Test
    void connectWhenCookieIsLostThenThereIsNoAdvice() throws Exception {
        client.connected();

        assertRefused(
                struck(FaultPoint.COMETD_CONNECT, Fault.MetaError.cookieLost()),
                "400::Client has established a session, but no sfdc-stream cookie present",
                "",
                "");
    }

    @Test
    void subscribeWhenReplayIdInvalidThenRefusedAndThereIsNoSubscription() throws Exception {
        client.connected();

        JsonNode reply = struck(FaultPoint.COMETD_SUBSCRIBE, Fault.MetaError.replayIdInvalid());

        assertThat(reply.path("error").asText()).startsWith("400::The replayId {0} you provided was invalid.");
        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void subscribeWhenDeliveryLimitExceededThenRefusedAndThereIsNoSubscription() throws Exception {
        client.connected();

        JsonNode reply = struck(FaultPoint.COMETD_SUBSCRIBE, Fault.MetaError.deliveryLimitExceeded());

        assertThat(reply.path("error").asText()).isEqualTo("403::Organization total events daily limit exceeded");
        assertThat(server.service.subscriptions()).isZero();
    }

    private JsonNode struck(FaultPoint point, Fault fault) throws Exception {
        server.faults.inject(point, fault, 1);
        return switch (point) {
            case COMETD_HANDSHAKE -> client.handshake();
            case COMETD_CONNECT -> client.connect();
            default -> client.subscribe(TestEvents.ORDERS);
        };
    }

    private static void assertRefused(JsonNode reply, String error, String reason, String reconnect) {
        assertThat(reply.path("successful").asBoolean()).isFalse();
        assertThat(reply.path("error").asText()).isEqualTo(error);
        assertThat(reply.at("/ext/sfdc/failureReason").asText()).isEqualTo(reason);
        assertThat(reply.at("/advice/reconnect").asText()).isEqualTo(reconnect);
    }
}
