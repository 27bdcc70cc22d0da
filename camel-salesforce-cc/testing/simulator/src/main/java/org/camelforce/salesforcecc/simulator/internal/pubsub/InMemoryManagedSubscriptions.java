package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjLongConsumer;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;

/**
 * The managed event subscriptions of an org, with their committed positions. Needs no gRPC. Safe for use by several
 * threads.
 */
public final class InMemoryManagedSubscriptions implements ManagedSubscriptions {

    private static final String KEY_PREFIX = "18x";

    private final Map<String, Entry> byName = new HashMap<>();
    private long defined;
    private final List<ObjLongConsumer<String>> commitListeners = new CopyOnWriteArrayList<>();

    /** Starts without subscriptions. */
    public InMemoryManagedSubscriptions() {}

    @Override
    public synchronized String define(ManagedSubscriptions.Definition subscription) {
        String id = SalesforceId.of(KEY_PREFIX, ++defined);
        byName.put(subscription.developerName(), new Entry(id, subscription));
        return id;
    }

    @Override
    public synchronized void setRunning(String developerName, boolean running) {
        Entry entry = byName.get(developerName);
        if (entry == null) {
            throw new IllegalArgumentException("no managed subscription " + developerName);
        }
        entry.running = running;
        if (!running) {
            entry.committed = OptionalLong.empty();
        }
    }

    @Override
    public synchronized OptionalLong committed(String developerName) {
        Entry entry = byName.get(developerName);
        return entry == null ? OptionalLong.empty() : entry.committed;
    }

    /** @return the subscriptions as they are now, in the order in which they were defined */
    public synchronized List<Defined> all() {
        return byName.values().stream()
                .map(entry -> new Defined(entry.id, entry.definition, entry.running))
                .sorted(Comparator.comparing(Defined::id))
                .toList();
    }

    /**
     * A subscription.
     *
     * @param id its 18-character id
     * @param definition what it is
     * @param running whether it is in state {@code RUN}
     */
    public record Defined(String id, ManagedSubscriptions.Definition definition, boolean running) {}

    synchronized Optional<Entry> byName(String developerName) {
        return Optional.ofNullable(byName.get(developerName));
    }

    synchronized Optional<Entry> byId(String id) {
        return byName.values().stream()
                .filter(entry -> entry.id.equals(SalesforceId.to18(id)))
                .findFirst();
    }

    synchronized boolean isRunning(Entry entry) {
        return entry.running;
    }

    @Override
    public void addCommitListener(ObjLongConsumer<String> listener) {
        commitListeners.add(listener);
    }

    /** @return whether the position is not older than the one committed before */
    boolean commit(Entry entry, long position) {
        synchronized (this) {
            if (entry.committed.isPresent() && position < entry.committed.getAsLong()) {
                return false;
            }
            entry.committed = OptionalLong.of(position);
        }
        commitListeners.forEach(listener -> listener.accept(entry.definition.developerName(), position));
        return true;
    }

    synchronized OptionalLong committed(Entry entry) {
        return entry.committed;
    }

    synchronized boolean activate(Entry entry) {
        boolean free = !entry.active;
        entry.active = true;
        return free;
    }

    synchronized void deactivate(Entry entry) {
        entry.active = false;
    }

    /** One subscription with its state, guarded by the lock of the whole. */
    static final class Entry {

        final String id;
        final ManagedSubscriptions.Definition definition;
        private boolean running = true;
        private boolean active;
        private OptionalLong committed = OptionalLong.empty();

        Entry(String id, ManagedSubscriptions.Definition definition) {
            this.id = id;
            this.definition = definition;
        }
    }
}
