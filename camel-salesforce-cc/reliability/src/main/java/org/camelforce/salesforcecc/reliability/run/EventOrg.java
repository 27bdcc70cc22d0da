package org.camelforce.salesforcecc.reliability.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.fault.FaultTexts;
import org.camelforce.salesforcecc.reliability.history.Happening;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.OAuthFaults;
import org.camelforce.salesforcecc.simulator.pubsub.ManagedSubscription;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** The org of a run, which writes down what happens at its side. Safe for use by several threads. */
public final class EventOrg implements AutoCloseable {

    /** Developer name of the managed subscription, and name of any other one. */
    public static final String SUBSCRIPTION = "Proof";

    private static final String EVENT = "Numbered__e";
    private static final String CHANNEL = "/event/" + EVENT;
    private static final int PAYLOAD = 4000;
    private static final int NO_LIMIT = 1_000_000_000;
    private static final int WHOLE_OUTAGE = 1000;

    private static final Set<FaultPoint> SUBSCRIPTIONS =
            EnumSet.of(FaultPoint.COMETD_SUBSCRIBE, FaultPoint.PUBSUB_SUBSCRIBE);

    private final SalesforceSimulator simulator;
    private final History history;

    /**
     * @param tls for the Pub/Sub API
     * @param history where to write
     */
    public EventOrg(LocalTls tls, History history) {
        this.history = history;
        this.simulator = SalesforceSimulator.builder()
                .pubSubTls(tls.server())
                .dailyApiRequests(NO_LIMIT)
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent(EVENT)
                                .fields(
                                        FieldDefinition.text("Id__c", 20),
                                        FieldDefinition.textArea("Payload__c", PAYLOAD))
                                .build()))
                .start();
        simulator.managedSubscriptions().define(ManagedSubscription.latest(SUBSCRIPTION, CHANNEL));
        simulator.faults().addListener(this::passed);
        simulator
                .managedSubscriptions()
                .addCommitListener((name, position) -> history.add(Happening.COMMITTED, position));
        simulator
                .eventLog()
                .addListener(event -> history.add(
                        Happening.PUBLISHED, event.payload().path("Id__c").asText(), event.replayId()));
    }

    /** @return what a consumer has to know */
    public OrgAddress address() {
        return new OrgAddress(
                simulator.getLoginUrl(),
                simulator.org().id(),
                simulator.getClientId(),
                simulator.getClientSecret(),
                simulator.getPubSubHost(),
                simulator.getPubSubPort(),
                CHANNEL);
    }

    /**
     * Publishes an event.
     *
     * @param id its id
     * @param payload its text
     */
    public void publish(String id, String payload) {
        simulator
                .events()
                .publishPlatformEvent(
                        EVENT,
                        JsonNodeFactory.instance.objectNode().put("Id__c", id).put("Payload__c", payload),
                        simulator.runAsUserId().orElseThrow());
    }

    /** @return whether somebody subscribes now */
    public boolean hasSubscriber() {
        return simulator.subscriptions() + simulator.pubSubStreams() > 0;
    }

    /**
     * @param point where a fault strikes
     * @param fault the fault
     * @param times how often
     */
    public void inject(FaultPoint point, Fault fault, int times) {
        history.add(Happening.INJECTED, point, FaultTexts.text(fault));
        simulator.faults().inject(point, fault, times);
    }

    /** Ends all sessions. */
    public void endSessions() {
        history.add(Happening.SESSIONS_ENDED);
        simulator.sessions().endAll();
    }

    /** Lets the token endpoint be down. */
    public void beginOutage() {
        history.add(Happening.OUTAGE_BEGAN);
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, OAuthFaults.maintenancePage(), WHOLE_OUTAGE);
    }

    /**
     * Ends the outage.
     *
     * @param seconds how long it was
     */
    public void endOutage(long seconds) {
        simulator.faults().clear(FaultPoint.TOKEN_REQUEST);
        history.add(Happening.OUTAGE_ENDED, seconds);
    }

    /** Forgets all faults that have not struck. */
    public void heal() {
        simulator.faults().clear();
        history.add(Happening.HEALED);
    }

    @Override
    public void close() {
        simulator.close();
    }

    private void passed(FaultPoint point, Optional<Fault> fault) {
        if (point == FaultPoint.TOKEN_REQUEST) {
            history.add(Happening.LOGIN);
        }
        if (SUBSCRIPTIONS.contains(point)) {
            history.add(Happening.SUBSCRIBED, point);
        }
        fault.ifPresent(struck -> history.add(Happening.STRUCK, point, FaultTexts.text(struck)));
    }
}
