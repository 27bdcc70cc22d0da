package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = BrokenListenerTest.WithEvents.class)
class BrokenListenerTest {

    @Test
    void listenerWhenItThrowsAnErrorThenItsStreamEndsAndTheOtherGoesOn(SalesforceSimulator org) throws Exception {
        try (Streams streams = new Streams(org)) {
            RecordingListener heard = new RecordingListener();
            RecordingListener other = new RecordingListener();
            streams.source(Streams.ORDERS)
                    .open(Streams.LATEST, new Broken(heard))
                    .request(100);
            await().until(() -> heard.confirmed);
            streams.open(Streams.REFUNDS, Streams.LATEST, other, 100);

            streams.publish(Streams.ORDERS, "1");
            streams.publish(Streams.REFUNDS, "2");

            await().untilAsserted(() -> assertThat(other.numbers()).containsExactly("2"));
            await().until(() -> !heard.ends.isEmpty());
            assertThat(heard.ends).singleElement().satisfies(end -> {
                assertThat(end.kind()).isEqualTo(StreamEnd.Kind.INTERRUPTED);
                assertThat(end.text()).contains("NoClassDefFoundError");
            });
        }
    }

    /** Throws an Error for each event. */
    private record Broken(StreamListener heard) implements StreamListener {

        @Override
        public void confirmed() {
            heard.confirmed();
        }

        @Override
        public void alive() {
            heard.alive();
        }

        @Override
        public void received(ReceivedEvent event) {
            throw new NoClassDefFoundError("as the test says");
        }

        @Override
        public void reached(ReplayId position) {
            heard.reached(position);
        }

        @Override
        public void ended(StreamEnd end) {
            heard.ended(end);
        }
    }

    static final class WithEvents implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            Streams.events(builder);
        }
    }
}
