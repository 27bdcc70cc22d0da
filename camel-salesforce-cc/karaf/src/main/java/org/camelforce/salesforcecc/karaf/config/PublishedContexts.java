package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import java.util.Hashtable;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;

/**
 * Sees to it that a Camel context is found among the services as long as it runs. camel-core-osgi publishes only those
 * that Blueprint makes.
 */
final class PublishedContexts {

    private final BundleContext bundle;

    PublishedContexts(BundleContext bundle) {
        this.bundle = bundle;
    }

    /** Does nothing if it is there already. */
    void publish(CamelContext context) {
        if (isPublished(context)) {
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("camel.context.name", context.getName());
        ServiceRegistration<CamelContext> registration =
                bundle.registerService(CamelContext.class, context, properties);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                withdraw(registration);
            }
        });
    }

    private boolean isPublished(CamelContext context) {
        try {
            return bundle.getServiceReferences(CamelContext.class, null).stream()
                    .anyMatch(reference -> {
                        boolean same = bundle.getService(reference) == context;
                        bundle.ungetService(reference);
                        return same;
                    });
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void withdraw(ServiceRegistration<CamelContext> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // our bundle has been stopped in the meantime
        }
    }
}
