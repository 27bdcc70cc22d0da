package org.camelforce.salesforcecc.internal.session;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.request.RequestLimits;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.camelforce.salesforcecc.internal.token.SharedTokenManagers;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one started component holds: HTTP client, session, login configuration and its share in the token manager of its
 * login identity. Used by the thread that starts and stops the component.
 */
public final class SalesforceConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceConnection.class);
    private static final long QUIET_MILLIS = 2_000;

    private final LoginSettings settings;
    private final Object identity;
    private final SharedTokenManagers managers;
    private final Function<Executor, LoginCandidates> login;
    private final TokenManager tokens;
    private final ComponentLogin componentLogin;
    private final ManagedSalesforceHttpClient httpClient;
    private final ManagedLoginConfig loginConfig;
    private final ManagedSession session;
    private final SalesforceClock clock;
    private final OrgLogin orgLogin;
    private final ApiClient apiClient;
    private volatile boolean upstreamStarted;

    /**
     * @param camelContext the context
     * @param settings how to log in
     * @param instanceUrl overrides the instance URL of the token response, or null
     * @param transport how requests travel; a caller waits for a login for as long as a request may take
     * @param workerPool handles responses; shut down with the HTTP client
     * @param policy the numbers of the token's life
     * @param watch org and user to insist on
     * @param time clock, ticker and jitter
     */
    public SalesforceConnection(
            CamelContext camelContext,
            LoginSettings settings,
            @Nullable String instanceUrl,
            TransportSettings transport,
            ExecutorService workerPool,
            TokenPolicy policy,
            IdentityGuard watch,
            TokenTime time) {
        long timeoutMillis = transport.requestTimeoutMillis();
        this.settings = settings;
        this.httpClient = new ManagedSalesforceHttpClient(camelContext, workerPool, transport);
        this.login = executor -> settings.candidates(httpClient, timeoutMillis, executor);
        this.managers = SharedTokenManagers.of(camelContext);
        // a token that one component refuses must not come from another that does not
        this.identity = List.of(settings.identity(), watch);
        this.tokens = managers.acquire(identity, login, policy, watch, time);
        this.componentLogin = new ComponentLogin(tokens);
        this.loginConfig = loginConfig(instanceUrl);
        this.session = new ManagedSession(camelContext, httpClient, timeoutMillis, loginConfig, tokens);
        httpClient.setManagedSession(session);
        this.clock = new SalesforceClock(time);
        httpClient.setClock(clock);
        this.orgLogin = new OrgLogin(tokens, session.fixedInstanceUrl(), timeoutMillis);
        this.apiClient = new ApiClient(
                httpClient::newApiRequest,
                orgLogin,
                new RequestLimits(timeoutMillis, transport.maxAnswerBytes()),
                httpClient.workers(),
                session.requests());
    }

    /** @return which org is asked, and with which token */
    public OrgLogin orgLogin() {
        return orgLogin;
    }

    /** @return what is known of the requests */
    public RequestStatistics requests() {
        return session.requests();
    }

    /** @return sends requests of operations */
    public ApiClient apiClient() {
        return apiClient;
    }

    /** @return what time it is in Salesforce */
    public SalesforceClock clock() {
        return clock;
    }

    /** @return the HTTP client; upstream starts and stops it */
    public ManagedSalesforceHttpClient httpClient() {
        return httpClient;
    }

    /** @return the session */
    public ManagedSession session() {
        return session;
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

    /** @return the login configuration that upstream sees */
    public ManagedLoginConfig loginConfig() {
        return loginConfig;
    }

    /** Says that upstream has started, without a login of its own. */
    public void upstreamStarted() {
        session.doStart();
        upstreamStarted = true;
    }

    /**
     * Waits for the first login. When Salesforce is unavailable, logins go on in the background.
     *
     * @throws LoginDeniedException if Salesforce refuses it
     * @throws InterruptedException if the thread is interrupted; the login goes on
     */
    public void login() throws LoginException, InterruptedException {
        try {
            tokens.obtain().get(session.getTimeout(), TimeUnit.MILLISECONDS);
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
        if (revoke) {
            tokens.current().ifPresent(entry -> OAuthClient.revoke(httpClient, entry.token(), session.getTimeout()));
        }
        session.doStop();
        awaitQuiet();
        componentLogin.close();
        managers.release(identity, login);
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

    private ManagedLoginConfig loginConfig(@Nullable String instanceUrl) {
        return new ManagedLoginConfig(
                settings instanceof LoginSettings.WithClientCredentials flow ? flow.loginUrl() : null,
                instanceUrl,
                () -> upstreamStarted && tokens.current().isPresent());
    }
}
