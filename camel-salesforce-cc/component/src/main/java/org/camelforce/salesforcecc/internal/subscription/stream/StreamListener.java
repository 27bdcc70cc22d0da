package org.camelforce.salesforcecc.internal.subscription.stream;

import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StreamEnd;

/** Receives everything on one stream, in order, one call at a time. Must not block. */
public interface StreamListener {

    /** The server has accepted the subscription. At most once, before any event. */
    void confirmed();

    /** A keep-alive. */
    void alive();

    /** @param event the next event */
    void received(ReceivedEvent event);

    /**
     * The server is at this position, and every event before it that concerns this subscription has been received.
     *
     * @param position where to go on later without missing anything
     */
    void reached(ReplayId position);

    /**
     * The stream is over; nothing else follows.
     *
     * @param end why
     */
    void ended(StreamEnd end);
}
