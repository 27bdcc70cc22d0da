package org.camelforce.salesforcecc.internal.request;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs requests that take too long, up to ten a minute. Safe for use by several threads. */
public final class SlowRequestLog implements RequestObserver, RequestEnd {

    private static final Logger LOG = LoggerFactory.getLogger(SlowRequestLog.class);
    private static final int MAX_LINES_PER_MINUTE = 10;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final long thresholdMillis;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private long minute;
    private int lines;
    private long unlogged;

    /**
     * @param thresholdMillis how long a request may take, in milliseconds
     * @param ticker nanoseconds from an arbitrary origin, never going back
     */
    public SlowRequestLog(long thresholdMillis, LongSupplier ticker) {
        this.thresholdMillis = thresholdMillis;
        this.ticker = ticker;
        this.minute = ticker.getAsLong();
    }

    @Override
    public RequestEnd begun(ApiRequest request) {
        return this;
    }

    @Override
    public void ended(EndedRequest ended) {
        long millis = ended.took().toMillis();
        if (millis <= thresholdMillis) {
            return;
        }
        long before;
        lock.lock();
        try {
            if (!isRoom()) {
                unlogged++;
                return;
            }
            before = unlogged;
            unlogged = 0;
        } finally {
            lock.unlock();
        }
        log(ended, millis, before);
    }

    private boolean isRoom() {
        long now = ticker.getAsLong();
        if (now - minute >= MINUTE) {
            minute = now;
            lines = 0;
        }
        return lines++ < MAX_LINES_PER_MINUTE;
    }

    private void log(EndedRequest ended, long millis, long before) {
        String operation = ended.request().name();
        String object = ObjectNames.of(ended.request());
        String outcome = MeterTag.value(ended.outcome());
        LogEvent.REQUEST_SLOW
                .on(LOG.atWarn())
                .addKeyValue("operation", operation)
                .addKeyValue("object", object)
                .addKeyValue("outcome", outcome)
                .addKeyValue("status", ended.status())
                .addKeyValue("ms", millis)
                .addKeyValue("unlogged", before)
                .log(
                        "A request took longer than slowRequestThreshold: {}, object {}, {} ms, {}, status {};"
                                + " {} more since the last line",
                        operation,
                        object,
                        millis,
                        outcome,
                        ended.status(),
                        before);
    }
}
