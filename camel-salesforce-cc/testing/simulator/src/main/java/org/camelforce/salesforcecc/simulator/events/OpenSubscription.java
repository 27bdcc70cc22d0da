package org.camelforce.salesforcecc.simulator.events;

import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is open.
 *
 * @param api by which API
 * @param channel the channel, as the client gave it
 * @param position replay id of the last event delivered, or the position it began after
 * @param session the session that keeps it open; null if it is not known
 * @param stalled whether nothing comes any more although it is open
 */
public record OpenSubscription(Api api, String channel, long position, @Nullable Session session, boolean stalled) {

    /** The APIs that deliver events. */
    public enum Api {
        /** CometD. */
        STREAMING,
        /** gRPC. */
        PUBSUB
    }
}
