package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = EventWithoutIdTest.WithEvents.class)
class EventWithoutIdTest {

    @Test
    void l17EventWhenItHasNoReplayIdThenDeliveredAsNoPositionAndTheStreamGoesOn(SalesforceSimulator org)
            throws Exception {
        try (Streams streams = new Streams(org)) {
            RecordingListener heard = new RecordingListener();
            CometDStream stream = (CometDStream) streams.open(Streams.ORDERS, Streams.LATEST, heard, 100);
            for (String data : List.of(
                    "{`payload`:{`Number__c`:`1`},`event`:{`EventUuid`:`a`}}",
                    "{`payload`:{`Number__c`:`2`}}",
                    "`no map`",
                    "{`payload`:{`Number__c`:`3`},`event`:{`replayId`:17}}")) {
                streams.scheduler.execute(
                        () -> stream.arrived(Messages.parse("{`channel`:`/event/Order__e`,`data`:" + data + "}")));
            }

            await().until(() -> heard.events.size() == 4);
            assertThat(heard.events)
                    .extracting(event -> event.replayId().isPosition())
                    .containsExactly(false, false, false, true);
            assertThat(heard.events).extracting(CometDEvent::replayId).doesNotHaveDuplicates();
            assertThat(heard.events)
                    .allSatisfy(event -> assertThat(event.createdAt()).isEmpty());
            assertThat(heard.ends).isEmpty();
        }
    }

    static final class WithEvents implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            Streams.events(builder);
        }
    }
}
