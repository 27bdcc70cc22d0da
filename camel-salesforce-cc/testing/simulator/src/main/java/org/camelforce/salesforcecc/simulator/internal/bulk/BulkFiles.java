package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the jobs, in a temporary folder that is made when it is needed and deleted in the end. Safe for use by
 * several threads.
 */
final class BulkFiles implements AutoCloseable {

    private @Nullable Path folder;
    private boolean closed;

    Path file(String name) {
        return folder().resolve(name);
    }

    void delete(String prefix) {
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
                existing = Files.createTempDirectory("salesforce-simulator-bulk");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            folder = existing;
        }
        return existing;
    }
}
