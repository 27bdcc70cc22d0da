package org.camelforce.salesforcecc.simulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The org's events: to publish some without going through the API, and to look at all that were published, by whomever.
 * Safe for use by several threads.
 */
public interface Events {

    /**
     * Publishes a platform event.
     *
     * @param type API name, for example {@code Order_Placed__e}
     * @param payload the event's fields, which are not checked against its definition
     * @param userId who publishes
     * @return the event's UUID
     */
    String publishPlatformEvent(String type, ObjectNode payload, String userId);

    /**
     * Publishes a generic event to a streaming channel.
     *
     * @param channel {@code /u/...}
     * @param payload the text
     */
    void publishGeneric(String channel, String payload);

    /**
     * Reads the events of a channel.
     *
     * @param channel the channel, for example {@code /event/Order__e}
     * @param replayId the replay id of the last event already read, 0 to begin with the oldest; need not be retained
     * @param max how many events at most
     * @return the next retained events in order; empty if there is none yet
     */
    List<LoggedEvent> after(String channel, long replayId, int max);

    /** @return how many events subscribers have been sent, each as often as it was */
    long deliveries();

    /**
     * @param listener called after each event is readable, on the publishing thread; with several publishing threads
     *     not always in the order of the log
     */
    void addListener(Consumer<LoggedEvent> listener);

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
     * @param payload its fields, shared with every other reader; for a PushTopic the {@code sobject}; for a generic
     *     event one field {@code payload}
     * @param userId 18-character id of the user who caused it
     */
    record LoggedEvent(
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
}
