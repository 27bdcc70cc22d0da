package org.camelforce.salesforcecc.examples.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.support.ObjectHelper;
import org.apache.camel.util.StopWatch;
import org.jspecify.annotations.Nullable;

/** Takes the events that the routes have received, and waits for those that are still on their way. */
final class Inbox implements AutoCloseable {

    private final ConsumerTemplate template;
    private final Duration patience;

    /**
     * @param template takes from the routes; closed with this inbox
     * @param patience how long to wait for what is expected
     */
    Inbox(ConsumerTemplate template, Duration patience) {
        this.template = template;
        this.patience = patience;
    }

    /**
     * @param number an order number
     * @return the order number
     * @throws MissingEventException if there is no such event in time
     */
    String awaitOrder(String number) throws MissingEventException {
        StopWatch watch = new StopWatch();
        String received;
        do {
            received = template.receiveBody("seda:orders", left(watch), String.class);
            if (received == null) {
                throw new MissingEventException("/event/Order_Placed__e", List.of(number), patience);
            }
        } while (!received.equals(number));
        return received;
    }

    /**
     * @param expected changes in the form {@code CREATE 001...}
     * @return the changes in the order of their arrival
     * @throws MissingEventException if one of them does not arrive in time
     */
    List<String> awaitChanges(Collection<String> expected) throws MissingEventException {
        StopWatch watch = new StopWatch();
        List<String> missing = new ArrayList<>(expected);
        List<String> arrived = new ArrayList<>();
        while (!missing.isEmpty()) {
            @Nullable Exchange event = template.receive("seda:accountChanges", left(watch));
            if (event == null) {
                throw new MissingEventException("/data/AccountChangeEvent", missing, patience);
            }
            for (String change : changes(event.getMessage())) {
                missing.remove(change);
                arrived.add(change);
            }
        }
        return arrived;
    }

    @Override
    public void close() {
        template.stop();
    }

    private long left(StopWatch watch) {
        return Math.max(1, patience.toMillis() - watch.taken());
    }

    /** One event may tell of several records that were changed together. */
    private static List<String> changes(Message event) {
        String type = event.getHeader(SalesforceConstants.HEADER_SALESFORCE_CHANGE_TYPE, String.class);
        List<String> changes = new ArrayList<>();
        ObjectHelper.createIterable(event.getHeader(SalesforceConstants.HEADER_SALESFORCE_RECORD_IDS))
                .forEach(id -> changes.add(type + " " + id));
        return changes;
    }
}
