package org.camelforce.salesforcecc.events.cometd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.events.position.ReplayId;
import org.camelforce.salesforcecc.events.stream.ReceivedEvent;
import org.camelforce.salesforcecc.events.stream.StreamEnd;
import org.camelforce.salesforcecc.events.stream.StreamListener;

/** Keeps what it hears. */
final class RecordingListener implements StreamListener {

    final List<CometDEvent> events = new CopyOnWriteArrayList<>();
    final List<StreamEnd> ends = new CopyOnWriteArrayList<>();
    volatile boolean confirmed;
    volatile int signsOfLife;

    @Override
    public void confirmed() {
        confirmed = true;
    }

    @Override
    public synchronized void alive() {
        signsOfLife++;
    }

    @Override
    public void received(ReceivedEvent event) {
        events.add((CometDEvent) event);
    }

    @Override
    public void reached(ReplayId position) {}

    @Override
    public void ended(StreamEnd end) {
        ends.add(end);
    }

    List<String> numbers() {
        return events.stream().map(RecordingListener::number).toList();
    }

    static String number(CometDEvent event) {
        Map<?, ?> payload = (Map<?, ?>) event.message().getDataAsMap().get("payload");
        return String.valueOf(payload.get("Number__c"));
    }
}
