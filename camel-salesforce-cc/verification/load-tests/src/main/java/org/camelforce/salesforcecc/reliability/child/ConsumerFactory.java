package org.camelforce.salesforcecc.reliability.child;

import java.io.IOException;
import java.time.InstantSource;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.camelforce.salesforcecc.reliability.recording.RecordingReplayStore;
import org.camelforce.salesforcecc.reliability.reference.ReferenceConsumer;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.JdbcReplayStore;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.h2.jdbcx.JdbcDataSource;

/** Makes the consumer that settings ask for. */
final class ConsumerFactory {

    private ConsumerFactory() {}

    static Consumer of(ConsumerSettings settings, Recorder recorder, InstantSource clock) throws IOException {
        ReplayStore store = new RecordingReplayStore(store(settings), recorder);
        return settings.kind() == ConsumerKind.BY_HAND
                ? reference(settings, store, recorder, clock)
                : new CamelConsumer(settings, store, recorder);
    }

    private static ReplayStore store(ConsumerSettings settings) {
        Cluster cluster = settings.cluster();
        if (cluster != null) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(cluster.jdbcUrl());
            return new JdbcReplayStore(database);
        }
        return settings.kind() == ConsumerKind.BY_HAND
                ? new ReplacedFileStore(settings.folder())
                : new FileReplayStore(settings.folder().resolve("positions"));
    }

    private static Consumer reference(
            ConsumerSettings settings, ReplayStore store, Recorder recorder, InstantSource clock) throws IOException {
        PositionKey key = new PositionKey(settings.org().orgId(), settings.org().channel(), settings.subscription());
        ReferenceConsumer consumer =
                new ReferenceConsumer(settings.org(), settings.mistake(), store.claim(key), recorder, clock);
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
