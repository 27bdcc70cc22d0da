package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.simulator.internal.data.EventPayload;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Publishes platform events at once, whatever becomes of the transaction around it. */
final class EventPublisher {

    private final EventBus events;
    private final AtomicLong published = new AtomicLong();

    EventPublisher(EventBus events) {
        this.events = events;
    }

    /**
     * Publishes an event.
     *
     * @return the save result, whose {@code errors} carry the event's UUID although it succeeded
     */
    ObjectNode publish(SObjectDefinition event, ObjectNode fields, Session session) {
        String uuid = events.publishPlatformEvent(event.name(), EventPayload.checked(event, fields), session.userId());
        ArrayNode remarks = Json.array();
        ObjectNode remark =
                remarks.addObject().put("statusCode", "OPERATION_ENQUEUED").put("message", uuid);
        remark.putArray("fields");
        return SaveResult.success(SalesforceId.of(event.keyPrefix(), published.incrementAndGet()), remarks);
    }
}
