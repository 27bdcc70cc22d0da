package org.camelforce.salesforcecc.reliability.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Appends to a history that other processes append to as well. Each entry is one write to a file opened for appending,
 * so that lines are whole, and one that was added before another in time stands before it. Safe for use by several
 * threads.
 */
public final class History implements Closeable {

    private final int process;
    private final InstantSource clock;
    private final FileChannel file;

    /**
     * @param path the file, created if need be
     * @param process whose entries these are
     * @param clock stamps them
     * @throws IOException if the file cannot be opened
     */
    public History(Path path, int process, InstantSource clock) throws IOException {
        this.process = process;
        this.clock = clock;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** @param what what happened */
    public void add(HistoryEvent what) {
        add(what, Entry.NONE, "");
    }

    /**
     * @param what what happened
     * @param subject what it concerns
     */
    public void add(HistoryEvent what, Object subject) {
        add(what, subject, "");
    }

    /**
     * Adds an entry. It survives the process once this has returned.
     *
     * @param what what happened
     * @param subject what it concerns
     * @param detail more about it
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(HistoryEvent what, Object subject, Object detail) {
        Entry entry = new Entry(clock.instant(), process, what, subject.toString(), detail.toString());
        ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            int length = line.remaining();
            if (file.write(line) != length) {
                throw new IOException("a line was written in part");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
