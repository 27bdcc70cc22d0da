package org.camelforce.salesforcecc.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.events.position.PositionClaim;
import org.camelforce.salesforcecc.events.position.PositionKey;
import org.camelforce.salesforcecc.events.position.ReplayStore;
import org.camelforce.salesforcecc.events.position.StoredPosition;
import org.jspecify.annotations.Nullable;

/** Positions of subscriptions that are not durable: they survive the restart of a route, not of the process. */
final class MemoryReplayStore implements ReplayStore {

    private final Map<PositionKey, StoredPosition> positions = new ConcurrentHashMap<>();

    @Override
    public PositionClaim claim(PositionKey key) {
        return new Claim(key, positions.get(key));
    }

    private final class Claim implements PositionClaim {

        private final PositionKey key;
        private final @Nullable StoredPosition found;

        private Claim(PositionKey key, @Nullable StoredPosition found) {
            this.key = key;
            this.found = found;
        }

        @Override
        public Optional<StoredPosition> found() {
            return Optional.ofNullable(found);
        }

        @Override
        public void commit(StoredPosition position) {
            positions.put(key, position);
        }

        @Override
        public void close() {}
    }
}
