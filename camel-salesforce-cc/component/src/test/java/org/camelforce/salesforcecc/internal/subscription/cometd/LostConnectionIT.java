package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the streams of a client hear when it is lost, and that another one goes on where it ended. */
@Timeout(120)
@WithSalesforceSimulator(settings = LostConnectionIT.WithEvents.class)
class LostConnectionIT {

    private final RecordingListener first = new RecordingListener();
    private final RecordingListener second = new RecordingListener();
    private Streams streams;

    @BeforeEach
    void start(SalesforceSimulator simulator) {
        streams = new Streams(
                simulator,
                Executors.newSingleThreadScheduledExecutor(),
                Duration.ofMillis(300),
                Map.of("maxNetworkDelay", 2_000L));
    }

    @AfterEach
    void stop() throws Exception {
        streams.close();
    }

    static Stream<Arguments> losses() {
        Fault html = new Fault.Answer(502, "text/html", "<html>Bad gateway</html>");
        return Stream.of(
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDenied()),
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDeniedAsBusy()),
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, new Fault.MetaError("403::Handshake denied", "", "retry")),
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, new Fault.MetaError("403::Unknown", "", "handshake")),
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, new Fault.DropConnection()),
                Arguments.of(FaultPoint.COMETD_HANDSHAKE, html),
                Arguments.of(FaultPoint.COMETD_CONNECT, Fault.MetaError.authenticationInvalid()),
                Arguments.of(FaultPoint.COMETD_CONNECT, Fault.MetaError.busyDisguisedAsUnauthenticated()),
                Arguments.of(FaultPoint.COMETD_CONNECT, Fault.MetaError.cookieLost()),
                Arguments.of(FaultPoint.COMETD_CONNECT, new Fault.MetaError("402::Unknown client", "", "handshake")),
                Arguments.of(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient()),
                Arguments.of(FaultPoint.COMETD_CONNECT, new Fault.ServerDisconnect()),
                Arguments.of(FaultPoint.COMETD_CONNECT, new Fault.DropConnection()),
                Arguments.of(FaultPoint.COMETD_CONNECT, html),
                Arguments.of(FaultPoint.COMETD_SUBSCRIBE, Fault.MetaError.authenticationInvalid()),
                Arguments.of(FaultPoint.COMETD_SUBSCRIBE, new Fault.DropConnection()));
    }

    /** CometD would shake hands again by itself, at once and for ever. */
    @ParameterizedTest
    @MethodSource("losses")
    void l6ClientWhenItIsLostThenOneEndAndOneHandshakePerClientOpened(FaultPoint point, Fault fault) {
        streams.org.faults().inject(point, fault, 1);
        streams.source(Streams.ORDERS).open(Streams.LATEST, first).request(100);
        await().until(() -> !first.ends.isEmpty());

        streams.open(Streams.ORDERS, Streams.LATEST, second, 100);
        streams.publish(Streams.ORDERS, "1");
        await().untilAsserted(() -> assertThat(second.numbers()).containsExactly("1"));

        assertThat(streams.requests("handshake")).isEqualTo(2);
        assertThat(first.ends).hasSize(1);
        assertThat(second.ends).isEmpty();
    }

    /** An org has room for few clients, and takes this one for alive. */
    @Test
    void clientWhenItsConnectionBreaksThenTheServerIsToldThatItIsGone() {
        received("1");
        streams.org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.DropConnection(), 1);
        streams.publish(Streams.ORDERS, "2");

        await().until(() -> !first.ends.isEmpty());
        await().until(() -> streams.org.streamingClients() == 0);
        assertThat(streams.requests("disconnect")).isEqualTo(1);
    }

    @Test
    void clientWhenTheServerHasForgottenItThenNothingIsSaid() {
        received("1");
        streams.org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient(), 1);
        streams.publish(Streams.ORDERS, "2");
        await().until(() -> !first.ends.isEmpty());

        streams.open(Streams.ORDERS, Streams.LATEST, second, 100);
        assertThat(streams.requests("disconnect")).isZero();
    }

    @Test
    void closeWhenTheHandshakeIsNotAnsweredYetThenTheServerIsToldAfterwards() {
        streams.org.faults().inject(FaultPoint.COMETD_HANDSHAKE, new Fault.Delay(Duration.ofMillis(700)), 1);
        EventStream stream = streams.source(Streams.ORDERS).open(Streams.LATEST, first);
        stream.request(1);
        await().until(() -> streams.requests("handshake") == 1);
        stream.close();

        await().until(() -> streams.requests("disconnect") == 1);
        await().until(() -> streams.org.streamingClients() == 0);
        assertThat(streams.requests("subscribe")).isZero();
        assertThat(streams.requests("connect")).isZero();
    }

    @Test
    void l4ServerWhenItEndsTheClientThenEveryStreamOnItEndsOnce() {
        streams.open(Streams.ORDERS, Streams.LATEST, first, 100);
        streams.open(Streams.REFUNDS, Streams.LATEST, second, 100);
        streams.org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.ServerDisconnect(), 1);
        streams.publish(Streams.ORDERS, "1");

        await().until(() -> !first.ends.isEmpty() && !second.ends.isEmpty());
        assertEnd(first, StreamEnd.Kind.INTERRUPTED);
        assertEnd(second, StreamEnd.Kind.INTERRUPTED);
    }

    @Test
    void answerWhenItIsLostWithItsEventsThenTheyComeAfterTheLastPosition() {
        received("1");
        streams.org.faults().inject(FaultPoint.COMETD_DELIVERY, new Fault.DropConnection(), 1);
        streams.publish(Streams.ORDERS, "2");
        await().until(() -> !first.ends.isEmpty());
        assertEnd(first, StreamEnd.Kind.INTERRUPTED);

        streams.open(Streams.ORDERS, Streams.after(first), second, 100);
        streams.publish(Streams.ORDERS, "3");

        await().untilAsserted(() -> assertThat(second.numbers()).containsExactly("2", "3"));
        assertThat(first.numbers()).containsExactly("1");
    }

    @Test
    void l7ClientWhenItsPollIsNeverAnsweredThenFailedAndNothingIsLost() {
        received("1");
        streams.org.faults().inject(FaultPoint.COMETD_DELIVERY, new Fault.StallStream(), 1);
        streams.publish(Streams.ORDERS, "2");
        await().until(() -> !first.ends.isEmpty());
        assertEnd(first, StreamEnd.Kind.INTERRUPTED);

        streams.open(Streams.ORDERS, Streams.after(first), second, 100);

        await().untilAsserted(() -> assertThat(second.numbers()).containsExactly("2"));
    }

    @Test
    void longestSilenceWhenAskedThenAPollAndAMargin() {
        assertThat(streams.source(Streams.ORDERS).longestSilence()).isEqualTo(Duration.ofSeconds(140));
    }

    @Test
    void idleWhenAPollIsAnsweredThenAKeepAlive() {
        streams.open(Streams.ORDERS, Streams.LATEST, first, 100);

        await().until(() -> first.signsOfLife > 1);
        assertThat(first.ends).isEmpty();
    }

    @Test
    void batchWhenItIsRepeatedThenTheStreamSaysSoAndGoesOn() {
        received("1");
        streams.org.faults().inject(FaultPoint.COMETD_DELIVERY, new Fault.RepeatBatch(), 1);
        streams.publish(Streams.ORDERS, "2");
        await().until(() -> first.events.size() == 3);
        streams.publish(Streams.ORDERS, "3");

        await().untilAsserted(() -> assertThat(first.numbers()).containsExactly("1", "2", "2", "3"));
        assertThat(first.ends).isEmpty();
    }

    @Test
    void cookieWhenItIsLostThenFailedAndTheTextSaysSo() {
        streams.org.faults().inject(FaultPoint.COMETD_CONNECT, Fault.MetaError.cookieLost(), 1);
        streams.source(Streams.ORDERS).open(Streams.LATEST, first).request(100);

        await().until(() -> !first.ends.isEmpty());
        assertEnd(first, StreamEnd.Kind.INTERRUPTED);
        assertThat(first.ends.get(0).text()).contains("cookie");
    }

    @Test
    void userWhenTheRenewedTokenIsOfAnotherOneThenFailedAndANewClientIsTheirs() throws Exception {
        received("1");
        streams.org.org().addUser("second@example.com");
        streams.org.app().setRunAsUsername("second@example.com");
        String token = streams.token();
        streams.login().tokens().renew(token).get(30, TimeUnit.SECONDS);
        streams.publish(Streams.ORDERS, "2");

        await().until(() -> !first.ends.isEmpty());
        assertEnd(first, StreamEnd.Kind.INTERRUPTED);
        assertThat(first.ends.get(0).text()).contains("does not match the session's user id");
        streams.open(Streams.ORDERS, Streams.after(first), second, 100);
        streams.publish(Streams.ORDERS, "3");
        await().until(() -> second.numbers().contains("3"));
    }

    @Test
    void loginWhenItIsSlowThenTheStreamWaitsForItAndTheSchedulerDoesNot() throws Exception {
        String token = streams.token();
        streams.org.sessions().endAll();
        streams.org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofSeconds(2)), 1);
        streams.login().tokens().renew(token);
        streams.source(Streams.ORDERS).open(Streams.LATEST, first).request(100);

        CountDownLatch free = new CountDownLatch(1);
        streams.scheduler.execute(free::countDown);
        assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.confirmed).isFalse();

        await().until(() -> first.confirmed);
        assertThat(streams.requests("handshake")).isEqualTo(1);
        assertThat(first.ends).isEmpty();
    }

    private void received(String number) {
        streams.open(Streams.ORDERS, Streams.LATEST, first, 100);
        streams.publish(Streams.ORDERS, number);
        await().until(() -> first.events.size() == 1);
    }

    private static void assertEnd(RecordingListener listener, StreamEnd.Kind kind) {
        assertThat(listener.ends).singleElement().satisfies(end -> assertThat(end.kind())
                .isEqualTo(kind));
    }

    static final class WithEvents implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.streamingTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(40));
            Streams.events(builder);
        }
    }
}
