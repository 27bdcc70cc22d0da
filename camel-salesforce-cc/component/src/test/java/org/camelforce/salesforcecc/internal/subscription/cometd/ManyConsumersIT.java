package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
@WithSalesforceSimulator(settings = ManyConsumersIT.WithChannels.class)
class ManyConsumersIT {

    private static final int CHANNELS = 6;
    private static final int ROUNDS = 25;
    private static final List<Fault> LOSSES = List.of(
            new Fault.UnknownClient(),
            new Fault.DropConnection(),
            new Fault.ServerDisconnect(),
            Fault.MetaError.cookieLost());

    /** CAMEL-23391: consumers that come and go while the client is lost disturb the set of channels of the others. */
    @Test
    void camel23391ConsumersWhenTheyComeAndGoWhileClientsAreLostThenEachGetsEveryEventInOrder(SalesforceSimulator org)
            throws Exception {
        Random random = new Random(23391);
        try (Streams streams = new Streams(org)) {
            // two for each channel
            List<Consumer> consumers = IntStream.range(0, 2 * CHANNELS)
                    .mapToObj(i -> new Consumer(streams, channel(i % CHANNELS)))
                    .toList();
            consumers.forEach(Consumer::subscribe);
            for (int round = 0; round < ROUNDS; round++) {
                if (random.nextInt(4) == 0) {
                    org.faults().inject(FaultPoint.COMETD_DELIVERY, new Fault.DropConnection(), 1);
                } else {
                    org.faults().inject(FaultPoint.COMETD_CONNECT, LOSSES.get(random.nextInt(LOSSES.size())), 1);
                }
                for (int channel = 0; channel < CHANNELS; channel++) {
                    streams.publish(channel(channel), String.valueOf(round));
                }
                for (int changes = 0; changes < 4; changes++) {
                    Consumer one = consumers.get(random.nextInt(consumers.size()));
                    one.unsubscribe();
                    one.subscribe();
                }
            }
            List<String> all =
                    IntStream.range(0, ROUNDS).mapToObj(String::valueOf).toList();

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(consumers)
                    .allSatisfy(consumer -> assertThat(consumer.numbers).containsExactlyElementsOf(all)));
            org.faults().clear();

            consumers.forEach(Consumer::unsubscribe);
            await().until(() -> org.streamingClients() == 0);
        }
    }

    private static String channel(int i) {
        return "/event/Channel" + i + "__e";
    }

    /** Goes on after the last event whenever a stream ends, at once. */
    private static final class Consumer {

        private final Streams streams;
        private final String channel;
        private final List<String> numbers = new CopyOnWriteArrayList<>();
        private StartingPoint from = new StartingPoint.Earliest();
        private Listener current;
        private EventStream stream;

        Consumer(Streams streams, String channel) {
            this.streams = streams;
            this.channel = channel;
        }

        synchronized void subscribe() {
            Listener listener = new Listener();
            current = listener;
            stream = streams.source(channel).open(from, listener);
            stream.request(10_000);
        }

        synchronized void unsubscribe() {
            current = null;
            stream.close();
        }

        private synchronized void received(Listener listener, ReceivedEvent event) {
            if (current == listener) {
                from = new StartingPoint.After(event.replayId());
                numbers.add(RecordingListener.number((CometDEvent) event));
            }
        }

        private synchronized void ended(Listener listener) {
            if (current == listener) {
                subscribe();
            }
        }

        private final class Listener implements StreamListener {

            @Override
            public void confirmed() {}

            @Override
            public void alive() {}

            @Override
            public void received(ReceivedEvent event) {
                Consumer.this.received(this, event);
            }

            @Override
            public void reached(ReplayId position) {}

            @Override
            public void ended(StreamEnd end) {
                Consumer.this.ended(this);
            }
        }
    }

    static final class WithChannels implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            Schema schema = Schema.standard();
            for (int i = 0; i < CHANNELS; i++) {
                schema = schema.with(Streams.event("Channel" + i + "__e"));
            }
            builder.schema(schema);
        }
    }
}
