package org.camelforce.salesforcecc;

import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.spi.ExecutorServiceManager;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.session.WireLogs;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.jspecify.annotations.Nullable;

/** The options of a component that starts, all of them checked before anything is opened. */
final class CheckedOptions {

    private static final int MAX_WAITING_CONTINUATIONS = 1_000;

    private final SalesforceCcOptions component;
    private final StartSettings settings;

    /**
     * @param component has the options
     * @param bean the {@code loginConfig} that the user has set, or null
     * @param shared yields what another component shares while it is started, or null
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    CheckedOptions(
            SalesforceCcOptions component,
            @Nullable SalesforceLoginConfig bean,
            Function<Component, @Nullable SharedLogin> shared) {
        this.component = component;
        this.settings = StartSettings.of(component, bean, shared);
        component.warnOfLegacyHeaders();
        CamelVersions.warnIfUntested(component.getCamelContext());
        WireLogs.check();
    }

    boolean isLazyLogin() {
        return settings.lazyLogin();
    }

    /** What the component has in common with others that log in alike. */
    SharedLogin sharedLogin() {
        return settings.shared();
    }

    PubSubSettings pubSub() {
        return settings.pubSub();
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
                    settings.login(),
                    settings.instanceUrl(),
                    settings.transport(),
                    workers,
                    component.getTokenPolicy(),
                    settings.watch(),
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
