package org.camelforce.salesforcecc.events;

import java.util.concurrent.Callable;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.camelforce.salesforcecc.session.ManagedSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one consumer when there is a token: at once if there is one, otherwise after the login in the background,
 * unless the consumer is stopped before.
 */
final class Deferral {

    private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);
    private static final long MOST_WAIT_MILLIS = 10_000;

    private final DefaultConsumer consumer;
    private final SalesforceEndpoint endpoint;
    private @Nullable Object waiting;
    private @Nullable Thread starting;

    Deferral(DefaultConsumer consumer, SalesforceEndpoint endpoint) {
        this.consumer = consumer;
        this.endpoint = endpoint;
    }

    void start(Callable<Void> start) throws Exception {
        ManagedSession session = (ManagedSession) endpoint.getComponent().getSession();
        if (session.tokens().current().isPresent()) {
            start.call();
            return;
        }
        LOG.info("{} subscribes as soon as the login succeeds", endpoint);
        Object ticket = new Object();
        synchronized (this) {
            waiting = ticket;
        }
        session.tokens().await().thenRun(() -> launch(ticket, start));
    }

    /** After this no start is under way, and none follows: what one has begun can be undone. */
    void cancel() throws InterruptedException {
        Thread running;
        synchronized (this) {
            waiting = null;
            running = starting;
            starting = null;
        }
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
            running.join(MOST_WAIT_MILLIS);
        }
    }

    private synchronized void launch(Object ticket, Callable<Void> start) {
        if (waiting != ticket) {
            return;
        }
        waiting = null;
        Thread thread = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newThread("SalesforceCcDeferredStart", () -> run(start));
        starting = thread;
        thread.start();
    }

    private void run(Callable<Void> start) {
        try {
            start.call();
        } catch (InterruptedException e) {
            LOG.debug("{} has been stopped while it started", endpoint);
        } catch (Exception e) {
            consumer.getExceptionHandler().handleException("Cannot subscribe to " + endpoint + " after the login", e);
        }
    }
}
