package org.camelforce.salesforcecc.replay;

import java.io.IOException;

/** Another owner has the position. Trying again does not help: two subscriptions use one name. */
public final class PositionAlreadyClaimedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key whose position
     * @param owner who has it, as far as known, for display
     */
    public PositionAlreadyClaimedException(PositionKey key, String owner) {
        super("The position of " + key + " is already claimed by " + owner
                + ". Give each subscription to a channel its own subscriptionName; to run one subscription on several"
                + " nodes, put master: in front of its endpoint.");
    }
}
