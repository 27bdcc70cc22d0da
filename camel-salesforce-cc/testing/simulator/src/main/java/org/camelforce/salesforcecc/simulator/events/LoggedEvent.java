package org.camelforce.salesforcecc.simulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * An event in the log, independent of the protocol that delivers it. Readers must not change the payload.
 *
 * @param replayId its position, unique in the org and greater than that of each earlier event
 * @param createdDate when it entered the log
 * @param uuid its UUID
 * @param event the event itself
 */
public record LoggedEvent(long replayId, Instant createdDate, String uuid, NewEvent event) {

    /** @return what it is */
    public EventKind kind() {
        return event.kind();
    }

    /** @return every channel that carries it */
    public List<String> channels() {
        return event.channels();
    }

    /** @return the event's type, see {@link NewEvent#type()} */
    public String type() {
        return event.type();
    }

    /** @return its fields, shared with every other reader */
    public ObjectNode payload() {
        return event.payload();
    }

    /** @return who caused it */
    public String userId() {
        return event.userId();
    }
}
