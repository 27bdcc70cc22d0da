package org.camelforce.salesforcecc.simulator.internal.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is left of a request's body before its answer is written, so that a refused request leaves a connection
 * that can be used again. A body that is too long or does not come is left unread, and the answer closes the
 * connection.
 */
final class BodyReader extends Handler.Wrapper {

    private final long longest;
    private final Duration patience;

    /**
     * @param longest bytes that are read at most
     * @param patience how long to wait for the next bytes
     */
    BodyReader(long longest, Duration patience) {
        this.longest = longest;
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Request unread = new ReadLater(request);
        return super.handle(unread, new AfterBody(unread, response), callback);
    }

    private static final class ReadLater extends Request.Wrapper {

        ReadLater(Request request) {
            super(request);
        }

        /** Keeps Jetty from giving up on the connection while the rest of the body is on its way. */
        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    private record HeldWrite(boolean last, @Nullable ByteBuffer content, Callback callback) {}

    /** Holds writes until the body has been read. Jetty writes a second time behind an error page, without waiting. */
    private final class AfterBody extends Response.Wrapper {

        private final Queue<HeldWrite> held = new ArrayDeque<>();
        private boolean begun;
        private boolean passing;

        AfterBody(Request request, Response response) {
            super(request, response);
        }

        @Override
        public boolean isCommitted() {
            synchronized (held) {
                return begun || super.isCommitted();
            }
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            boolean first;
            boolean pass;
            synchronized (held) {
                first = !begun;
                begun = true;
                pass = passing;
                if (!pass) {
                    held.add(new HeldWrite(last, content, callback));
                }
            }
            if (first) {
                new UnreadBody(getRequest(), longest, patience, this::bodyEnded).read();
            } else if (pass) {
                super.write(last, content, callback);
            }
        }

        private void bodyEnded(boolean read) {
            if (!read) {
                getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            writeNext();
        }

        private void writeNext() {
            HeldWrite next;
            synchronized (held) {
                next = held.poll();
                passing = next == null;
            }
            if (next != null) {
                super.write(next.last, next.content, Callback.from(next.callback, this::writeNext));
            }
        }
    }
}
