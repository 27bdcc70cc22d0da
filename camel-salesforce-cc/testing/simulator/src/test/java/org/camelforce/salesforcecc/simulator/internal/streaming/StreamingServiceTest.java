package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamingServiceTest {

    private static final String NUMBER = "/data/payload/Number__c";

    private StreamingServer server;
    private TestSubscriber subscriber;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        subscriber = new TestSubscriber(server);
    }

    @AfterEach
    void stop() {
        subscriber.close();
        server.close();
    }

    @Test
    void publishWhenSubscribedForNewEventsThenOnlyThoseArrive() throws Exception {
        publish(1);
        List<Map<String, Object>> received = subscriber.subscribe(TestEvents.ORDERS, EventLog.NEW_ONLY);
        String uuid = publish(2);

        await().until(() -> received.size() == 1);
        assertThat(received.get(0).get("payload"))
                .isEqualTo(Map.of(
                        "CreatedDate", "2026-03-01T12:00:00.000Z", "CreatedById", TestEvents.USER, "Number__c", 2));
        assertThat(received.get(0).get("event")).isEqualTo(Map.of("EventUuid", uuid, "replayId", (int)
                server.service.log().head()));
    }

    @Test
    void subscribeWhenReplayingFromAnIdThenLaterOnesArriveInOrder() throws Exception {
        publish(1);
        long known = server.service.log().head();
        publish(2);
        publish(3);

        List<Map<String, Object>> received = subscriber.subscribe(TestEvents.ORDERS, known);

        await().until(() -> received.size() == 2);
        assertThat(replayIds(received)).isEqualTo(logged(known));
    }

    @Test
    void subscribeWhenHundredsAreRetainedThenAllArriveInOrder() throws Exception {
        for (int n = 0; n < 1_200; n++) {
            publish(n);
        }

        List<Map<String, Object>> received = subscriber.subscribe(TestEvents.ORDERS, EventLog.ALL_RETAINED);

        await().until(() -> received.size() >= 1_200);
        assertThat(replayIds(received)).isEqualTo(logged(0));
    }

    /** What is published depends on what has arrived, so that most of it is published while events are delivered. */
    @Test
    void subscribeWhenOthersPublishMeanwhileThenNothingIsMissedOrRepeated() throws Exception {
        int threads = 4;
        int each = 500;
        Semaphore allowed = new Semaphore(200);
        List<CompletableFuture<Void>> publishers =
                Stream.generate(() -> publisher(allowed, each)).limit(threads).toList();
        await().until(() -> server.service.log().head() > 0);

        List<Map<String, Object>> received =
                subscriber.subscribe(TestEvents.ORDERS, EventLog.ALL_RETAINED, allowed::release);

        publishers.forEach(CompletableFuture::join);
        await().until(() -> received.size() >= threads * each);
        assertThat(replayIds(received)).isEqualTo(logged(0));
    }

    private CompletableFuture<Void> publisher(Semaphore allowed, int events) {
        return CompletableFuture.runAsync(
                () -> {
                    for (int n = 0; n < events; n++) {
                        try {
                            assertThat(allowed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        publish(n);
                    }
                },
                command -> new Thread(command, "publisher").start());
    }

    @Test
    void subscribeWhenChannelHasAFilterThenOnlyMatchesArriveUnderTheFullName() throws Exception {
        RawClient client = new RawClient(server).connected();
        client.subscribe(TestEvents.ORDERS + "?Number__c='2'");
        publish(1);
        publish(2);

        assertThat(client.connectAndReceive())
                .extracting(message -> message.path("channel").asText(), message -> message.at(NUMBER)
                        .asInt())
                .containsExactly(tuple(TestEvents.ORDERS + "?Number__c='2'", 2), tuple("/meta/connect", 0));
    }

    @Test
    void recordsChangedWhenCapturedThenBothChannelsDeliverTheSameEvent() throws Exception {
        List<Map<String, Object>> accounts = subscriber.subscribe("/data/AccountChangeEvent", EventLog.NEW_ONLY);
        List<Map<String, Object>> all = subscriber.subscribe(ChangeEventConverter.ALL, EventLog.NEW_ONLY);
        server.service.recordsChanged(List.of(TestEvents.accountChange(Kind.CREATE, "{`Name`:`Acme`}")));

        await().until(() -> accounts.size() == 1 && all.size() == 1);
        assertThat(accounts).isEqualTo(all);
    }

    @Test
    void recordsChangedWhenNotCapturedThenNothingIsLogged() {
        server.service.recordsChanged(List.of(TestEvents.change(Kind.CREATE, "Contact", "{}", "tx-1")));

        assertThat(server.service.log().head()).isZero();
    }

    @Test
    void recordsChangedWhenPushTopicMatchesThenItsSubscriberGetsTheRow() throws Exception {
        server.records
                .withPushTopics(TestEvents.pushTopic("Accounts", "SELECT Name FROM Account"))
                .answering(
                        "SELECT Name FROM Account WHERE Id = '" + TestEvents.ACCOUNT_ID + "'",
                        TestEvents.json("{`Name`:`Acme`}"));
        List<Map<String, Object>> received = subscriber.subscribe("/topic/Accounts", EventLog.NEW_ONLY);
        server.service.recordsChanged(List.of(TestEvents.accountChange(Kind.CREATE, "{`Name`:`Acme`}")));

        await().until(() -> received.size() == 1);
        assertThat(received.get(0).get("sobject")).isEqualTo(Map.of("Name", "Acme"));
    }

    @Test
    void publishGenericWhenSubscribedThenTextArrives() throws Exception {
        server.records.answering(
                "SELECT Name FROM StreamingChannel WHERE Name = '/u/news'", TestEvents.json("{`Name`:`/u/news`}"));
        List<Map<String, Object>> received = subscriber.subscribe("/u/news", EventLog.NEW_ONLY);
        server.service.publishGeneric("/u/news", "hello");

        await().until(() -> received.size() == 1);
        assertThat(received.get(0)).containsEntry("payload", "hello");
    }

    @Test
    void sessionEndWhenClientIsConnectedThenClientStopsForGood() throws Exception {
        subscriber.subscribe(TestEvents.ORDERS, EventLog.NEW_ONLY);
        server.sessions.end(StreamingServer.TOKEN);

        await().until(() -> subscriber.bayeux.isDisconnected());
        assertThat(server.service.clients()).isZero();
        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void publishWhenClientIsBetweenTwoConnectsThenEventsWaitForTheNext() throws Exception {
        RawClient slow = new RawClient(server).connected();
        slow.subscribe(TestEvents.ORDERS);
        publish(1);
        publish(2);
        await().until(() -> server.service.queued() == 2);

        assertThat(slow.connectAndReceive())
                .extracting(message -> message.at(NUMBER).asInt())
                .containsExactly(1, 2, 0);
    }

    @Test
    void closeWhenConnectIsHeldThenItIsAnsweredAndNoThreadIsLeft() throws Exception {
        subscriber.close();
        RawClient client = new RawClient(server).connected();
        client.subscribe(TestEvents.ORDERS);
        int others = server.service.heldConnects();
        CompletableFuture<JsonNode> held = client.connectLater();
        await().until(() -> server.service.heldConnects() == others + 1);
        assertThat(threads()).isNotEmpty();

        server.service.close();

        assertThat(held.get(30, TimeUnit.SECONDS).path("channel").asText()).isEqualTo("/meta/connect");
        assertThat(server.service.clients()).isZero();
        assertThat(server.service.subscriptions()).isZero();
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        assertThat(client.post(RawClient.PATH, "{`channel`:`/meta/handshake`}").statusCode())
                .isEqualTo(503);
    }

    private String publish(int n) {
        return server.service.publishPlatformEvent(TestEvents.ORDER, TestEvents.number(n), TestEvents.USER);
    }

    private List<Long> logged(long after) {
        return server.service.log().after(TestEvents.ORDERS, after, Integer.MAX_VALUE).stream()
                .map(LoggedEvent::replayId)
                .toList();
    }

    private static List<Long> replayIds(List<Map<String, Object>> received) {
        return received.stream().map(TestSubscriber::replayId).toList();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(Clients.THREADS))
                .toList();
    }
}
