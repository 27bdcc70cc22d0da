package org.camelforce.salesforcecc.internal.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.session.RequestStatistics;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of one started component, in the context's registry if it has one: the login, the org's API
 * requests, the component's threads, and each subscription from the start of its consumer to its stop. Safe for use by
 * several threads.
 */
public final class HealthChecks implements SubscriptionListener, AutoCloseable {

    static final String PREFIX = "salesforce-cc:";

    private final CamelContext camelContext;
    private final @Nullable HealthCheckRegistry registry;
    private final String id;
    private final SubscriptionManager subscriptions;
    private final Map<String, AbstractHealthCheck> registered = new ConcurrentHashMap<>();

    /**
     * Registers the checks. Their ids begin with {@code salesforce-cc:} and the component's name.
     *
     * @param camelContext the context
     * @param component the component's name in the context
     * @param login its login
     * @param requests what is known of its requests
     * @param subscriptions its subscriptions
     * @param ticker nanoseconds
     */
    public HealthChecks(
            CamelContext camelContext,
            String component,
            OrgLogin login,
            RequestStatistics requests,
            SubscriptionManager subscriptions,
            LongSupplier ticker) {
        this.camelContext = camelContext;
        this.registry = HealthCheckHelper.getHealthCheckRegistry(camelContext);
        this.id = PREFIX + component;
        this.subscriptions = subscriptions;
        add(new LoginHealthCheck(id, login.tokens()::status));
        add(new ApiUsageHealthCheck(id + ":api", requests::apiUsage));
        add(new ThreadsHealthCheck(
                id + ":threads",
                new Heartbeat(login.tokens()::execute, ticker),
                new Heartbeat(subscriptions::execute, ticker)));
        subscriptions.addListener(this);
    }

    @Override
    public void on(SubscriptionId subscription, SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Started) {
            add(new SubscriptionHealthCheck(idOf(subscription), () -> subscriptions.status(subscription)));
        } else if (event instanceof SubscriptionEvent.Ended) {
            remove(idOf(subscription));
        }
    }

    /** Takes the checks out of the registry. */
    @Override
    public void close() {
        subscriptions.removeListener(this);
        registered.keySet().forEach(this::remove);
    }

    private String idOf(SubscriptionId subscription) {
        return id + ":" + subscription.channel() + ":" + subscription.name();
    }

    private void add(AbstractHealthCheck check) {
        if (registry != null) {
            check.setCamelContext(camelContext);
            registry.register(check);
            registered.put(check.getId(), check);
        }
    }

    private void remove(String checkId) {
        AbstractHealthCheck check = registered.remove(checkId);
        if (check != null && registry != null) {
            registry.unregister(check);
        }
    }
}
