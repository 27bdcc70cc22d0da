package org.camelforce.salesforcecc.session;

import java.net.URISyntaxException;
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
 * all, the exchange fails with the login's own exception. Headers that begin with {@code CamelSalesforce} choose
 * parameters, and no others; a request that would be another one than the operation's fails the exchange with a
 * {@link RequestRefusedException}.
 */
public final class ManagedProducer extends SalesforceProducer {

    private final RequestShape shape;
    private final ParameterHeaders headers;

    /**
     * @param endpoint an endpoint whose component has a {@link ManagedSession}
     * @param legacyHeaders whether headers without {@code CamelSalesforce} choose parameters too
     * @throws SalesforceException if the operation cannot be served
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    public ManagedProducer(SalesforceEndpoint endpoint, boolean legacyHeaders) throws SalesforceException {
        super(endpoint);
        this.shape = RequestShape.of(endpoint.getOperationName());
        this.headers = new ParameterHeaders(endpoint, legacyHeaders);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ManagedSession session = (ManagedSession)
                ((SalesforceEndpoint) getEndpoint()).getComponent().getSession();
        CompletableFuture<TokenEntry> token = session.tokens().obtain();
        if (token.isDone() && !token.isCompletedExceptionally()) {
            session.informClients();
            return request(exchange, callback);
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
            request(exchange, doneSync -> callback.done(false));
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(false);
        }
    }

    private boolean request(Exchange exchange, AsyncCallback callback) {
        HeaderLoan loan;
        try {
            loan = headers.lend(exchange.getIn());
        } catch (RequestRefusedException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        RequestShape before = RequestGuard.enter(shape);
        try {
            return super.process(exchange, doneSync -> {
                loan.giveBack(exchange);
                nameTheCause(exchange);
                callback.done(doneSync);
            });
        } catch (RuntimeException e) {
            loan.giveBack(exchange);
            throw e;
        } finally {
            RequestGuard.enter(before);
        }
    }

    /** Upstream wraps what it does not know, and says of a text that is no URL only where. */
    private void nameTheCause(Exchange exchange) {
        RequestRefusedException refused = exchange.getException(RequestRefusedException.class);
        if (refused != null) {
            exchange.setException(refused);
        } else if (exchange.getException(URISyntaxException.class) != null) {
            exchange.setException(
                    new RequestRefusedException(shape.text(shape.chosenBy() + " has characters that no URL has")));
        }
    }
}
