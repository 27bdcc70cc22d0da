package org.camelforce.salesforcecc.reliability.child;

import java.io.IOException;
import java.time.InstantSource;
import org.camelforce.salesforcecc.events.position.PositionKey;
import org.camelforce.salesforcecc.events.position.ReplayStore;
import org.camelforce.salesforcecc.reliability.byhand.ConsumerByHand;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.camelforce.salesforcecc.reliability.recording.RecordingReplayStore;

/** Makes the consumer that settings ask for. */
final class Consumers {

    private Consumers() {}

    static Consumer of(ConsumerSettings settings, Recorder recorder, InstantSource clock) throws IOException {
        ReplayStore store = new RecordingReplayStore(new ReplacedFileStore(settings.folder()), recorder);
        return settings.kind() == ConsumerKind.BY_HAND
                ? byHand(settings, store, recorder, clock)
                : new CamelConsumer(settings, store, recorder);
    }

    private static Consumer byHand(ConsumerSettings settings, ReplayStore store, Recorder recorder, InstantSource clock)
            throws IOException {
        PositionKey key = new PositionKey(settings.org().orgId(), settings.org().channel(), settings.subscription());
        ConsumerByHand consumer =
                new ConsumerByHand(settings.org(), settings.mistake(), store.claim(key), recorder, clock);
        return new Consumer() {
            @Override
            public void start() {
                consumer.start();
            }

            @Override
            public void close() throws IOException {
                consumer.close();
            }
        };
    }
}
