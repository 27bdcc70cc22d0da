package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StreamEnd;

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
