package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.util.Optional;

/** A position in files, while its lock is held. */
final class FilePositionClaim implements PositionClaim {

    private final FileOwnership ownership;
    private final AlternatingFiles slots;
    private final Optional<StoredPosition> found;

    /** @throws IOException if the position cannot be read */
    FilePositionClaim(FileOwnership ownership, AlternatingFiles slots) throws IOException {
        this.ownership = ownership;
        this.slots = slots;
        this.found = slots.read();
    }

    @Override
    public Optional<StoredPosition> found() {
        return found;
    }

    @Override
    public void commit(StoredPosition position) throws IOException {
        ownership.check();
        slots.write(position);
    }

    @Override
    public void close() throws IOException {
        ownership.close();
    }
}
