package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Keeps each position in a folder of this machine, in two files that are written in turn, each first under another name
 * and renamed when it is on the disk. Whatever instant a crash strikes, one of the two is whole; the worst that a
 * damaged file costs is that events since the position before it come again.
 *
 * <p>A claim holds an exclusive lock on a third file, which the operating system takes back when the process ends,
 * however it ends. A second claim is refused meanwhile. Do not delete files of a running subscription. To start a
 * subscription again, stop it and delete its files.
 *
 * <p>The folder must be on a local disk: network file systems are known to lie about locks and about what is on the
 * disk. Subscriptions that move between machines need a {@link JdbcReplayStore}. Two copies of this class in one
 * process, from two class loaders, must not share a folder.
 */
public final class FileReplayStore implements ReplayStore {

    private final Path folder;

    /** @param folder where the files are; made with the first claim if it is missing */
    public FileReplayStore(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the folder cannot be written, or none of the position's files can be read; the message
     *     names the file and says what to do
     */
    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "The folder " + folder + " for positions of subscriptions cannot be made: " + e.getMessage(), e);
        }
        Path base = folder.toRealPath().resolve(PositionFileName.of(key));
        FileOwnership ownership = FileOwnership.take(key, AlternatingFiles.sibling(base, ".lock"));
        boolean claimed = false;
        try {
            FilePositionClaim claim = new FilePositionClaim(ownership, new AlternatingFiles(base, key));
            claimed = true;
            return claim;
        } finally {
            if (!claimed) {
                ownership.close();
            }
        }
    }

    @Override
    public String toString() {
        return "FileReplayStore[folder=" + folder + "]";
    }
}
