package org.camelforce.salesforcecc;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.spi.ExecutorServiceManager;
import org.camelforce.salesforcecc.internal.session.LoginSettings;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.session.WireLogs;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The options of a component that starts, all of them checked before anything is opened. */
final class CheckedOptions {

    private static final int MAX_WAITING_CONTINUATIONS = 1_000;

    private final SalesforceCcOptions component;
    private final LoginSettings settings;
    private final @Nullable String instanceUrl;
    private final boolean lazyLogin;
    private final IdentityGuard identityWatch;
    private final SharedLogin sharedLogin;
    private final SslContextFactory.Client tls;
    private final PubSubSettings pubSub;

    /**
     * @param component has the options
     * @param bean the {@code loginConfig} that the user has set, or null
     * @param tlsSettings yields what the options say about TLS
     * @param shared yields what another component shares while it is started, or null
     * @throws Exception if an option cannot work; the message names it
     */
    CheckedOptions(
            SalesforceCcOptions component,
            @Nullable SalesforceLoginConfig bean,
            Callable<SslContextFactory.Client> tlsSettings,
            Function<Component, @Nullable SharedLogin> shared)
            throws Exception {
        LoginOptions options = new LoginOptions(component, bean);
        this.component = component;
        this.settings = options.settings();
        this.instanceUrl = options.instanceUrl();
        this.lazyLogin = options.isLazyLogin();
        this.identityWatch = options.identityWatch();
        this.sharedLogin = SharedLogin.of(component, settings, identityWatch);
        sharedLogin.requireSameAsOthers(component, shared);
        component.warnOfLegacyHeaders();
        CamelVersions.warnIfUntested(component.getCamelContext());
        WireLogs.check();
        this.tls = tlsSettings.call();
        this.pubSub = new ProxyOptions(component).pubSub(tls.getSslContext());
    }

    boolean isLazyLogin() {
        return lazyLogin;
    }

    /** What the component has in common with others that log in alike. */
    SharedLogin sharedLogin() {
        return sharedLogin;
    }

    PubSubSettings pubSub() {
        return pubSub;
    }

    /** The threads belong to the HTTP client, and must not outlive a connection that has none. */
    SalesforceConnection connect(TokenTime time) {
        ExecutorServiceManager threads = component.getCamelContext().getExecutorServiceManager();
        ExecutorService workers = ThreadPools.growingPool(
                threads,
                component,
                "SalesforceHttpClient",
                component.getWorkerPoolSize(),
                component.getWorkerPoolMaxSize(),
                MAX_WAITING_CONTINUATIONS);
        boolean connected = false;
        try {
            SalesforceConnection opened = new SalesforceConnection(
                    component.getCamelContext(),
                    settings,
                    instanceUrl,
                    component.getHttpRequestTimeout(),
                    workers,
                    tls,
                    component.getTokenPolicy(),
                    identityWatch,
                    time);
            connected = true;
            return opened;
        } finally {
            if (!connected) {
                threads.shutdownNow(workers);
            }
        }
    }
}
