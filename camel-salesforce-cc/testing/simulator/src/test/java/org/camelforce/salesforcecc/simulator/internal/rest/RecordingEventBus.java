package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;

/** Remembers what was published. */
final class RecordingEventBus implements EventBus {

    static final String UUID = "e981b488-81f3-4fcc-bfc6-62b1d42f9e5a";

    final List<Published> published = new CopyOnWriteArrayList<>();
    final List<String> generic = new CopyOnWriteArrayList<>();

    @Override
    public String publishPlatformEvent(String type, ObjectNode payload, String userId) {
        published.add(new Published(type, payload, userId));
        return UUID;
    }

    @Override
    public void publishGeneric(String channel, String payload) {
        generic.add(channel + " " + payload);
    }

    @Override
    public void recordsChanged(List<RecordChange> changes) {
        throw new UnsupportedOperationException("the REST API does not report record changes");
    }

    record Published(String type, ObjectNode payload, String userId) {}
}
