package org.camelforce.salesforcecc.reliability.child;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Takes a different time for each event, so that a route that works on several at once finishes them out of order. */
final class UnevenWork extends AsyncProcessorSupport implements AsyncProcessor {

    private static final int STEPS = 7;
    private static final int MILLIS = 5;

    private final ScheduledExecutorService threads;

    UnevenWork(ScheduledExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        int step =
                Math.floorMod(exchange.getProperty(Route.EVENT_ID, String.class).hashCode() * 31, STEPS);
        threads.schedule(() -> callback.done(false), (long) step * MILLIS, TimeUnit.MILLISECONDS);
        return false;
    }
}
