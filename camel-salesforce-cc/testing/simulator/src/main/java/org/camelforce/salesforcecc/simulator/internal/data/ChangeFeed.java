package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what has been committed. A listener that fails is logged and does not disturb the others. */
final class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** A change that awaits its commit. */
    record Pending(
            RecordChange.Kind kind,
            String type,
            String id,
            Set<String> changedFields,
            ObjectNode record,
            String userId) {}

    private final InstantSource time;
    private final AtomicLong transactions = new AtomicLong();
    private final List<Consumer<RecordChange>> listeners = new CopyOnWriteArrayList<>();

    ChangeFeed(InstantSource time) {
        this.time = time;
    }

    void add(Consumer<RecordChange> listener) {
        listeners.add(listener);
    }

    void committed(List<Pending> changes) {
        Instant at = time.instant();
        String key = new UUID(at.toEpochMilli(), transactions.incrementAndGet()).toString();
        int sequenceNumber = 1;
        for (Pending change : changes) {
            for (Consumer<RecordChange> listener : listeners) {
                tell(listener, change, at, key, sequenceNumber);
            }
            sequenceNumber++;
        }
    }

    private static void tell(
            Consumer<RecordChange> listener, Pending change, Instant at, String key, int sequenceNumber) {
        try {
            listener.accept(new RecordChange(
                    change.kind,
                    change.type,
                    change.id,
                    change.changedFields,
                    change.record.deepCopy(),
                    change.userId,
                    at,
                    key,
                    sequenceNumber));
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on {} of {} {}", change.kind, change.type, change.id, e);
        }
    }
}
