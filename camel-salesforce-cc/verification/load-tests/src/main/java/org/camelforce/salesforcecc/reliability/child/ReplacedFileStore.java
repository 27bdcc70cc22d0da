package org.camelforce.salesforcecc.reliability.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;

/**
 * One position in one file, replaced by each commit: enough to survive a killed process, which is all that is asked.
 */
final class ReplacedFileStore implements ReplayStore {

    private final Path file;
    private final Path next;

    ReplacedFileStore(Path folder) {
        this.file = folder.resolve("position.txt");
        this.next = folder.resolve("position.next");
    }

    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        Optional<StoredPosition> found = Files.exists(file) ? Optional.of(read()) : Optional.empty();
        return new PositionClaim() {
            @Override
            public Optional<StoredPosition> found() {
                return found;
            }

            @Override
            public void commit(StoredPosition position) throws IOException {
                Files.writeString(next, position.at() + " " + position.replayId());
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }

            @Override
            public void close() {}
        };
    }

    private StoredPosition read() throws IOException {
        String[] parts = Files.readString(file).split(" ", 2);
        return new StoredPosition(ReplayId.parse(parts[1]), Instant.parse(parts[0]));
    }
}
