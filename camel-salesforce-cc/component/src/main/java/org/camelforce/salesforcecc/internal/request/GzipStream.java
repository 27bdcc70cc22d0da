package org.camelforce.salesforcecc.internal.request;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The content of an answer that is compressed with gzip, decoded while it is read. A body that is cut short makes
 * reading fail. For one reader at a time; it may be closed by another thread.
 */
final class GzipStream extends BlockInputStream {

    private final ReentrantLock reading = new ReentrantLock();
    private final String operation;
    private final AnswerStream source;
    private @Nullable GZIPInputStream decoded;
    private boolean isClosed;

    /**
     * @param operation whose answer it is, for messages
     * @param source the compressed body; not read before this is
     */
    GzipStream(String operation, AnswerStream source) {
        this.operation = operation;
        this.source = source;
    }

    AnswerStream source() {
        return source;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        reading.lock();
        try {
            if (isClosed) {
                return source.read(bytes, offset, length);
            }
            int count = opened().read(bytes, offset, length);
            if (count < 0) {
                // the end of the connection's content too, or a failure before it
                source.transferTo(OutputStream.nullOutputStream());
            }
            return count;
        } catch (EOFException | ZipException e) {
            throw new IOException("The answer to " + operation + " cannot be read", GzipContent.broken(e));
        } finally {
            reading.unlock();
        }
    }

    private GZIPInputStream opened() throws IOException {
        GZIPInputStream open = decoded;
        if (open == null) {
            open = new GZIPInputStream(new Members(source), GzipContent.BUFFER_BYTES);
            decoded = open;
        }
        return open;
    }

    /** Gives up what has not been read, and its connection. Whoever reads fails, and so lets go of the lock. */
    @Override
    public void close() throws IOException {
        source.close();
        reading.lock();
        try {
            isClosed = true;
            if (decoded != null) {
                decoded.close();
            }
        } finally {
            reading.unlock();
        }
    }

    /** Lets another member of gzip data follow the first one, even if it has not arrived (RFC 1952, section 2.2). */
    private static final class Members extends FilterInputStream {

        Members(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
