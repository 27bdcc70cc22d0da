package org.camelforce.salesforcecc.reliability.hunt;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;

/** A store that is away, full or hangs while it has to be. */
final class ChaosStore implements ReplayStore {

    private final ReplayStore store;
    private final Chaos chaos;
    private final BiConsumer<PositionKey, StoredPosition> onCommit;

    /** @param onCommit hears of each position that has been written */
    ChaosStore(ReplayStore store, Chaos chaos, BiConsumer<PositionKey, StoredPosition> onCommit) {
        this.store = store;
        this.chaos = chaos;
        this.onCommit = onCommit;
    }

    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        chaos.pass(Chaos.Point.STORE_CLAIM);
        PositionClaim claim = store.claim(key);
        return new PositionClaim() {
            @Override
            public Optional<StoredPosition> found() {
                return claim.found();
            }

            @Override
            public void commit(StoredPosition position) throws IOException {
                chaos.pass(Chaos.Point.STORE_WRITE);
                claim.commit(position);
                onCommit.accept(key, position);
            }

            @Override
            public void close() throws IOException {
                try {
                    chaos.pass(Chaos.Point.STORE_CLOSE);
                } finally {
                    claim.close();
                }
            }
        };
    }
}
