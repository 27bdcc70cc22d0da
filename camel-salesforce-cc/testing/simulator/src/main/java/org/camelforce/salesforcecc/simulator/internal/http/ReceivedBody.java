package org.camelforce.salesforcecc.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** The body of one request. A short one is in memory, a longer one in a temporary file until {@link #close}. */
final class ReceivedBody implements AutoCloseable {

    private static final int LONGEST_IN_MEMORY = 16 * 1024;
    private static final int READ_AT_ONCE = 64 * 1024;

    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long length;

    void add(ByteBuffer bytes) throws IOException {
        length += bytes.remaining();
        FileChannel opened = file;
        if (opened == null && length > LONGEST_IN_MEMORY) {
            opened = open();
            file = opened;
            write(opened, ByteBuffer.wrap(start.toByteArray()));
            start.reset();
        }
        if (opened == null) {
            start.writeBytes(BufferUtil.toArray(bytes));
        } else {
            write(opened, bytes);
        }
    }

    long length() {
        return length;
    }

    /** What was added, to be read once. */
    Content.Source content(ByteBufferPool buffers) throws IOException {
        FileChannel opened = file;
        if (opened == null) {
            return Content.Source.from(ByteBuffer.wrap(start.toByteArray()));
        }
        return Content.Source.from(new ByteBufferPool.Sized(buffers, false, READ_AT_ONCE), opened.position(0));
    }

    /** Deletes the file, if any. */
    @Override
    public void close() throws IOException {
        FileChannel opened = file;
        if (opened != null) {
            opened.close();
        }
    }

    private static FileChannel open() throws IOException {
        Path path = Files.createTempFile("salesforce-simulator-body", null);
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
