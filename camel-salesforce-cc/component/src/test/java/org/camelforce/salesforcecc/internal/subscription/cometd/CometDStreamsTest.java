package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = CometDStreamsTest.WithEvents.class)
class CometDStreamsTest {

    private static final StartingPoint LATEST = new StartingPoint.Latest();
    private static final String ORDERS = "/event/Order__e";
    private static final String BUSY = "503::Server is too busy.  Please try your request again later.";

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final CamelContext context = new DefaultCamelContext();
    private final RecordingListener listener = new RecordingListener();
    private CometDStreams streams;
    private SalesforceSimulator org;

    @BeforeEach
    void start(SalesforceSimulator simulator) {
        org = simulator;
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        context.addComponent("salesforce-cc", component);
        context.start();
        streams = new CometDStreams(
                component,
                TestContexts.httpClient(component),
                TestContexts.connections(component),
                TestContexts.apiClient(component),
                TestContexts.orgLogin(component),
                scheduler,
                Duration.ofMillis(300));
    }

    @AfterEach
    void stop() throws Exception {
        streams.close();
        scheduler.shutdownNow();
        context.close();
    }

    @Test
    void openWhenNothingIsRequestedThenNothingIsSent() {
        source(ORDERS).open(LATEST, listener);

        assertThat(org.streamingClients()).isZero();
    }

    @Test
    void requestWhenEventsArePublishedThenTheyComeInOrder() {
        open(ORDERS, LATEST, listener, 100);
        publish("1");
        publish("2");

        await().untilAsserted(() -> assertThat(listener.numbers()).containsExactly("1", "2"));
    }

    @Test
    void l3OpenAfterAPositionThenWhatFollowsItComes() {
        open(ORDERS, LATEST, listener, 100);
        publish("1");
        await().until(() -> listener.events.size() == 1);
        org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.DropConnection(), 1);
        publish("2");
        await().until(() -> !listener.ends.isEmpty());
        ReplayId last = listener.events.get(listener.events.size() - 1).replayId();

        RecordingListener second = new RecordingListener();
        open(ORDERS, new StartingPoint.After(last), second, 100);
        publish("3");

        await().untilAsserted(() -> assertThat(second.numbers()).endsWith("3"));
        assertThat(listener.events.size() + second.events.size()).isEqualTo(3);
    }

    @Test
    void l10SessionWhenEndedThenTokenRejected() {
        open(ORDERS, LATEST, listener, 100);
        await().until(() -> org.heldConnects() == 1);
        org.sessions().endAll();

        assertEnd(StreamEnd.Kind.TOKEN_REJECTED, "");
        assertThat(listener.ends.get(0).rejectedToken()).isNotNull();
    }

    @Test
    void camel24569ServerWhenItDisconnectsThenFailed() {
        strike(FaultPoint.COMETD_CONNECT, new Fault.ServerDisconnect());

        assertEnd(StreamEnd.Kind.INTERRUPTED, "");
    }

    @Test
    void unknownClientWhenServerForgetsThenFailedAndNoHandshakeOfItsOwn() {
        strike(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient());

        assertEnd(StreamEnd.Kind.INTERRUPTED, "Unknown client");
    }

    @Test
    void busyWhenDisguisedAs401ThenBusy() {
        // once subscribed: the answer to a subscription that is under way would tell of the lost client too
        open(ORDERS, LATEST, listener, 100);
        org.faults()
                .inject(FaultPoint.COMETD_CONNECT, new Fault.MetaError("401::Authentication invalid", BUSY, "none"), 1);
        publish("1");

        assertEnd(StreamEnd.Kind.BUSY, "too busy");
    }

    @Test
    void handshakeWhenDeniedForTheTokenThenTokenRejected() {
        strike(
                FaultPoint.COMETD_HANDSHAKE,
                new Fault.MetaError("403::Handshake denied", "401::Authentication invalid", "none"));

        assertEnd(StreamEnd.Kind.TOKEN_REJECTED, "Authentication invalid");
    }

    @Test
    void l8PositionWhenUnknownThenPositionRejected() {
        open(ORDERS, new StartingPoint.After(ReplayId.ofNumber(99_999_999)), listener, 1);

        assertEnd(StreamEnd.Kind.POSITION_REJECTED, "replayId");
    }

    @Test
    void channelWhenUnknownThenRefusedAndTheTextSaysWhatToCheck() {
        open("/event/Missing__e", LATEST, listener, 1);

        assertEnd(StreamEnd.Kind.FATAL, "Missing__e is defined");
    }

    @Test
    void channelsWhenDifferentThenOneClient() {
        RecordingListener other = new RecordingListener();
        open(ORDERS, LATEST, listener, 100);
        open("/data/ChangeEvents", LATEST, other, 100);

        assertThat(org.streamingClients()).isEqualTo(1);
        assertThat(org.subscriptions()).isEqualTo(2);
    }

    @Test
    void channelWhenSubscribedTwiceThenTwoClientsAndBothGetEveryEvent() {
        RecordingListener other = new RecordingListener();
        open(ORDERS, LATEST, listener, 100);
        open(ORDERS, LATEST, other, 100);
        publish("1");

        await().until(() -> listener.events.size() == 1 && other.events.size() == 1);
        assertThat(org.streamingClients()).isEqualTo(2);
    }

    @Test
    void eventsWhenMoreThanRequestedThenTheRestWaitsForTheNextRequest() {
        publish("1");
        publish("2");
        EventStream stream = open(ORDERS, new StartingPoint.Earliest(), listener, 1);
        await().until(() -> listener.events.size() == 1);
        stream.request(1);

        await().untilAsserted(() -> assertThat(listener.numbers()).containsExactly("1", "2"));
    }

    @Test
    void eventsWhenThereIsNoRoomForLongThenNoRoomAndTheOtherStreamGoesOn() {
        RecordingListener other = new RecordingListener();
        open(ORDERS, LATEST, listener, 1);
        open("/event/Refund__e", LATEST, other, 100);
        publish("1");
        await().until(() -> listener.events.size() == 1);
        publish("2");

        assertEnd(StreamEnd.Kind.NO_ROOM, "");
        publish("Refund__e", "4");
        await().untilAsserted(() -> assertThat(other.numbers()).containsExactly("4"));
        assertThat(other.ends).isEmpty();
    }

    @Test
    void closeWhenItIsTheLastStreamThenTheServerIsTold() {
        open(ORDERS, LATEST, listener, 1).close();

        await().until(() -> org.streamingClients() == 0);
    }

    @Test
    void closeWhenStreamsAreOpenThenTheServerKnowsBeforeItReturns() {
        open(ORDERS, LATEST, listener, 1);

        streams.close();

        assertThat(org.streamingClients()).isZero();
    }

    private void strike(FaultPoint point, Fault fault) {
        org.faults().inject(point, fault, 1);
        source(ORDERS).open(LATEST, listener).request(100);
    }

    private EventStream open(String topic, StartingPoint from, RecordingListener heard, int events) {
        EventStream stream = source(topic).open(from, heard);
        stream.request(events);
        await().until(() -> heard.confirmed || !heard.ends.isEmpty());
        return stream;
    }

    private EventSource source(String topic) {
        return streams.source(context.getEndpoint("salesforce-cc:subscribe:" + topic, SalesforceEndpoint.class));
    }

    private void publish(String number) {
        publish("Order__e", number);
    }

    private void publish(String type, String number) {
        org.events()
                .publishPlatformEvent(
                        type,
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
    }

    private void assertEnd(StreamEnd.Kind kind, String text) {
        await().until(() -> !listener.ends.isEmpty());
        assertThat(listener.ends).singleElement().satisfies(end -> {
            assertThat(end.kind()).isEqualTo(kind);
            assertThat(end.text()).contains(text);
        });
    }

    static final class WithEvents implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            // a client whose connection has broken is soon forgotten
            builder.streamingTimeouts(Duration.ofSeconds(110), Duration.ofSeconds(2));
            builder.schema(Schema.standard()
                    .with(SObjectDefinition.platformEvent("Order__e")
                            .fields(FieldDefinition.text("Number__c", 80))
                            .build())
                    .with(SObjectDefinition.platformEvent("Refund__e")
                            .fields(FieldDefinition.text("Number__c", 80))
                            .build()));
        }
    }
}
