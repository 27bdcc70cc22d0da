package org.camelforce.salesforcecc.simulator.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the bodies of requests before anything serves them, and holds no thread while it waits for a client. So a
 * client that is slow keeps no other from being served, and a refused request leaves a connection that can be used
 * again.
 *
 * <p>Requests whose long bodies would together need too much memory are served one after the other.
 *
 * <p>A body that does not come is answered with 408. One that is too long is not received, and cannot be read; the
 * answer, whatever it is, closes the connection.
 */
public final class BodyReceiver extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReceiver.class);
    private static final String CLOSE = "close";
    private static final String MULTIPART = "multipart/form-data";

    // A body of zeros is compressed to so small a part.
    private static final long COMPRESSION = 1_032;
    private static final long SHORT = 16L * 1024;
    private static final long MAX_FOR_ONE = 50L * 1024 * 1024;

    private final ToLongFunction<Request> longest;
    private final Duration patience;
    private final MemoryBudget memory = MemoryBudget.ofHeap();

    /**
     * @param longest bytes that the body of a request has at most
     * @param patience how long to wait for the next bytes
     */
    public BodyReceiver(ToLongFunction<Request> longest, Duration patience) {
        this.longest = longest;
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        new Reception(request, response, callback, longest.applyAsLong(request)).begin();
        return true;
    }

    private void serve(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) { // as Jetty does for what it calls itself
            Response.writeError(request, response, callback, e);
        }
    }

    /** The reception of one body. */
    private final class Reception {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final long limit;
        private final ReceivedBody body = new ReceivedBody();
        private final AtomicReference<@Nullable Wait> waiting = new AtomicReference<>();

        Reception(Request request, Response response, Callback callback, long limit) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.limit = limit;
        }

        void begin() {
            if (request.getLength() > limit) {
                serveUnread();
            } else {
                Request.addCompletionListener(request, failure -> delete());
                receive();
            }
        }

        private void receive() {
            try {
                boolean more = true;
                while (more) {
                    more = receiveNext();
                }
            } catch (IOException e) {
                LOG.error(
                        "{} {}: the body cannot be stored",
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        e);
                reject(HttpStatus.INTERNAL_SERVER_ERROR_500);
            }
        }

        private boolean receiveNext() throws IOException {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await();
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                reject(HttpStatus.BAD_REQUEST_400);
                return false;
            }
            boolean last = chunk.isLast();
            try {
                body.add(chunk.getByteBuffer());
            } finally {
                chunk.release();
            }
            if (body.length() > limit) {
                serveUnread();
                return false;
            }
            if (last) {
                serveRead();
            }
            return !last;
        }

        private void await() {
            Wait wait = new Wait();
            waiting.set(wait);
            wait.begin(request.getComponents().getScheduler(), patience, () -> expire(wait));
            request.demand(this::goOn);
        }

        private void goOn() {
            Wait wait = waiting.getAndSet(null);
            if (wait != null) {
                wait.end();
                receive();
            }
        }

        private void expire(Wait wait) {
            if (waiting.compareAndSet(wait, null)) {
                reject(HttpStatus.REQUEST_TIMEOUT_408);
            }
        }

        private void reject(int status) {
            response.getHeaders().put(HttpHeader.CONNECTION, CLOSE);
            Response.writeError(request, response, callback, status);
        }

        private void serveRead() throws IOException {
            ReceivedRequest received = new ReceivedRequest(
                    request, body.content(request.getComponents().getByteBufferPool()));
            long bytes = memoryNeeded();
            if (bytes <= SHORT) {
                serve(received, new Closing(received, response), callback);
                return;
            }
            Thread receiving = Thread.currentThread();
            memory.take(bytes, () -> {
                Request.addCompletionListener(request, failure -> memory.release(bytes));
                Runnable serving = () -> serve(received, new Closing(received, response), callback);
                if (Thread.currentThread() == receiving) {
                    serving.run();
                } else {
                    request.getComponents().getExecutor().execute(serving);
                }
            });
        }

        private long memoryNeeded() {
            boolean compressed = request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
            return Math.min(body.length() * (compressed ? COMPRESSION : 1), MAX_FOR_ONE);
        }

        private void serveUnread() {
            ReceivedRequest unread = new ReceivedRequest(request, new TooLongBody());
            unread.fail(new IOException("the body is too long"));
            serve(unread, new Closing(unread, response), callback);
        }

        private void delete() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One wait for more of a body. */
    private static final class Wait {

        private Scheduler.@Nullable Task timer;

        void begin(Scheduler scheduler, Duration patience, Runnable expiry) {
            timer = scheduler.schedule(expiry, patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        void end() {
            Scheduler.Task begun = timer;
            if (begun != null) {
                begun.cancel();
            }
        }
    }

    /** Says when the connection closes, whatever is done to the headers before. */
    private static final class Closing extends Response.Wrapper {

        private final ReceivedRequest request;

        Closing(ReceivedRequest request, Response response) {
            super(request, response);
            this.request = request;
        }

        /** The web server closes the connection after a multipart request that it could not read. */
        private boolean isMalformed() {
            String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            return getStatus() >= HttpStatus.BAD_REQUEST_400
                    && type != null
                    && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (!isCommitted() && (request.hasFailed() || isMalformed())) {
                getHeaders().put(HttpHeader.CONNECTION, CLOSE);
            }
            super.write(last, content, callback);
        }
    }
}
