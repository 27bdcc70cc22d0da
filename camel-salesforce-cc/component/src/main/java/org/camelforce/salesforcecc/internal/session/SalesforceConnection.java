package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.connection.SharedTransport;
import org.camelforce.salesforcecc.internal.connection.SharedTransports;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.request.RequestLimits;
import org.camelforce.salesforcecc.internal.request.RequestObservers;
import org.camelforce.salesforcecc.internal.request.RetryPauses;
import org.camelforce.salesforcecc.internal.threads.ContinuationExecutor;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.camelforce.salesforcecc.internal.token.SharedTokenManagers;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one started component holds: its share in the HTTP client and in the token manager of its login identity, and
 * the connections of its requests. Used by the thread that starts and stops the component.
 */
public final class SalesforceConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceConnection.class);
    private static final long QUIET_MILLIS = 2_000;

    private final Object identity;
    private final SharedTokenManagers managers;
    private final Function<Executor, LoginCandidates> login;
    private final TokenManager tokens;
    private final ComponentLogin componentLogin;
    private final SharedTransports transports;
    private final Object transportOptions;
    private final SharedTransport transport;
    private final ConnectionOwner connections;
    private final RequestStatistics requests = new RequestStatistics();
    private final RequestObservers requestObservers = new RequestObservers();
    private final SalesforceClock clock;
    private final OrgLogin orgLogin;
    private final RequestLimits limits;
    private final RetryPauses pauses;
    private final ApiClient apiClient;

    /**
     * @param camelContext the context
     * @param settings how to log in
     * @param instanceUrl overrides the instance URL of the token response, or null
     * @param travel how requests travel
     * @param transportOptions what makes transports the same, as for {@link SharedTransports}
     * @param transport that of these options, which this releases when it is closed
     * @param policy the numbers of the token's life
     * @param watch org and user to insist on
     * @param time clock, ticker and jitter
     */
    public SalesforceConnection(
            CamelContext camelContext,
            LoginSettings settings,
            @Nullable String instanceUrl,
            TransportSettings travel,
            Object transportOptions,
            SharedTransport transport,
            TokenPolicy policy,
            IdentityGuard watch,
            TokenTime time) {
        long loginMillis = travel.ofLogins().requestTimeoutMillis();
        HttpClient httpClient = transport.httpClient();
        this.transports = SharedTransports.of(camelContext);
        this.transportOptions = transportOptions;
        this.transport = transport;
        this.clock = new SalesforceClock(time);
        this.connections = new ConnectionOwner(clock::answered);
        this.login = executor -> settings.candidates(httpClient, connections, loginMillis, executor);
        this.managers = SharedTokenManagers.of(camelContext);
        // a token that one component refuses must not come from another that does not
        this.identity = List.of(settings.identity(), watch);
        this.tokens = managers.acquire(identity, login, policy, watch, time);
        this.componentLogin = new ComponentLogin(tokens);
        URI fixedInstanceUrl = instanceUrl == null ? null : AccessToken.withoutTrailingSlash(URI.create(instanceUrl));
        this.orgLogin = new OrgLogin(tokens, fixedInstanceUrl, loginMillis);
        this.limits = new RequestLimits(travel.requestTimeoutMillis(), travel.maxAnswerBytes());
        requestObservers.add(requests);
        this.pauses = new RetryPauses(managers.scheduler(), time.jitter());
        this.apiClient = new ApiClient(
                url -> connections.own(httpClient.newRequest(url), ConnectionOwner.Use.OPERATIONS),
                orgLogin,
                limits,
                transport.workers(),
                httpClient.getExecutor(),
                requestObservers,
                time.ticker(),
                pauses);
    }

    /** @return which org is asked, and with which token */
    public OrgLogin orgLogin() {
        return orgLogin;
    }

    /** @return what is known of the requests */
    public RequestStatistics requests() {
        return requests;
    }

    /** @return who is told of every request */
    public RequestObservers requestObservers() {
        return requestObservers;
    }

    /** @return what requests may take */
    public RequestLimits limits() {
        return limits;
    }

    /** @return sends requests of operations */
    public ApiClient apiClient() {
        return apiClient;
    }

    /** @return what time it is in Salesforce */
    public SalesforceClock clock() {
        return clock;
    }

    /** @return whose connections requests have */
    public ConnectionOwner connections() {
        return connections;
    }

    /** @return the HTTP client of all requests, which others use too */
    public HttpClient httpClient() {
        return transport.httpClient();
    }

    /** @return what exchanges go on with after an answer, even after the pool has been shut down */
    public ContinuationExecutor workers() {
        return transport.workers();
    }

    /** @return the login as this component's user sees it; its listeners end with this connection */
    public SalesforceLogin userLogin() {
        return componentLogin;
    }

    /**
     * Of the components that share a login, one is told of what happens to it: the first that is still there.
     *
     * @param listener is told of every transition of the login, as long as this component speaks for it
     */
    public void addLoginListener(TokenEventListener listener) {
        componentLogin.addEventListener(event -> {
            if (managers.speaksFor(identity, login)) {
                listener.on(event);
            }
        });
    }

    /**
     * Waits for the first login. When Salesforce is unavailable, logins go on in the background.
     *
     * @throws LoginDeniedException if Salesforce refuses it
     * @throws InterruptedException if the thread is interrupted; the login goes on
     */
    public void login() throws LoginException, InterruptedException {
        try {
            tokens.obtain().get(orgLogin.timeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LoginException failure = LoginException.of(e);
            if (failure instanceof LoginDeniedException) {
                throw failure;
            }
            LOG.warn("Starting without a login, which is tried again in the background: {}", failure.getMessage());
            tokens.await();
        }
    }

    /**
     * Ends this component's share. The HTTP client must still be running if the token is to be revoked.
     *
     * @param revoke whether to end the session for all who hold its token
     */
    public void close(boolean revoke) {
        pauses.close();
        if (revoke) {
            tokens.current()
                    .ifPresent(entry -> OAuthClient.revoke(
                            transport.httpClient(),
                            request -> connections.own(request, ConnectionOwner.Use.LOGINS),
                            entry.token(),
                            orgLogin.timeoutMillis()));
        }
        awaitQuiet();
        componentLogin.close();
        managers.release(identity, login);
        try {
            connections.close(transport.httpClient(), new RejectedExecutionException("The component is stopping"));
        } finally {
            transports.release(transportOptions);
        }
    }

    /** A question that has its answer does not fail, and is not logged, because the HTTP client stops. */
    private void awaitQuiet() {
        try {
            tokens.untilQuiet().get(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Stopping although a question about the access token has no answer yet");
        }
    }
}
