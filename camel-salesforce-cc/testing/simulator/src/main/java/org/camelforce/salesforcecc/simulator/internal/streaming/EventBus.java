package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;

/** Where events enter the org's event log. Safe for use by several threads. */
public interface EventBus {

    /**
     * Publishes a platform event.
     *
     * @param type API name, for example {@code Order_Placed__e}
     * @param payload the event's fields, already checked against its definition
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
     * Turns record changes into change data capture and PushTopic events where someone asked for them.
     *
     * @param changes the changes of one transaction in order
     */
    void recordsChanged(List<RecordChange> changes);
}
