package org.camelforce.salesforcecc.simulator.internal.streaming;

/**
 * What a client subscribes to.
 *
 * @param full the name as the client gave it; messages are delivered under it
 * @param channel the channel alone, which is also the key of the replay map
 * @param filter the conditions after the question mark
 */
record SubscriptionName(String full, String channel, ChannelFilter filter) {

    static SubscriptionName parse(String full) {
        if (full.isBlank()) {
            throw StreamingException.withoutAdvice("400::Channel name not specified");
        }
        if (!full.startsWith("/")) {
            throw StreamingException.withoutAdvice("400::Channel subscriptions must start with a leading '/'");
        }
        int query = full.indexOf('?');
        return query < 0
                ? new SubscriptionName(full, full, ChannelFilter.parse(""))
                : new SubscriptionName(full, full.substring(0, query), ChannelFilter.parse(full.substring(query + 1)));
    }
}
