package org.camelforce.salesforcecc.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceProducer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;

/**
 * Upstream's producer, which waits for a login that is needed now without holding a thread. When there is no token at
 * all, the exchange fails with the login's own exception.
 */
public final class ManagedProducer extends SalesforceProducer {

    /**
     * @param endpoint an endpoint whose component has a {@link ManagedSession}
     * @throws SalesforceException if the operation cannot be served
     */
    public ManagedProducer(SalesforceEndpoint endpoint) throws SalesforceException {
        super(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ManagedSession session = (ManagedSession)
                ((SalesforceEndpoint) getEndpoint()).getComponent().getSession();
        CompletableFuture<TokenEntry> token = session.tokens().obtain();
        if (token.isDone() && !token.isCompletedExceptionally()) {
            session.informClients();
            return super.process(exchange, callback);
        }
        token.orTimeout(session.getTimeout(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (entry, failure) -> {
                            if (failure == null || session.tokens().current().isPresent()) {
                                session.informClients();
                                proceed(exchange, callback);
                            } else {
                                exchange.setException(LoginException.of(failure));
                                callback.done(false);
                            }
                        },
                        this::onWorker);
        return false;
    }

    /** Neither the thread of the login's answer nor the JVM's timer thread is a route's to hold. */
    private void onWorker(Runnable work) {
        ExecutorService workers = ((SalesforceEndpoint) getEndpoint())
                .getComponent()
                .getHttpClient()
                .getWorkerPool();
        if (workers.isShutdown()) {
            work.run();
        } else {
            workers.execute(work);
        }
    }

    private void proceed(Exchange exchange, AsyncCallback callback) {
        try {
            super.process(exchange, doneSync -> callback.done(false));
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(false);
        }
    }
}
