package org.camelforce.salesforcecc.reliability.recording;

import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.replay.ReplayId;

/** Writes down what a consumer does, and lets it stand still where it is told to. Safe for use by several threads. */
public final class Recorder {

    private final History history;
    private final Gate gate;

    /**
     * @param history where to write
     * @param gate where to stand still
     */
    public Recorder(History history, Gate gate) {
        this.history = history;
        this.gate = gate;
    }

    /**
     * An event has come.
     *
     * @param id its id
     * @param number its number in the org
     */
    public void received(String id, long number) {
        gate.check();
        history.add(HistoryEvent.RECEIVED, id, number);
        gate.pass(KillPoint.RECEIVED);
    }

    /**
     * The work with an event is done.
     *
     * @param id its id
     */
    public void routed(String id) {
        gate.check();
        history.add(HistoryEvent.ROUTED, id);
        gate.pass(KillPoint.ROUTED);
    }

    /** Every health check is UP from here on. */
    public void healthy() {
        history.add(HistoryEvent.HEALTH_UP);
    }

    /**
     * A health check is DOWN from here on.
     *
     * @param check its id
     * @param message what it says
     */
    public void unhealthy(String check, String message) {
        history.add(HistoryEvent.HEALTH_DOWN, check.replaceAll("\\s", "_"), message.replaceAll("\\s", " "));
    }

    void committing(ReplayId position) {
        gate.check();
        history.add(HistoryEvent.COMMITTING, ReplayNumber.of(position));
        gate.pass(KillPoint.COMMITTING);
    }

    void committed(ReplayId position) {
        history.add(HistoryEvent.COMMITTED, ReplayNumber.of(position));
        gate.pass(KillPoint.COMMITTED);
    }
}
