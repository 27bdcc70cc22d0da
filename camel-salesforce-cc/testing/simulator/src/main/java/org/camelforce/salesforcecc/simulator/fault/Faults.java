package org.camelforce.salesforcecc.simulator.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** The faults that are still to be injected, first in, first out at each point. Safe for use by several threads. */
public final class Faults {

    private final Map<FaultPoint, Queue<Fault>> pending = new EnumMap<>(FaultPoint.class);
    private final Map<FaultPoint, Fault> standing = new ConcurrentHashMap<>();
    private final List<BiConsumer<FaultPoint, Optional<Fault>>> listeners = new CopyOnWriteArrayList<>();

    /** Starts without faults. */
    public Faults() {
        for (FaultPoint point : FaultPoint.values()) {
            pending.put(point, new ConcurrentLinkedQueue<>());
        }
    }

    /**
     * Injects a fault into the next requests at a point.
     *
     * @param point where
     * @param fault what
     * @param times how many requests, at least one
     * @throws IllegalArgumentException if {@code times} is less than one, or the fault makes no sense at that point
     */
    public void inject(FaultPoint point, Fault fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, but is " + times);
        }
        requireSense(point, fault);
        for (int i = 0; i < times; i++) {
            queue(point).add(fault);
        }
    }

    /**
     * Injects a fault into everything at a point, once the pending ones are used up, until the point is cleared. It
     * takes the place of one that was kept there before.
     *
     * @param point where
     * @param fault what
     * @throws IllegalArgumentException if the fault makes no sense at that point
     */
    public void keep(FaultPoint point, Fault fault) {
        requireSense(point, fault);
        standing.put(point, fault);
    }

    /**
     * @param point where
     * @return the fault that is kept there, empty if there is none
     */
    public Optional<Fault> kept(FaultPoint point) {
        return Optional.ofNullable(standing.get(point));
    }

    /**
     * @param point where
     * @return how many faults are pending there, without a kept one
     */
    public int pending(FaultPoint point) {
        return queue(point).size();
    }

    /**
     * Takes the fault that is next.
     *
     * @param point where the caller is
     * @return the fault, empty if none is pending
     */
    public Optional<Fault> next(FaultPoint point) {
        Optional<Fault> fault = Optional.ofNullable(queue(point).poll()).or(() -> kept(point));
        listeners.forEach(listener -> listener.accept(point, fault));
        return fault;
    }

    /**
     * @param listener is called for everything that passes a point, with the fault that is injected, if any, before it
     *     takes effect; on the thread that serves the request, which it must not block
     */
    public void addListener(BiConsumer<FaultPoint, Optional<Fault>> listener) {
        listeners.add(listener);
    }

    /** Forgets all that is pending, and all that is kept. */
    public void clear() {
        pending.values().forEach(Queue::clear);
        standing.clear();
    }

    /** @param point where all that is pending, and what is kept, is forgotten */
    public void clear(FaultPoint point) {
        queue(point).clear();
        standing.remove(point);
    }

    private static void requireSense(FaultPoint point, Fault fault) {
        if (!makesSense(point, fault)) {
            throw new IllegalArgumentException(fault.getClass().getSimpleName() + " makes no sense at " + point);
        }
    }

    private static boolean makesSense(FaultPoint point, Fault fault) {
        if (fault instanceof Fault.EndAllSessions) {
            return true;
        }
        if (point == FaultPoint.COMETD_DELIVERY) {
            return fault instanceof Fault.RepeatBatch
                    || fault instanceof Fault.StallStream
                    || fault instanceof Fault.DropConnection;
        }
        boolean pubSub = point.name().startsWith("PUBSUB");
        if (fault instanceof Fault.GrpcError) {
            return pubSub;
        }
        if (fault instanceof Fault.CompleteStream || fault instanceof Fault.StallStream) {
            boolean stall = fault instanceof Fault.StallStream && point == FaultPoint.COMETD_CONNECT;
            return stall || (pubSub && point != FaultPoint.PUBSUB_REQUEST);
        }
        if (fault instanceof Fault.ErrorInBatch
                || fault instanceof Fault.RepeatBatch
                || fault instanceof Fault.SchemaChange) {
            return point == FaultPoint.PUBSUB_DELIVERY;
        }
        if (fault instanceof Fault.CutBody) {
            return point == FaultPoint.TOKEN_REQUEST || point == FaultPoint.REST_RESPONSE;
        }
        boolean cometd = fault instanceof Fault.UnknownClient
                || fault instanceof Fault.MetaError
                || fault instanceof Fault.ServerDisconnect;
        return !pubSub && (!cometd || point.name().startsWith("COMETD"));
    }

    private Queue<Fault> queue(FaultPoint point) {
        return pending.getOrDefault(point, new ConcurrentLinkedQueue<>());
    }
}
