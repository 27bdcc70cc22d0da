package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private final List<Consumer<List<RecordChange>>> listeners = new CopyOnWriteArrayList<>();

    ChangeFeed(InstantSource time) {
        this.time = time;
    }

    void add(Consumer<RecordChange> listener) {
        listeners.add(changes -> changes.forEach(change -> tell(listener, change)));
    }

    void addTransactionListener(Consumer<List<RecordChange>> listener) {
        listeners.add(changes -> tell(listener, changes));
    }

    void committed(List<Pending> changes) {
        Instant at = time.instant();
        String key = new UUID(at.toEpochMilli(), transactions.incrementAndGet()).toString();
        listeners.forEach(listener -> listener.accept(copies(changes, at, key)));
    }

    private static List<RecordChange> copies(List<Pending> changes, Instant at, String key) {
        List<RecordChange> copies = new ArrayList<>();
        for (Pending change : changes) {
            copies.add(new RecordChange(
                    change.kind,
                    change.type,
                    change.id,
                    change.changedFields,
                    change.record.deepCopy(),
                    change.userId,
                    at,
                    key,
                    copies.size() + 1));
        }
        return copies;
    }

    private static <T> void tell(Consumer<T> listener, T change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on {}", change, e);
        }
    }
}
