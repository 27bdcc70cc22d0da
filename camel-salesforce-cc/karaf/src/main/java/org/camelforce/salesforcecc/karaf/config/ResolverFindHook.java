package org.camelforce.salesforcecc.karaf.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.camel.spi.ComponentResolver;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.FindHook;

/**
 * Hides from everyone what else would resolve a component that is configured. camel-core-osgi registers a resolver for
 * each component bundle and takes the first one it finds, whatever the ranking; its own knows of no configuration.
 */
record ResolverFindHook(Bundle own, ConfiguredNames names) implements FindHook {

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> isResolver(reference)
                && !own.equals(reference.getBundle())
                && isForConfiguredNamesOnly(reference.getProperty(ConfiguredComponent.NAME)));
    }

    private static boolean isResolver(ServiceReference<?> reference) {
        return reference.getProperty(Constants.OBJECTCLASS) instanceof String[] classes
                && Arrays.asList(classes).contains(ComponentResolver.class.getName());
    }

    private boolean isForConfiguredNamesOnly(@Nullable Object property) {
        List<?> resolved = property instanceof Object[] several
                ? Arrays.asList(several)
                : property instanceof String one ? List.of(one) : List.of();
        return !resolved.isEmpty() && resolved.stream().allMatch(name -> names.contains(String.valueOf(name)));
    }
}
