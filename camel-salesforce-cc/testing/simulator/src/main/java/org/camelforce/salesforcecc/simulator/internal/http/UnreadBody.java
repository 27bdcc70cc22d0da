package org.camelforce.salesforcecc.simulator.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** What nobody has read of a request's body. Holds no thread while it waits for the client. */
final class UnreadBody {

    private final Request request;
    private final long longest;
    private final Duration patience;
    private final Consumer<Boolean> next;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long length;
    private volatile Scheduler.@Nullable Task waiting;

    /**
     * @param longest bytes that are read at most
     * @param patience how long to wait for the next bytes
     * @param next called once, and told whether the body was read to its end
     */
    UnreadBody(Request request, long longest, Duration patience, Consumer<Boolean> next) {
        this.request = request;
        this.longest = longest;
        this.patience = patience;
        this.next = next;
    }

    void read() {
        if (request.getLength() > longest) {
            end(false);
        } else {
            readOn();
        }
    }

    private void readOn() {
        Scheduler.Task waited = waiting;
        if (waited != null) {
            waited.cancel();
        }
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                waiting = request.getComponents()
                        .getScheduler()
                        .schedule(() -> end(false), patience.toMillis(), TimeUnit.MILLISECONDS);
                request.demand(this::readOn);
                return;
            }
            length += chunk.remaining();
            chunk.release();
            if (Content.Chunk.isFailure(chunk) || length > longest) {
                end(false);
            } else if (chunk.isLast()) {
                end(true);
            }
        }
    }

    private void end(boolean read) {
        if (ended.compareAndSet(false, true)) {
            next.accept(read);
        }
    }
}
