package org.camelforce.salesforcecc.reliability.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.support.TestTls;

/** An org with one platform event, which carries an id and a filling. Safe for use by several threads. */
public final class NumberedEvents implements AutoCloseable {

    /** Developer name of the managed subscription, and name of any other one. */
    public static final String SUBSCRIPTION = "Proof";

    private static final String EVENT = "Numbered__e";
    private static final String CHANNEL = "/event/" + EVENT;
    private static final int PAYLOAD = 4000;
    private static final int NO_LIMIT = 1_000_000_000;

    private final SalesforceSimulator simulator;

    /** Starts the org. */
    public NumberedEvents() {
        this.simulator = SalesforceSimulator.builder()
                .pubSubTls(TestTls.server())
                .dailyApiRequests(NO_LIMIT)
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent(EVENT)
                                .fields(
                                        FieldDefinition.text("Id__c", 20),
                                        FieldDefinition.textArea("Payload__c", PAYLOAD))
                                .build()))
                .start();
        simulator.managedSubscriptions().define(ManagedSubscriptions.Definition.latest(SUBSCRIPTION, CHANNEL));
    }

    /** @return the org */
    public SalesforceSimulator simulator() {
        return simulator;
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
     * @param filling its text
     */
    public void publish(String id, String filling) {
        simulator
                .events()
                .publishPlatformEvent(
                        EVENT,
                        JsonNodeFactory.instance.objectNode().put("Id__c", id).put("Payload__c", filling),
                        simulator.runAsUserId().orElseThrow());
    }

    /** @return whether somebody subscribes now */
    public boolean hasSubscriber() {
        return simulator.subscriptions() + simulator.pubSubStreams() > 0;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
