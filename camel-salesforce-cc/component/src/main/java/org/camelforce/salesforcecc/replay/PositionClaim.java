package org.camelforce.salesforcecc.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** One owner's hold on one position. Used by one thread at a time; methods may block. */
public interface PositionClaim extends Closeable {

    /** @return what the store had when the claim was made; empty for a new subscription */
    Optional<StoredPosition> found();

    /**
     * Writes the position. When this returns, it survives the end of the process.
     *
     * @param position the new position
     * @throws PositionAlreadyClaimedException if another owner has claimed it since; the position is theirs and
     *     unchanged
     * @throws IOException if it cannot be written; the position is the earlier one or this one, and the caller tries
     *     again
     */
    void commit(StoredPosition position) throws IOException;

    /**
     * Gives the position free for others. Must be called once.
     *
     * @throws IOException if that fails; the position itself is safe
     */
    @Override
    void close() throws IOException;
}
