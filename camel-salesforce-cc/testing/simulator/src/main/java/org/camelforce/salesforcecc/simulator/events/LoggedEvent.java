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
 * @param kind what it is
 * @param channels every channel that carries it; the first is its own
 * @param type the event's API name ({@code Order__e}, {@code AccountChangeEvent}); for a PushTopic {@code created},
 *     {@code updated}, {@code deleted} or {@code undeleted}; for a generic event its channel
 * @param payload its fields, shared with every other reader; for a PushTopic the {@code sobject}; for a generic event
 *     one field {@code payload}
 * @param userId 18-character id of the user who caused it
 */
public record LoggedEvent(
        long replayId,
        Instant createdDate,
        String uuid,
        Kind kind,
        List<String> channels,
        String type,
        ObjectNode payload,
        String userId) {

    /** The kinds of events that an org's log keeps (Streaming API Developer Guide, "Streaming Event Features"). */
    public enum Kind {
        /** A platform event on {@code /event/X__e}. */
        PLATFORM_EVENT,
        /** A change data capture event on {@code /data/...}. */
        CHANGE_EVENT,
        /** A change that matched a PushTopic, on {@code /topic/X}. */
        PUSH_TOPIC,
        /** Text on a streaming channel {@code /u/X}. */
        GENERIC
    }
}
