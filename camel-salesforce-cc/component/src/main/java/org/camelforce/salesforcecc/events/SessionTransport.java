package org.camelforce.salesforcecc.events;

import java.util.Map;
import org.camelforce.salesforcecc.session.ManagedSession;
import org.cometd.bayeux.Promise;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Long polling with the session's current token on every request. */
final class SessionTransport extends JettyHttpClientTransport {

    private final ManagedSession session;
    private volatile @Nullable String lastToken;

    SessionTransport(Map<String, Object> options, HttpClient httpClient, ManagedSession session) {
        super(options, httpClient);
        this.session = session;
    }

    /** The token of the latest request, the one that a refusal is about. */
    @Nullable
    String lastToken() {
        return lastToken;
    }

    @Override
    protected void customize(Request request, Promise<Request> promise) {
        session.tokens().obtain().whenComplete((entry, failure) -> {
            if (failure != null) {
                promise.fail(failure);
                return;
            }
            String token = entry.token().value();
            lastToken = token;
            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "OAuth " + token));
            promise.succeed(request);
        });
    }
}
