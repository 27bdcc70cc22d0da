package org.camelforce.salesforcecc.reliability.recording;

import java.io.IOException;
import java.util.Optional;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;

/** Writes down each position before and after another store writes it. */
public final class RecordingReplayStore implements ReplayStore {

    private final ReplayStore store;
    private final Recorder recorder;

    /**
     * @param store writes the positions
     * @param recorder writes them down
     */
    public RecordingReplayStore(ReplayStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        PositionClaim claim = store.claim(key);
        return new PositionClaim() {
            @Override
            public Optional<StoredPosition> found() {
                return claim.found();
            }

            @Override
            public void commit(StoredPosition position) throws IOException {
                if (position.replayId().startedAt().isPresent()) {
                    // where a new subscription starts; no event has been processed yet
                    claim.commit(position);
                    return;
                }
                recorder.committing(position.replayId());
                claim.commit(position);
                recorder.committed(position.replayId());
            }

            @Override
            public void close() throws IOException {
                claim.close();
            }
        };
    }
}
