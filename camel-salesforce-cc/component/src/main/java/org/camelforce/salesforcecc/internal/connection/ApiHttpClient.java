package org.camelforce.salesforcecc.internal.connection;

import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Promise;

/**
 * Jetty's HTTP client as requests to Salesforce need it: it keeps no cookies, follows no redirects, leaves answers with
 * status 401 to the caller, and has no socket left when it has stopped.
 */
@SuppressWarnings("try") // close() is inherited from Jetty, which declares that it throws Exception
public final class ApiHttpClient extends HttpClient {

    /** "Early Hints". */
    private static final int LAST_KNOWN = 103;

    private final TransportSettings settings;
    private final OpenChannels channels = OpenChannels.of(this);

    /** @param settings how requests travel */
    public ApiHttpClient(TransportSettings settings) {
        super(new ApiTransport(settings.sslContextFactory()));
        this.settings = settings;
        setFollowRedirects(false);
        setHttpCookieStore(new HttpCookieStore.Empty());
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

    @Override
    protected void doStart() throws Exception {
        settings.applyTo(this);
        super.doStart();
        // Jetty's decoders do not tell when an answer is cut short, and some never end then; GzipContent does it
        getContentDecoderFactories().clear();
        // Jetty takes a 401 without a challenge for a broken answer, and the token endpoint's denial comes without one
        getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        getProtocolHandlers().put(new FurtherInterimAnswers());
        getProtocolHandlers().put(new TunnelLogins(this));
    }

    @Override
    protected void doStop() throws Exception {
        try (channels) {
            super.doStop();
        }
    }

    /** Logs in at the proxy while it opens a tunnel. What answers in the tunnel is not the proxy. */
    private static final class TunnelLogins extends ProxyAuthenticationProtocolHandler {

        TunnelLogins(HttpClient client) {
            super(client);
        }

        @Override
        public boolean accept(Request request, Response response) {
            return HttpMethod.CONNECT.is(request.getMethod()) && super.accept(request, response);
        }
    }

    /**
     * Passes over interim answers that Jetty does not know, as it does with those that it knows (RFC 9110, section
     * 15.2). Without this, their requests never end.
     */
    private static final class FurtherInterimAnswers extends ProcessingProtocolHandler {

        @Override
        public String getName() {
            return "further-interim-answers";
        }

        @Override
        public boolean accept(Request request, Response response) {
            return response.getStatus() > LAST_KNOWN && HttpStatus.isInformational(response.getStatus());
        }
    }
}
