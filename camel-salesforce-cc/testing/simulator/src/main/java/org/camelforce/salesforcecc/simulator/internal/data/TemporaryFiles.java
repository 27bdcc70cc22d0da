package org.camelforce.salesforcecc.simulator.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in a temporary folder that is made when it is needed and deleted in the end. Safe for use by several threads.
 */
public final class TemporaryFiles implements AutoCloseable {

    private final String folderName;
    private @Nullable Path folder;
    private boolean closed;

    /** @param folderName what the name of the folder begins with */
    public TemporaryFiles(String folderName) {
        this.folderName = folderName;
    }

    /**
     * @param name name of a file
     * @return where it is
     * @throws IllegalStateException if the files are deleted
     */
    public Path file(String name) {
        return folder().resolve(name);
    }

    /** @param prefix what the names of the files begin with that are to be deleted */
    public void delete(String prefix) {
        Path existing = existing();
        if (existing == null) {
            return;
        }
        try (Stream<Path> files = Files.list(existing)) {
            List<Path> mine = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
            for (Path file : mine) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        delete("");
        Path existing = existing();
        try {
            if (existing != null) {
                Files.deleteIfExists(existing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            folder = null;
        }
    }

    private synchronized @Nullable Path existing() {
        return folder;
    }

    private synchronized Path folder() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
        Path existing = folder;
        if (existing == null) {
            try {
                existing = Files.createTempDirectory(folderName);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            folder = existing;
        }
        return existing;
    }
}
