package org.camelforce.salesforcecc.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;

/**
 * The token managers of one CamelContext, one per login identity, shared by every component with that identity. A
 * manager lives from the first {@link #acquire} to the last {@link #release}. Safe for use by several threads.
 */
public final class SharedTokenManagers {

    private final CamelContext camelContext;
    private final Map<Object, Shared> byIdentity = new HashMap<>();

    private SharedTokenManagers(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /**
     * @param camelContext a context
     * @return the managers of that context
     */
    public static synchronized SharedTokenManagers of(CamelContext camelContext) {
        SharedTokenManagers managers =
                camelContext.getCamelContextExtension().getContextPlugin(SharedTokenManagers.class);
        if (managers == null) {
            managers = new SharedTokenManagers(camelContext);
            camelContext.getCamelContextExtension().addContextPlugin(SharedTokenManagers.class, managers);
        }
        return managers;
    }

    /**
     * @param identity what makes logins the same: login URL, client id and secret; compared with {@code equals}
     * @param strategy how the caller would log in; used as long as the caller has not released it
     * @param time used if this is the first caller with that identity
     * @return the manager of that identity
     */
    public synchronized TokenManager acquire(Object identity, AuthenticationStrategy strategy, TokenTime time) {
        Shared shared = byIdentity.computeIfAbsent(identity, key -> new Shared(scheduler(), time));
        shared.strategies.add(strategy);
        return shared.manager;
    }

    /**
     * @param identity as given to {@link #acquire}
     * @param strategy as given to {@link #acquire}
     */
    public synchronized void release(Object identity, AuthenticationStrategy strategy) {
        Shared shared = byIdentity.get(identity);
        if (shared != null && shared.strategies.remove(strategy) && shared.strategies.isEmpty()) {
            byIdentity.remove(identity);
            shared.manager.close();
            camelContext.getExecutorServiceManager().shutdownNow(shared.scheduler);
        }
    }

    private ScheduledExecutorService scheduler() {
        return camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "SalesforceCcToken");
    }

    private static final class Shared {

        private final List<AuthenticationStrategy> strategies = new CopyOnWriteArrayList<>();
        private final ScheduledExecutorService scheduler;
        private final TokenManager manager;

        private Shared(ScheduledExecutorService scheduler, TokenTime time) {
            this.scheduler = scheduler;
            this.manager = new TokenManager(this::authenticate, time, scheduler);
        }

        /** By whoever is still there: the HTTP client of a component that has stopped cannot send. */
        private CompletableFuture<AccessToken> authenticate() {
            return strategies.stream()
                    .findFirst()
                    .map(AuthenticationStrategy::authenticate)
                    .orElseGet(() -> CompletableFuture.failedFuture(new LoginUnavailableException(
                            LoginUnavailableException.Reason.STOPPED, "The component is stopping", 0, null, null)));
        }
    }
}
