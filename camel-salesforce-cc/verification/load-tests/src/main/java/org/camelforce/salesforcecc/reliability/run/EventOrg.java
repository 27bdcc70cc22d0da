package org.camelforce.salesforcecc.reliability.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.fault.FaultText;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/** The org of a run, which writes down what happens at its side. Safe for use by several threads. */
public final class EventOrg implements AutoCloseable {

    private static final int WHOLE_OUTAGE = 1000;

    private static final Set<FaultPoint> SUBSCRIPTIONS =
            EnumSet.of(FaultPoint.COMETD_SUBSCRIBE, FaultPoint.PUBSUB_SUBSCRIBE);

    private final NumberedEvents events;
    private final SalesforceSimulator simulator;
    private final History history;

    /** @param history where to write */
    public EventOrg(History history) {
        this.history = history;
        this.events = new NumberedEvents();
        this.simulator = events.simulator();
        simulator.faults().addListener(this::passed);
        simulator
                .managedSubscriptions()
                .addCommitListener((name, position) -> history.add(HistoryEvent.COMMITTED, position));
        simulator
                .events()
                .addListener(event -> history.add(
                        HistoryEvent.PUBLISHED, event.payload().path("Id__c").asText(), event.replayId()));
    }

    /** @return the events */
    public NumberedEvents events() {
        return events;
    }

    /**
     * @param point where a fault strikes
     * @param fault the fault
     * @param times how often
     */
    public void inject(FaultPoint point, Fault fault, int times) {
        history.add(HistoryEvent.INJECTED, point, FaultText.text(fault));
        simulator.faults().inject(point, fault, times);
    }

    /** Ends all sessions. */
    public void endSessions() {
        history.add(HistoryEvent.SESSIONS_ENDED);
        simulator.sessions().endAll();
    }

    /** Lets the token endpoint be down. */
    public void beginOutage() {
        history.add(HistoryEvent.OUTAGE_BEGAN);
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage(), WHOLE_OUTAGE);
    }

    /**
     * Ends the outage.
     *
     * @param seconds how long it was
     */
    public void endOutage(long seconds) {
        simulator.faults().clear(FaultPoint.TOKEN_REQUEST);
        history.add(HistoryEvent.OUTAGE_ENDED, seconds);
    }

    /** Forgets all faults that have not struck. */
    public void heal() {
        simulator.faults().clear();
        history.add(HistoryEvent.HEALED);
    }

    @Override
    public void close() {
        events.close();
    }

    private void passed(FaultPoint point, Optional<Fault> fault) {
        if (point == FaultPoint.TOKEN_REQUEST) {
            history.add(HistoryEvent.LOGIN);
        }
        if (SUBSCRIPTIONS.contains(point)) {
            history.add(HistoryEvent.SUBSCRIBED, point);
        }
        fault.ifPresent(struck -> history.add(HistoryEvent.STRUCK, point, FaultText.text(struck)));
    }
}
