package org.camelforce.salesforcecc.subscription;

/**
 * Which subscription it is.
 *
 * @param channel the channel with its leading slash and without a filter
 * @param name the option {@code subscriptionName}; without one, the id of the route
 */
public record SubscriptionId(String channel, String name) {

    /** @return both, for display */
    @Override
    public String toString() {
        return name + " on " + channel;
    }
}
