package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.SalesforceSession;
import org.apache.camel.component.salesforce.internal.client.AbstractClientBase;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.internal.token.TokenListener;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session that upstream's clients, consumers and processors see: every question is answered from the token manager,
 * and nothing here logs in, logs out or revokes by itself. Safe for use by several threads.
 */
public final class ManagedSession extends SalesforceSession {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedSession.class);

    private final TokenManager tokens;
    private final @Nullable URI fixedInstanceUrl;
    private final RequestStatistics requests = new RequestStatistics();
    private final RequestGuard guard;
    private final Set<SalesforceSessionListener> listeners = new CopyOnWriteArraySet<>();
    private volatile @Nullable TokenEntry toldToAll;
    private final TokenListener onToken = (previous, installed) -> tellAll();

    /**
     * @param camelContext the context
     * @param httpClient upstream's client
     * @param timeoutMillis how long a blocking caller waits for a login, in milliseconds
     * @param config upstream's view of the login
     * @param tokens answers every question
     */
    public ManagedSession(
            CamelContext camelContext,
            SalesforceHttpClient httpClient,
            long timeoutMillis,
            ManagedLoginConfig config,
            TokenManager tokens) {
        super(camelContext, httpClient, timeoutMillis, config);
        this.tokens = tokens;
        this.guard = new RequestGuard(() -> tokens.current().map(TokenEntry::token), this::instanceUrlOf);
        this.fixedInstanceUrl = config.getInstanceUrl() == null
                ? null
                : AccessToken.withoutTrailingSlash(URI.create(config.getInstanceUrl()));
    }

    /** @return the manager behind this session */
    public TokenManager tokens() {
        return tokens;
    }

    /** @return what there is to say about the requests that were sent with this session's tokens */
    public RequestStatistics requests() {
        return requests;
    }

    @Nullable
    URI fixedInstanceUrl() {
        return fixedInstanceUrl;
    }

    /** The place that requests with this session's tokens pass. */
    RequestGuard guard() {
        return guard;
    }

    /**
     * @param token a token
     * @return where the API is called with it: the configured instance URL, or the one that came with the token
     */
    public URI instanceUrlOf(AccessToken token) {
        return fixedInstanceUrl != null ? fixedInstanceUrl : token.instanceUrl();
    }

    /**
     * Looks at where a request goes before it is given a token.
     *
     * @param token the token that it is to carry
     * @param request not sent yet
     * @throws RequestRefusedException if it goes elsewhere than to the instance of this token
     */
    public void requireInstanceOf(AccessToken token, Request request) throws RequestRefusedException {
        Origin target = new Origin(request.getScheme(), request.getHost(), request.getPort());
        if (!target.equals(Origin.of(instanceUrlOf(token)))) {
            throw new RequestRefusedException("A request to " + target.url()
                    + " was not sent: the access token goes to " + instanceUrlOf(token) + " alone");
        }
    }

    /**
     * Waits for a token: the current one, or the one that replaces {@code oldToken}.
     *
     * @param oldToken a rejected token, or null to take what there is
     * @return the token's value
     * @throws LoginException if the login fails or takes longer than the time-out
     * @throws SalesforceException if the thread is interrupted; its flag is set again and the login goes on
     */
    @Override
    public String login(@Nullable String oldToken) throws SalesforceException {
        return await(oldToken == null ? tokens.obtain() : tokens.renew(oldToken))
                .token()
                .value();
    }

    /**
     * Waits for the first token, however long it takes, or else for the outcome of one renewal: a renewal that fails is
     * logged, and the caller comes back with the same token. Backoff is up to the token manager.
     *
     * @param backoffIncrement ignored
     * @param maxBackoff ignored
     */
    @Override
    public void attemptLoginUntilSuccessful(long backoffIncrement, long maxBackoff) {
        try {
            String former = getAccessToken();
            (former == null ? tokens.await() : tokens.renew(former)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("The token was not renewed: {}", LoginException.of(e).getMessage());
        }
    }

    /** Does nothing: ending the session would end it for every node that uses the same app and user. */
    @Override
    public void logout() {}

    /** Not for use: logins go through the token manager. */
    @Override
    public Request getLoginRequest(HttpConversation conversation) {
        throw new UnsupportedOperationException("Logins go through the token manager");
    }

    /** Not for use: logins go through the token manager. */
    @Override
    public void parseLoginResponse(ContentResponse loginResponse, String responseContent) {
        throw new UnsupportedOperationException("Logins go through the token manager");
    }

    @Override
    public @Nullable String getAccessToken() {
        return tokens.current().map(entry -> entry.token().value()).orElse(null);
    }

    @Override
    public @Nullable String getInstanceUrl() {
        return tokens.current()
                .map(entry -> instanceUrlOf(entry.token()).toString())
                .orElse(null);
    }

    @Override
    public @Nullable String getId() {
        return tokens.current()
                .map(entry -> entry.token().identityUrl())
                .map(URI::toString)
                .orElse(null);
    }

    @Override
    public @Nullable String getOrgId() {
        return tokens.current().map(entry -> entry.token().orgId()).orElse(null);
    }

    /**
     * Adds a listener and tells it of the current token at once: a client that reads the token, then subscribes, would
     * miss one that is installed in between.
     */
    @Override
    public boolean addListener(SalesforceSessionListener listener) {
        boolean added = listeners.add(listener);
        tell(listener);
        return added;
    }

    @Override
    public boolean removeListener(SalesforceSessionListener listener) {
        return listeners.remove(listener);
    }

    @Override
    public void doStart() {
        tokens.addListener(onToken);
    }

    @Override
    public void doStop() {
        tokens.removeListener(onToken);
        listeners.clear();
    }

    /**
     * Sees to it that clients know the token in use. The thread that brings one tells them after others can have seen
     * it; a client that has been told of none yet does not even know the host.
     */
    public void informClients() {
        TokenEntry inUse = tokens.current().orElse(null);
        if (inUse != null && inUse != toldToAll) {
            tellAll();
        }
    }

    private void tellAll() {
        TokenEntry inUse = tokens.current().orElse(null);
        listeners.forEach(this::tell);
        toldToAll = inUse;
    }

    /** Until the token that was told is the current one: another thread may tell of a newer one meanwhile. */
    private void tell(SalesforceSessionListener listener) {
        Optional<TokenEntry> told = Optional.empty();
        for (Optional<TokenEntry> now = tokens.current(); !now.equals(told); now = tokens.current()) {
            told = now;
            now.ifPresent(entry -> tell(listener, entry));
        }
    }

    private void tell(SalesforceSessionListener listener, TokenEntry entry) {
        guard.learn(entry.token());
        String url = instanceUrlOf(entry.token()).toString();
        try {
            listener.onLogin(entry.token().value(), url);
        } catch (RuntimeException e) {
            LOG.warn("A session listener failed: {}", e.toString());
        }
        if (listener instanceof AbstractClientBase client) {
            // onLogin ignores an instance URL that comes with the same token
            client.setInstanceUrl(url);
        }
    }

    private TokenEntry await(CompletableFuture<TokenEntry> login) throws SalesforceException {
        try {
            return login.get(getTimeout(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalesforceException("Interrupted while waiting for a login", e);
        } catch (TimeoutException | ExecutionException e) {
            throw LoginException.of(e);
        }
    }
}
