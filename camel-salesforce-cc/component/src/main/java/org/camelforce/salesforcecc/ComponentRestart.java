package org.camelforce.salesforcecc;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Component;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.camelforce.salesforcecc.internal.health.DownHealthCheck;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives a component's stop: the consumers of its endpoints, which subscribe once more at its next start, and
 * health checks that say that it is stopped, or that one of them cannot. Safe for use by several threads.
 */
final class ComponentRestart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentRestart.class);

    /** A consumer that cannot subscribe tries again after a while. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final SalesforceCcOptions component;
    private final Scheduling scheduling;
    private final Set<SubscriptionConsumer> consumers =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final LifecycleStrategy removal = new Removal();
    private final AtomicInteger starts = new AtomicInteger();
    private @Nullable DownHealthCheck stopped;
    private @Nullable DownHealthCheck unsubscribed;

    /** Runs work on a thread that may block, after a delay, unless the component is stopped before. */
    interface Scheduling {

        /**
         * @throws IllegalStateException if the component is stopped
         * @throws RejectedExecutionException if the component is stopping
         */
        void after(Duration delay, Runnable work);
    }

    ComponentRestart(SalesforceCcOptions component, Scheduling scheduling) {
        this.component = component;
        this.scheduling = scheduling;
    }

    void add(SubscriptionConsumer consumer) {
        consumers.add(consumer);
    }

    /** Consumers whose routes went on while the component was stopped subscribe once more, until all have. */
    void started() {
        int restart = starts.incrementAndGet();
        Map<SubscriptionConsumer, Exception> failed = new LinkedHashMap<>();
        for (SubscriptionConsumer each : consumers.toArray(SubscriptionConsumer[]::new)) {
            each.resubscribe().ifPresent(failure -> failed.put(each, failure));
        }
        report(restart, failed);
        if (!failed.isEmpty()) {
            again(restart);
        }
    }

    private void again(int restart) {
        try {
            scheduling.after(AGAIN, () -> startedAgain(restart));
        } catch (IllegalStateException | RejectedExecutionException e) {
            LOG.debug("Stopped in between: the consumers subscribe at the next start", e);
        }
    }

    private void startedAgain(int restart) {
        if (restart == starts.get()) {
            started();
        }
    }

    private synchronized void report(int restart, Map<SubscriptionConsumer, Exception> failed) {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(component.getCamelContext());
        DownHealthCheck before = unsubscribed;
        unsubscribed = null;
        if (registry == null) {
            return;
        }
        if (before != null) {
            registry.unregister(before);
        }
        if (!failed.isEmpty() && restart == starts.get()) {
            DownHealthCheck check = DownHealthCheck.unsubscribed(
                    component.name(),
                    failed.entrySet().stream()
                            .map(each -> each.getKey().getEndpoint() + ": "
                                    + each.getValue().getMessage())
                            .toList());
            check.setCamelContext(component.getCamelContext());
            registry.register(check);
            unsubscribed = check;
        }
    }

    /** From now on health is DOWN, unless the context itself stops. */
    synchronized void stopped() {
        report(starts.incrementAndGet(), Map.of());
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(component.getCamelContext());
        String name = component.name();
        // a component that has been removed from the context has no name any more
        if (registry != null
                && !name.isEmpty()
                && component.getCamelContext().getStatus().isStarted()) {
            DownHealthCheck check = DownHealthCheck.stopped(name);
            check.setCamelContext(component.getCamelContext());
            registry.register(check);
            stopped = check;
            component.getCamelContext().addLifecycleStrategy(removal);
        }
    }

    /** Takes the health checks out of the registry. */
    @Override
    public synchronized void close() {
        report(starts.incrementAndGet(), Map.of());
        DownHealthCheck check = stopped;
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
