package org.camelforce.salesforcecc;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.camel.Component;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.camelforce.salesforcecc.events.SubscriptionConsumer;
import org.camelforce.salesforcecc.health.StoppedHealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a component's stop: the consumers of its endpoints, which subscribe once more at its next start, and a
 * health check that says that it is stopped. Safe for use by several threads.
 */
final class Restarts implements AutoCloseable {

    private final SalesforceCcComponent component;
    private final Set<SubscriptionConsumer> consumers =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final LifecycleStrategy removal = new Removal();
    private @Nullable StoppedHealthCheck stopped;

    Restarts(SalesforceCcComponent component) {
        this.component = component;
    }

    void add(SubscriptionConsumer consumer) {
        consumers.add(consumer);
    }

    /** Consumers whose routes went on while the component was stopped subscribe once more. */
    void started() {
        for (SubscriptionConsumer each : consumers.toArray(SubscriptionConsumer[]::new)) {
            each.resubscribe();
        }
    }

    /** From now on health is DOWN, unless the context itself stops. */
    synchronized void stopped() {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(component.getCamelContext());
        String name = component.name();
        // a component that has been removed from the context has no name any more
        if (registry != null
                && !name.isEmpty()
                && component.getCamelContext().getStatus().isStarted()) {
            StoppedHealthCheck check = new StoppedHealthCheck(name);
            check.setCamelContext(component.getCamelContext());
            registry.register(check);
            stopped = check;
            component.getCamelContext().addLifecycleStrategy(removal);
        }
    }

    /** Takes the health check out of the registry. */
    @Override
    public synchronized void close() {
        StoppedHealthCheck check = stopped;
        stopped = null;
        if (check != null) {
            component.getCamelContext().getLifecycleStrategies().remove(removal);
        }
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(component.getCamelContext());
        if (check != null && registry != null) {
            registry.unregister(check);
        }
    }

    /** A component that is removed while it is stopped is not stopped once more. */
    private final class Removal extends LifecycleStrategySupport {

        @Override
        public void onComponentRemove(String name, Component removed) {
            if (removed == component) {
                close();
            }
        }
    }
}
