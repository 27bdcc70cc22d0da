package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.BitSet;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.camelforce.salesforcecc.reliability.fault.Protocol;

/** A route for each subscription, all of which fail while the database is away. Safe for use by several threads. */
final class OutageRoutes extends RouteBuilder {

    private final OutageSettings settings;
    private final ObjectMapper json = new ObjectMapper();
    private final BitSet[] done;
    private final int[] last;
    private volatile boolean failing;
    private long failures;
    private long again;
    private long outOfOrder;

    OutageRoutes(OutageSettings settings) {
        this.settings = settings;
        this.done = new BitSet[settings.subscriptions()];
        this.last = new int[settings.subscriptions()];
        for (int i = 0; i < done.length; i++) {
            done[i] = new BitSet();
        }
    }

    void fail(boolean now) {
        failing = now;
    }

    @Override
    public void configure() {
        for (int i = 0; i < settings.subscriptions(); i++) {
            int subscription = i;
            from(uri(i)).routeId("outage-" + i).process(exchange -> work(subscription, exchange));
        }
    }

    /** Everything but the durable position and what the issue names is left at its default. */
    private String uri(int subscription) {
        String channel = "/event/" + OutageOrg.event(subscription);
        String operation = settings.protocol() == Protocol.COMETD
                ? "subscribe:" + channel + "?rawPayload=true"
                : "pubSubSubscribe:" + channel + "?pubSubDeserializeType=JSON";
        return "salesforce-cc:" + operation + "&durable=true&breakOnFirstError=true&subscriptionName=outage-"
                + subscription;
    }

    private void work(int subscription, Exchange exchange) throws Exception {
        JsonNode event = json.readTree(exchange.getMessage().getMandatoryBody(String.class));
        JsonNode id = event.findValue("Id__c");
        int number = (id.isObject() ? id.elements().next() : id).asInt();
        if (failing) {
            failed();
            throw new SQLException("The database is away");
        }
        routed(subscription, number);
    }

    private synchronized void failed() {
        failures++;
    }

    private synchronized void routed(int subscription, int number) {
        if (done[subscription].get(number)) {
            again++;
            return;
        }
        if (number < last[subscription]) {
            outOfOrder++;
        }
        last[subscription] = number;
        done[subscription].set(number);
    }

    /** How many subscriptions have routed all events up to a number. */
    synchronized int complete(int owed) {
        int complete = 0;
        for (BitSet events : done) {
            complete += events.nextClearBit(1) > owed ? 1 : 0;
        }
        return complete;
    }

    synchronized long routed() {
        long routed = 0;
        for (BitSet events : done) {
            routed += events.cardinality();
        }
        return routed;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized long again() {
        return again;
    }

    synchronized long outOfOrder() {
        return outOfOrder;
    }
}
