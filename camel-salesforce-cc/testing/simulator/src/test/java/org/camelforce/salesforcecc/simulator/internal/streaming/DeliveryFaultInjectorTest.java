package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryFaultInjectorTest {

    private static final String CHANNEL = "/event/Order__e";

    private StreamingServer server;
    private TestSubscriber subscriber;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        subscriber = new TestSubscriber(server);
    }

    @AfterEach
    void stop() throws Exception {
        subscriber.close();
        server.close();
    }

    @Test
    void deliveryWhenFaultIsRepeatBatchThenTheEventComesTwice() throws Exception {
        List<Map<String, Object>> received = subscriber.subscribe(CHANNEL, -1);
        server.faults.inject(FaultPoint.COMETD_DELIVERY, new Fault.RepeatBatch(), 1);

        publish();

        await().until(() -> received.size() == 2);
        assertThat(TestSubscriber.replayId(received.get(0))).isEqualTo(TestSubscriber.replayId(received.get(1)));
    }

    @Test
    void deliveryWhenFaultIsDropConnectionThenTheEventIsLostAndTheNextOneComes() throws Exception {
        List<Map<String, Object>> received = subscriber.subscribe(CHANNEL, -1);
        server.faults.inject(FaultPoint.COMETD_DELIVERY, new Fault.DropConnection(), 1);
        CountDownLatch broken = new CountDownLatch(1);
        subscriber.bayeux.getChannel(Channel.META_CONNECT).addListener((ClientSessionChannel.MessageListener)
                (channel, message) -> {
                    if (!message.isSuccessful()) {
                        broken.countDown();
                    }
                });
        String lost = publish();
        assertThat(broken.await(30, TimeUnit.SECONDS)).isTrue();

        String next = publish();

        await().until(() -> !received.isEmpty());
        assertThat(received)
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).contains(next).doesNotContain(lost));
    }

    @Test
    void deliveryWhenFaultIsStallStreamThenNothingComesAndANewClientGetsEverything() throws Exception {
        List<Map<String, Object>> received = subscriber.subscribe(CHANNEL, -1);
        server.faults.inject(FaultPoint.COMETD_DELIVERY, new Fault.StallStream(), 1);

        publish();
        publish();

        try (TestSubscriber other = new TestSubscriber(server)) {
            List<Map<String, Object>> all = other.subscribe(CHANNEL, -2);
            await().until(() -> all.size() == 2);
        }
        assertThat(received).isEmpty();
        assertThat(subscriber.bayeux.isConnected()).isTrue();
    }

    @Test
    void deliveryWhenFaultEndsAllSessionsThenTheConnectIsRefused() throws Exception {
        subscriber.subscribe(CHANNEL, -1);
        server.faults.inject(FaultPoint.COMETD_DELIVERY, new Fault.EndAllSessions(), 1);
        BlockingQueue<Message> refusals = new LinkedBlockingQueue<>();
        subscriber.bayeux.getChannel(Channel.META_CONNECT).addListener((ClientSessionChannel.MessageListener)
                (channel, message) -> {
                    if (!message.isSuccessful()) {
                        refusals.add(message);
                    }
                });

        publish();

        assertThat(refusals.poll(10, TimeUnit.SECONDS))
                .extracting(refusal -> refusal.get(Message.ERROR_FIELD))
                .isEqualTo("401::Authentication invalid");
    }

    @Test
    void connectWhenFaultIsStallStreamThenNothingComes() throws Exception {
        List<Map<String, Object>> received = subscriber.subscribe(CHANNEL, -1);
        CountDownLatch struck = new CountDownLatch(1);
        server.faults.addListener((point, fault) -> fault.ifPresent(any -> struck.countDown()));
        server.faults.inject(FaultPoint.COMETD_CONNECT, new Fault.StallStream(), 1);
        // answers the connect that is held, if there is one already, so that another one follows
        publish();
        assertThat(struck.await(30, TimeUnit.SECONDS)).isTrue();

        String stalled = publish();

        try (TestSubscriber other = new TestSubscriber(server)) {
            List<Map<String, Object>> all = other.subscribe(CHANNEL, -2);
            await().until(() -> all.size() == 2);
        }
        assertThat(received).noneSatisfy(event -> assertThat(event.toString()).contains(stalled));
    }

    private String publish() {
        return server.service.publishPlatformEvent("Order__e", JsonNodeFactory.instance.objectNode(), "005");
    }
}
