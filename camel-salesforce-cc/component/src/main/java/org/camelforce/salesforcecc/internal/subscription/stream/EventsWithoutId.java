package org.camelforce.salesforcecc.internal.subscription.stream;

import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells events apart that have come without a replay id, and warns of the first one. Safe for use by several threads.
 */
public final class EventsWithoutId {

    private static final Logger LOG = LoggerFactory.getLogger(EventsWithoutId.class);

    private final String channel;
    private final AtomicLong events = new AtomicLong();

    /** @param channel where the events come from */
    public EventsWithoutId(String channel) {
        this.channel = channel;
    }

    /**
     * @param eventId the event's own id, by which it is known when it comes again; null or empty if it has none
     * @return what stands for its replay id
     */
    public ReplayId idOf(@Nullable String eventId) {
        long number = events.incrementAndGet();
        if (number == 1) {
            LOG.warn(
                    "An event of {} has come without a replay ID. Such events are delivered; the position stays at the"
                            + " event before, so that they come again after a reconnect",
                    channel);
        }
        return ReplayId.ofUnknown(eventId == null || eventId.isEmpty() ? Long.toString(number) : eventId);
    }
}
