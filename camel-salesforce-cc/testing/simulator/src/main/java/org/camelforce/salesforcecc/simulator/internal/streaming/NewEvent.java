package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;

/**
 * An event that is about to enter the log.
 *
 * @param kind what it is
 * @param channels every channel that carries it, at least one; the first is its own
 * @param type the event's API name ({@code Order__e}, {@code AccountChangeEvent}); for a PushTopic {@code created},
 *     {@code updated}, {@code deleted} or {@code undeleted}; for a generic event its channel
 * @param payload its fields; for a PushTopic the {@code sobject}; for a generic event one field {@code payload}
 * @param userId 18-character id of the user who caused it
 */
public record NewEvent(LoggedEvent.Kind kind, List<String> channels, String type, ObjectNode payload, String userId) {

    /**
     * Copies what the caller might still change.
     *
     * @throws IllegalArgumentException if there is no channel
     */
    public NewEvent {
        channels = List.copyOf(channels);
        payload = payload.deepCopy();
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("an event needs a channel");
        }
    }
}
