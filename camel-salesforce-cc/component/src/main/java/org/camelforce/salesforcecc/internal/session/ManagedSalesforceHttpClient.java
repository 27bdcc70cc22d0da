package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.internal.SalesforceSession;
import org.camelforce.salesforcecc.internal.connection.OpenChannels;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Upstream's HTTP client with another answer to a rejected token. Proxy, TLS, time-out and buffer options apply to it
 * as they do to upstream's, by way of {@link TransportSettings}.
 */
@SuppressWarnings("try") // close() is inherited from Jetty, which declares that it throws Exception
public final class ManagedSalesforceHttpClient extends SalesforceHttpClient {

    private final OpenChannels channels = OpenChannels.of(this);
    private final ContinuationExecutor workers;
    private final TransportSettings transport;
    private @Nullable ManagedSession managedSession;

    /**
     * @param context the context
     * @param workerPool handles responses; shut down when this client stops
     * @param transport how requests travel, whatever upstream sets
     */
    public ManagedSalesforceHttpClient(CamelContext context, ExecutorService workerPool, TransportSettings transport) {
        super(context, workerPool, transport.sslContextFactory());
        this.transport = transport;
        this.workers = new ContinuationExecutor(context, workerPool, ThreadPools.later());
        setFollowRedirects(false);
    }

    /** @param clock learns the time from every answer, those to logins and of the Streaming API included */
    public void setClock(SalesforceClock clock) {
        getRequestListeners().addListener(new Request.Listener() {
            @Override
            public void onQueued(Request request) {
                request.onResponseHeaders(clock::answered);
            }
        });
    }

    /** @param session the session that upstream's clients are to see */
    public void setManagedSession(ManagedSession session) {
        this.managedSession = session;
    }

    /** @return what exchanges go on with, even after the pool has been shut down */
    public ContinuationExecutor workers() {
        return workers;
    }

    /** @return {@link #workers()} */
    @Override
    public ExecutorService getWorkerPool() {
        return workers;
    }

    /** Answers with the managed session, whatever upstream has set. */
    @Override
    public @Nullable SalesforceSession getSession() {
        return managedSession;
    }

    /** Ignored: upstream sets a session of its own, which must not be used. */
    @Override
    public void setSession(SalesforceSession session) {}

    @Override
    public HttpRequest newHttpRequest(HttpConversation conversation, URI uri) {
        ManagedSession session = managedSession;
        if (session == null) {
            throw new IllegalStateException("The session must be set before requests are made");
        }
        session.guard().admit(uri);
        HttpRequest request = new ManagedRequest(this, conversation, uri, session.guard(), workers);
        request.timeout(getTimeout(), TimeUnit.MILLISECONDS);
        request.followRedirects(false);
        request.onResponseHeaders(this::answered);
        return request;
    }

    /**
     * @param uri where to
     * @return a request that is not one of upstream's clients
     */
    public Request newApiRequest(URI uri) {
        return super.newHttpRequest(new HttpConversation(), uri);
    }

    /** None is opened by a client that stops. */
    @Override
    public void newConnection(Destination destination, Promise<Connection> promise) {
        if (isRunning()) {
            super.newConnection(destination, promise);
        } else {
            promise.failed(new RejectedExecutionException("The client is stopping"));
        }
    }

    private void answered(Response response) {
        ManagedSession session = managedSession;
        if (session != null) {
            session.requests().answered(response.getHeaders().get(ApiUsage.HEADER));
        }
    }

    @Override
    protected void doStart() throws Exception {
        transport.applyTo(this);
        setTimeout(transport.requestTimeoutMillis());
        setMaxContentLength(transport.maxAnswerBytes());
        super.doStart();
        ManagedSession session = managedSession;
        if (session == null) {
            throw new IllegalStateException("The session must be set before the client is started");
        }
        // it takes a 401 without a challenge for a broken answer, and the token endpoint's denial comes without one
        getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        getProtocolHandlers().put(new TokenRenewalHandler(session, getMaxContentLength(), getTimeout()));
    }

    @Override
    protected void doStop() throws Exception {
        try (channels) {
            super.doStop();
        }
    }
}
