package org.camelforce.salesforcecc.karaf.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The components of every Camel context that is published as a service; in use until closed. */
final class RunningComponents implements AutoCloseable {

    private final BundleContext bundle;
    private final List<ServiceReference<CamelContext>> references;
    private final List<FoundComponent> components = new ArrayList<>();

    RunningComponents(BundleContext bundle) {
        this.bundle = bundle;
        try {
            this.references = List.copyOf(bundle.getServiceReferences(CamelContext.class, null));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        for (ServiceReference<CamelContext> reference : references) {
            CamelContext context = bundle.getService(reference);
            if (context != null) {
                in(context).forEach(components::add);
            }
        }
        components.sort(Comparator.comparing(FoundComponent::context).thenComparing(FoundComponent::name));
    }

    /** By context and name. */
    List<FoundComponent> all() {
        return components;
    }

    @Override
    public void close() {
        references.forEach(bundle::ungetService);
    }

    private static Stream<FoundComponent> in(CamelContext context) {
        return context.getComponentNames().stream()
                .flatMap(name -> context.hasComponent(name) instanceof SalesforceCcComponent component
                        ? Stream.of(new FoundComponent(context.getName(), name, component))
                        : Stream.empty());
    }
}
