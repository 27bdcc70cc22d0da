package org.camelforce.salesforcecc.internal.subscription;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * Positions of subscriptions that are not durable: they survive the restart of a route, not of the process. A second
 * claim on a position is refused while the first one is open. Safe for use by several threads; nothing blocks.
 */
final class MemoryReplayStore implements ReplayStore {

    private final Map<PositionKey, StoredPosition> positions = new ConcurrentHashMap<>();
    private final Set<PositionKey> taken = ConcurrentHashMap.newKeySet();

    @Override
    public PositionClaim claim(PositionKey key) throws PositionAlreadyClaimedException {
        if (!taken.add(key)) {
            throw new PositionAlreadyClaimedException(key, "another subscription of this process");
        }
        return new Claim(key, positions.get(key));
    }

    /** Forgets the positions of a subscription whose route has been removed, unless another one has them. */
    void forget(SubscriptionId id) {
        positions
                .keySet()
                .removeIf(key -> key.channel().equals(id.channel())
                        && key.subscriptionName().equals(id.name())
                        && !taken.contains(key));
    }

    /** {@return how many positions are kept} */
    int size() {
        return positions.size();
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
        public void close() {
            taken.remove(key);
        }
    }
}
