package org.camelforce.salesforcecc.replay;

/**
 * Whose position it is. No user name is part of it, so that the Run As user can change.
 *
 * @param orgId the org's id, 18 characters
 * @param channel the channel with its leading slash, for example {@code /event/Order__e}, without a filter
 * @param subscriptionName the subscription's name, unique among the subscriptions to this channel that share a store
 */
public record PositionKey(String orgId, String channel, String subscriptionName) {

    /** @throws IllegalArgumentException if a part is blank or has control characters */
    public PositionKey {
        check("orgId", orgId);
        check("channel", channel);
        check("subscriptionName", subscriptionName);
    }

    private static void check(String name, String value) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must have a value without control characters");
        }
    }

    /** @return the parts, for display */
    @Override
    public String toString() {
        return subscriptionName + " on " + channel + " of org " + orgId;
    }
}
