package org.camelforce.salesforcecc.internal.subscription.position;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * Which events of one channel are done, whatever the order in which the route finishes them. The position is the last
 * event before which nothing is open; one without a replay id of its own leaves it where it is. Safe for use by several
 * threads.
 */
public final class ContiguousPositionTracker {

    private enum EventState {
        IN_FLIGHT,
        FAILED,
        DONE
    }

    private final Map<ReplayId, EventState> inStreamOrder = new LinkedHashMap<>();
    private final Set<ReplayId> comesAgain = new HashSet<>();
    private @Nullable ReplayId position;
    private @Nullable ReplayId mark;
    private int inFlight;
    private boolean awaitingRedelivery;
    private List<ReplayId> missed = new ArrayList<>();

    /** @param start where the stream starts; null if no event has been done yet */
    public ContiguousPositionTracker(@Nullable ReplayId start) {
        this.position = start;
    }

    /**
     * Takes note of an event in the order of the stream. One that is known has come again after the stream was opened
     * again.
     *
     * @param event the event's id
     * @return whether the event has to be given to the route: false if the route has it already, or had
     */
    public synchronized boolean received(ReplayId event) {
        boolean again = comesAgain.remove(event);
        EventState known = inStreamOrder.get(event);
        if (known == null && again) {
            return false;
        }
        if (known == null) {
            giveUpWhatDidNotComeAgain();
            comesAgain.clear();
            inStreamOrder.put(event, EventState.IN_FLIGHT);
        } else if (known == EventState.FAILED) {
            inStreamOrder.replace(event, EventState.IN_FLIGHT);
        } else {
            return false;
        }
        inFlight++;
        return true;
    }

    /**
     * Takes note of a position that the server reports without an event. It counts once everything before it is done.
     *
     * @param reached the server's position
     */
    public synchronized void reached(ReplayId reached) {
        if (inStreamOrder.containsKey(reached) || Objects.equals(reached, position)) {
            return;
        }
        giveUpWhatDidNotComeAgain();
        if (mark != null) {
            inStreamOrder.remove(mark);
        }
        mark = reached;
        inStreamOrder.put(reached, EventState.DONE);
        advance();
    }

    /** @param event the route is done with it */
    public synchronized void done(ReplayId event) {
        if (inStreamOrder.replace(event, EventState.IN_FLIGHT, EventState.DONE)) {
            inFlight--;
            advance();
        }
    }

    /**
     * The position stays before an event that has not been processed and must come again.
     *
     * @param event the event's id
     * @return whether it will: false for an event of before the stream went on somewhere else
     */
    public synchronized boolean failed(ReplayId event) {
        boolean known = inStreamOrder.replace(event, EventState.IN_FLIGHT, EventState.FAILED);
        if (known) {
            inFlight--;
            awaitingRedelivery = false;
        }
        return known;
    }

    /** The stream has been opened again after the position: what failed comes again before anything new does. */
    public synchronized void reopened() {
        comesAgain.clear();
        comesAgain.addAll(inStreamOrder.keySet());
        awaitingRedelivery = inStreamOrder.containsValue(EventState.FAILED);
    }

    /** The stream goes on somewhere else: everything so far is forgotten, and nothing is known about the position. */
    public synchronized void startedElsewhere() {
        inStreamOrder.clear();
        comesAgain.clear();
        inFlight = 0;
        awaitingRedelivery = false;
        mark = null;
        position = null;
    }

    /**
     * Takes note of where the stream has started, unless there is a position already.
     *
     * @param start before every event of the stream
     */
    public synchronized void startedAt(ReplayId start) {
        if (position == null) {
            position = start;
        }
    }

    /** @return everything up to and including it is done; empty if nothing is yet */
    public synchronized Optional<ReplayId> position() {
        return Optional.ofNullable(position);
    }

    /** @return how many events are in flight in the route */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** @return how many events lie behind the position, done or not */
    public synchronized int commitLag() {
        return inStreamOrder.size();
    }

    /** @return events that failed and that the server did not send again, each reported once */
    public synchronized List<ReplayId> takeMissed() {
        List<ReplayId> taken = missed;
        missed = new ArrayList<>();
        return taken;
    }

    private void giveUpWhatDidNotComeAgain() {
        if (!awaitingRedelivery) {
            return;
        }
        awaitingRedelivery = false;
        inStreamOrder.forEach((event, state) -> {
            if (state == EventState.FAILED) {
                missed.add(event);
            }
        });
        inStreamOrder.values().removeIf(state -> state == EventState.FAILED);
        advance();
    }

    private void advance() {
        var entries = inStreamOrder.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<ReplayId, EventState> entry = entries.next();
            if (entry.getValue() != EventState.DONE) {
                return;
            }
            ReplayId done = entry.getKey();
            if (done.isPosition()) {
                position = done;
            }
            if (Objects.equals(done, mark)) {
                mark = null;
            }
            entries.remove();
        }
    }
}
