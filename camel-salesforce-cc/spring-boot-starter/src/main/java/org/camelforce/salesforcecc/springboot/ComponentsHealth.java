package org.camelforce.salesforcecc.springboot;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.NamedContributor;

/**
 * The components that have health checks at the moment, one entry each. Their checks are those of Camel's registry with
 * ids {@code salesforce-cc:<component>} and {@code salesforce-cc:<component>:<more>}; those that Camel is told to
 * exclude are left out here, too.
 */
final class ComponentsHealth implements CompositeHealthContributor {

    static final String ID_PREFIX = "salesforce-cc:";

    private final CamelContext context;

    ComponentsHealth(CamelContext context) {
        this.context = context;
    }

    @Override
    public @Nullable HealthContributor getContributor(String component) {
        List<HealthCheck> checks = checks().get(component);
        return checks == null ? null : new ComponentHealth(checks);
    }

    @Override
    public Iterator<NamedContributor<HealthContributor>> iterator() {
        return checks().entrySet().stream()
                .map(entry ->
                        NamedContributor.<HealthContributor>of(entry.getKey(), new ComponentHealth(entry.getValue())))
                .iterator();
    }

    private Map<String, List<HealthCheck>> checks() {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        if (registry == null || !registry.isEnabled()) {
            return Map.of();
        }
        return registry.stream()
                .filter(check -> check.getId().startsWith(ID_PREFIX) && check.isEnabled())
                .filter(check -> !registry.isExcluded(check))
                .collect(Collectors.groupingBy(ComponentsHealth::component, TreeMap::new, Collectors.toList()));
    }

    private static String component(HealthCheck check) {
        return check.getId().substring(ID_PREFIX.length()).split(":", 2)[0];
    }
}
