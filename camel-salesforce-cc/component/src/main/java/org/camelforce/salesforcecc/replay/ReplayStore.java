package org.camelforce.salesforcecc.replay;

import java.io.IOException;

/**
 * Keeps positions beyond the life of a process. Safe for use by several threads; methods may block and are called on
 * threads that may.
 */
public interface ReplayStore {

    /**
     * Takes possession of a position. A store that can be reached by several processes makes sure that from now on
     * every earlier claim on the same key fails with {@link PositionAlreadyClaimedException}, or refuses this one with
     * it while the earlier one is alive.
     *
     * @param key whose position
     * @return the claim, to be closed when the subscription ends
     * @throws PositionAlreadyClaimedException if somebody else has it and cannot be put off
     * @throws IOException if the store cannot be read; the caller tries again
     */
    PositionClaim claim(PositionKey key) throws IOException;
}
