package org.camelforce.salesforcecc.reliability.history;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads a history while it grows. For one thread. */
public final class HistoryTail implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /**
     * @param path an existing history
     * @throws IOException if it cannot be opened
     */
    public HistoryTail(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
    }

    /**
     * @param path a history
     * @return all that is in it
     * @throws IOException if it cannot be read
     */
    public static List<Entry> all(Path path) throws IOException {
        try (HistoryTail tail = new HistoryTail(path)) {
            return tail.next();
        }
    }

    /**
     * @return the entries added since the last call
     * @throws IOException if they cannot be read
     */
    public List<Entry> next() throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (file.read(buffer.clear()) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    entries.add(Entry.parse(begun.toString(StandardCharsets.UTF_8)));
                    begun.reset();
                } else {
                    begun.write(next);
                }
            }
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
