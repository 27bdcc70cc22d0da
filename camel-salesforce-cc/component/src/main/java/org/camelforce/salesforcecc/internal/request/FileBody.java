package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * A file as a body. It is read while it is sent, once for each time, and up to the length that it has when it is
 * opened: a request tells the length before its body.
 *
 * @param contentType its media type
 * @param file where its content is
 */
public record FileBody(String contentType, Path file) implements RequestBody {

    @Override
    public Request.Content open(Executor readers) {
        try {
            long length = Files.size(file);
            return new StreamContent(new Content(file, length), contentType, length, readers);
        } catch (IOException e) {
            throw new UncheckedIOException(unreadable(file));
        }
    }

    private static UnreadableBodyException unreadable(Path file) {
        return new UnreadableBodyException("File " + file + " does not exist or is not readable");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /** Opened by the first reading, because a request that is not sent does not close its body. */
    private static final class Content extends BlockInputStream {

        private final Path file;
        private long left;
        private @Nullable InputStream opened;

        Content(Path file, long length) {
            this.file = file;
            this.left = length;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = opened().read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new UnreadableBodyException("File " + file + " has become shorter while it was sent");
            }
            left -= count;
            return count;
        }

        private InputStream opened() throws IOException {
            InputStream open = opened;
            if (open == null) {
                try {
                    open = Files.newInputStream(file);
                } catch (IOException e) {
                    throw unreadable(file);
                }
                opened = open;
            }
            return open;
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
