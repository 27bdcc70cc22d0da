package org.camelforce.salesforcecc.internal.request;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, which is read while it arrives. At most one buffer of it is in memory: the next one is asked
 * for when this one has been read. Who reads waits on its own thread; no thread of the HTTP client does. A body that is
 * cut short makes reading fail. Closed before its end, it gives its connection up. For one reader at a time; it may be
 * closed by another thread.
 */
final class AnswerStream extends BlockInputStream {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String operation;
    private final long timeoutMillis;
    private final Response response;
    private final Content.Source source;
    private final Runnable begun;
    private Content.@Nullable Chunk chunk;
    private @Nullable Throwable failure;
    private @Nullable ObjLongConsumer<@Nullable Throwable> over;
    private long received;
    private boolean hasBegun;
    private boolean isAsked;
    private boolean isAtEnd;
    private boolean isClosed;

    /**
     * @param operation whose answer it is, for messages
     * @param timeoutMillis how long a reader waits for more, in milliseconds
     * @param response the answer
     * @param source its body
     * @param begun is called once, when the first bytes, the end or a failure is there
     */
    AnswerStream(String operation, long timeoutMillis, Response response, Content.Source source, Runnable begun) {
        this.operation = operation;
        this.timeoutMillis = timeoutMillis;
        this.response = response;
        this.source = source;
        this.begun = begun;
    }

    /**
     * Asks the HTTP client for the first or next part. Not to be called with the lock, because it may answer at once.
     */
    void ask() {
        lock.lock();
        try {
            if (isAsked || isOver() || chunk != null) {
                return;
            }
            isAsked = true;
        } finally {
            lock.unlock();
        }
        source.demand(this::arrived);
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        lock.lock();
        try {
            return isAtEnd && chunk == null;
        } finally {
            lock.unlock();
        }
    }

    /** Why there is no more; null if there is more, or the end. */
    @Nullable
    Throwable failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param told is called once, when the end has arrived, the body is cut short or closed: with the failure if there
     *     is one, and the number of bytes that have arrived
     */
    void whenOver(ObjLongConsumer<@Nullable Throwable> told) {
        lock.lock();
        try {
            over = told;
        } finally {
            lock.unlock();
        }
        tellIfOver();
    }

    private void tellIfOver() {
        ObjLongConsumer<@Nullable Throwable> told;
        Throwable reason;
        long bytes;
        lock.lock();
        try {
            if (over == null || !isOver()) {
                return;
            }
            told = over;
            over = null;
            reason = failure;
            bytes = received;
        } finally {
            lock.unlock();
        }
        told.accept(reason, bytes);
    }

    /** The HTTP client gives up. What has arrived can still be read. */
    void fail(@Nullable Throwable reason) {
        lock.lock();
        try {
            if (!isOver()) {
                failure = reason == null ? new IOException("The connection is gone") : reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tellIfOver();
        begin();
    }

    private void arrived() {
        Content.Chunk next = source.read();
        if (next == null) {
            source.demand(this::arrived);
            return;
        }
        Throwable broken = Content.Chunk.isFailure(next) ? next.getFailure() : null;
        if (broken != null) {
            fail(broken);
            response.abort(broken);
            return;
        }
        keep(next);
        tellIfOver();
        begin();
        // an empty part that is not the last one
        ask();
    }

    private void keep(Content.Chunk next) {
        lock.lock();
        try {
            isAsked = false;
            isAtEnd |= next.isLast();
            received += next.remaining();
            if (next.hasRemaining() && !isClosed) {
                chunk = next;
            } else {
                next.release();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (hasBegun || chunk == null && !isOver()) {
                return;
            }
            hasBegun = true;
        } finally {
            lock.unlock();
        }
        begun.run();
    }

    private boolean isOver() {
        return isAtEnd || isClosed || failure != null;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ask();
        lock.lock();
        try {
            awaitMore();
            Content.Chunk here = chunk;
            if (here == null) {
                return -1;
            }
            int count = here.get(bytes, offset, length);
            if (!here.hasRemaining()) {
                here.release();
                chunk = null;
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitMore() throws IOException {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            while (chunk == null && !isOver()) {
                if (left <= 0) {
                    failure = new TimeoutException("Nothing has come for " + timeoutMillis
                            + " ms. Set option httpRequestTimeout to a larger number");
                    response.abort(failure);
                } else {
                    left = changed.awaitNanos(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading the answer to " + operation);
        }
        if (isClosed) {
            throw new IOException("The answer to " + operation + " has been closed");
        }
        if (chunk == null && failure != null) {
            // Jetty describes the connection and the request
            String reason = failure instanceof EOFException ? "the connection was closed" : failure.toString();
            throw new IOException("The answer to " + operation + " ended before it was whole: " + reason, failure);
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return chunk == null ? 0 : chunk.remaining();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what has not been read, and its connection. */
    @Override
    public void close() {
        boolean isWhole;
        lock.lock();
        try {
            isWhole = isOver();
            isClosed = true;
            if (chunk != null) {
                chunk.release();
                chunk = null;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tellIfOver();
        if (!isWhole) {
            response.abort(new CancellationException("The answer to " + operation + " was closed before its end"));
        }
    }
}
