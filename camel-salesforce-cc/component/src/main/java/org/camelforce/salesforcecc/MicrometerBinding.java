package org.camelforce.salesforcecc;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.internal.metrics.LoginObservation;
import org.camelforce.salesforcecc.internal.metrics.RequestObservation;
import org.camelforce.salesforcecc.internal.metrics.SalesforceCcMetrics;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.jspecify.annotations.Nullable;

/**
 * Binds meters to the {@code MeterRegistry} and logins and requests to the {@code ObservationRegistry} in the context's
 * registry, if Micrometer is on the class path and there is one of them; of several meter registries, the composite
 * one.
 */
final class MicrometerBinding {

    private static final String METERS = "io.micrometer.core.instrument.MeterRegistry";
    private static final String OBSERVATIONS = "io.micrometer.observation.ObservationRegistry";

    private MicrometerBinding() {}

    static List<AutoCloseable> bind(
            CamelContext context, String name, SalesforceConnection connection, SubscriptionManager subscriptions) {
        List<AutoCloseable> bound = new ArrayList<>();
        if (isThere(context, METERS)) {
            Meters.bind(context, name, connection, subscriptions, bound);
        }
        if (isThere(context, OBSERVATIONS)) {
            Observations.bind(context, name, connection, bound);
        }
        return bound;
    }

    private static boolean isThere(CamelContext context, String className) {
        return context.getClassResolver().resolveClass(className) != null;
    }

    /** A class of its own, so that nothing of Micrometer is loaded before it is known to be there. */
    private static final class Meters {

        static void bind(
                CamelContext context,
                String name,
                SalesforceConnection connection,
                SubscriptionManager subscriptions,
                List<AutoCloseable> bound) {
            MeterRegistry registry = oneOf(context.getRegistry().findByType(MeterRegistry.class));
            if (registry != null) {
                bound.add(new SalesforceCcMetrics(registry, name, connection, subscriptions));
            }
        }

        private static @Nullable MeterRegistry oneOf(Collection<MeterRegistry> found) {
            if (found.size() == 1) {
                return found.iterator().next();
            }
            return found.stream()
                    .filter(CompositeMeterRegistry.class::isInstance)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final class Observations {

        static void bind(
                CamelContext context, String name, SalesforceConnection connection, List<AutoCloseable> bound) {
            ObservationRegistry registry = context.getRegistry().findSingleByType(ObservationRegistry.class);
            if (registry != null) {
                LoginObservation observation = new LoginObservation(registry, name);
                connection.addLoginListener(observation);
                bound.add(observation);
                RequestObservation requests = new RequestObservation(registry, name);
                connection.requestObservers().add(requests);
                bound.add(() -> connection.requestObservers().remove(requests));
            }
        }
    }
}
