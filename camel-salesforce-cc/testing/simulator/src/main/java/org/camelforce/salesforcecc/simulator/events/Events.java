package org.camelforce.salesforcecc.simulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
}
