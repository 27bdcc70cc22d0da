package org.camelforce.salesforcecc.internal.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceProducer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/**
 * Serves an operation by upstream's producer, and waits for a login that is needed now without holding a thread. When
 * there is no token at all, the exchange fails with the login's own exception; while the component is stopped, it fails
 * and says so. Upstream's producer keeps the client of the session it was started with, so each session gets another
 * one.
 */
public final class ManagedProducer extends DefaultAsyncProducer {

    private final SalesforceEndpoint endpoint;
    private final Supplier<IllegalStateException> notStarted;
    private final Lock renewing = new ReentrantLock();
    private final CheckedOperation operation;
    private volatile Upstream upstream;

    private record Upstream(@Nullable ManagedSession session, SalesforceProducer producer) {}

    /**
     * @param endpoint an endpoint whose component has a {@link ManagedSession} while it is started
     * @param legacyHeaders whether headers without {@code CamelSalesforce} choose parameters too
     * @param notStarted makes the exception of exchanges that come while the component is stopped
     * @throws SalesforceException if the operation cannot be served
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    public ManagedProducer(
            SalesforceEndpoint endpoint, boolean legacyHeaders, Supplier<IllegalStateException> notStarted)
            throws SalesforceException {
        super(endpoint);
        this.endpoint = endpoint;
        this.notStarted = notStarted;
        this.operation = new CheckedOperation(endpoint, legacyHeaders);
        this.upstream = new Upstream(null, new SalesforceProducer(endpoint));
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ManagedSession session = session();
        SalesforceHttpClient httpClient = endpoint.getComponent().getHttpClient();
        if (session == null || httpClient == null) {
            return failed(exchange, callback, notStarted.get());
        }
        CompletableFuture<TokenEntry> token = session.tokens().obtain();
        if (token.isDone() && !token.isCompletedExceptionally()) {
            return proceed(session, exchange, callback);
        }
        token.orTimeout(session.getTimeout(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (entry, failure) -> {
                            if (failure == null || session.tokens().current().isPresent()) {
                                proceed(session, exchange, doneSync -> callback.done(false));
                            } else {
                                failed(exchange, doneSync -> callback.done(false), LoginException.of(failure));
                            }
                        },
                        // neither the thread of the login's answer nor the JVM's timer thread is a route's to hold
                        httpClient.getWorkerPool());
        return false;
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(upstream.producer());
        super.doStop();
    }

    private boolean proceed(ManagedSession session, Exchange exchange, AsyncCallback callback) {
        try {
            SalesforceProducer producer = producerFor(session);
            session.informClients();
            return operation.process(producer, exchange, callback);
        } catch (Throwable e) {
            // an Error too: nobody else is told of what is thrown after the wait for a login
            return failed(exchange, callback, e);
        }
    }

    private SalesforceProducer producerFor(ManagedSession session) throws SalesforceException {
        Upstream now = upstream;
        return now.session() == session ? now.producer() : renewedFor(session);
    }

    private SalesforceProducer renewedFor(ManagedSession session) throws SalesforceException {
        renewing.lock();
        try {
            Upstream before = upstream;
            if (before.session() == session) {
                return before.producer();
            }
            if (session() != session) {
                throw notStarted.get();
            }
            SalesforceProducer made = new SalesforceProducer(endpoint);
            ServiceHelper.startService(made);
            upstream = new Upstream(session, made);
            ServiceHelper.stopService(before.producer());
            return made;
        } finally {
            renewing.unlock();
        }
    }

    private @Nullable ManagedSession session() {
        return (ManagedSession) endpoint.getComponent().getSession();
    }

    private static boolean failed(Exchange exchange, AsyncCallback callback, Throwable failure) {
        exchange.setException(failure);
        callback.done(true);
        return true;
    }
}
