package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.files.DurableFileWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two files that take turns: writing touches the one with the older position, so that the newer one is there until the
 * next is.
 */
final class AlternatingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AlternatingFiles.class);
    private static final int FILES = 2;

    private final Path base;
    private final PositionKey key;
    private long sequence;

    AlternatingFiles(Path base, PositionKey key) {
        this.base = base;
        this.key = key;
    }

    static Path sibling(Path base, String suffix) {
        return base.resolveSibling(base.getFileName() + suffix);
    }

    /**
     * To be called once, before anything is written.
     *
     * @return the newest position; empty if there are no files
     * @throws IOException if there are files and none is whole, or one belongs to somebody else
     */
    Optional<StoredPosition> read() throws IOException {
        Optional<PositionRecord> newest = Optional.empty();
        List<Path> damaged = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = slot(i);
            Optional<byte[]> content = contentOf(file);
            if (content.isEmpty()) {
                continue;
            }
            Optional<PositionRecord> present = PositionRecord.read(content.get(), file);
            if (present.isEmpty()) {
                damaged.add(file);
                continue;
            }
            checkOwner(file, present.get());
            if (newest.isEmpty() || newest.get().sequence() < present.get().sequence()) {
                newest = present;
            }
        }
        report(damaged, newest);
        sequence = newest.map(PositionRecord::sequence).orElse(0L);
        return newest.map(PositionRecord::position);
    }

    /** @throws IOException if that fails; the position is the former one or this one */
    void write(StoredPosition position) throws IOException {
        Path fresh = sibling(base, ".new");
        PositionRecord next = new PositionRecord(key, sequence + 1, position);
        try {
            DurableFileWriter.write(fresh, next.text());
            DurableFileWriter.move(fresh, slot(next.sequence()));
        } catch (IOException e) {
            throw new IOException("The position of " + key + " cannot be written to " + base + ".*: " + e, e);
        }
        sequence++;
    }

    private Path slot(long number) {
        return sibling(base, number % FILES == 0 ? ".a" : ".b");
    }

    private static Optional<byte[]> contentOf(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("The position in " + file + " cannot be read: " + e, e);
        }
    }

    private void checkOwner(Path file, PositionRecord present) throws IOException {
        if (!present.key().equals(key)) {
            throw new IOException("The file " + file + " has the position of " + present.key() + ", not that of " + key
                    + ". If it was copied or renamed, move it back; otherwise remove it, and the subscription"
                    + " starts as a new one");
        }
    }

    private void report(List<Path> damaged, Optional<PositionRecord> newest) throws IOException {
        if (damaged.isEmpty()) {
            return;
        }
        if (newest.isEmpty()) {
            throw new IOException(
                    "The position of " + key + " is lost: no whole file is left, and damaged are " + damaged
                            + ". Restore one from a backup; or remove them, and the subscription starts as a new one, without"
                            + " the events that it has missed unless its replayId says otherwise");
        }
        LOG.warn(
                "The file {} is damaged. {} continues from the position before it, {}: events might come again",
                damaged,
                key,
                newest.get().position());
    }
}
