package org.camelforce.salesforcecc.springboot.internal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;

/**
 * The health of the components that have health checks at the moment. Their checks are those of Camel's registry with
 * ids {@code salesforce-cc:<component>} and {@code salesforce-cc:<component>:<more>}; those that Camel is told to
 * exclude are left out here, too. It has none of Spring Boot's health classes, whose packages differ between Spring
 * Boot 3 and 4. Safe for use by several threads.
 */
public final class ComponentsHealth {

    static final String ID_PREFIX = "salesforce-cc:";

    private final CamelContext context;

    /** @param context has the components and their health checks */
    public ComponentsHealth(CamelContext context) {
        this.context = context;
    }

    /** @return the health of each component that has been started, by its name; empty if Camel has no health checks */
    public SortedMap<String, ComponentHealth> byName() {
        SortedMap<String, ComponentHealth> components = new TreeMap<>();
        checks().forEach((name, checks) -> components.put(name, new ComponentHealth(checks)));
        return components;
    }

    private Map<String, List<HealthCheck>> checks() {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        if (registry == null || !registry.isEnabled()) {
            return Map.of();
        }
        return registry.stream()
                .filter(check -> check.getId().startsWith(ID_PREFIX) && check.isEnabled())
                .filter(check -> !registry.isExcluded(check))
                .collect(Collectors.groupingBy(ComponentsHealth::component));
    }

    private static String component(HealthCheck check) {
        return check.getId().substring(ID_PREFIX.length()).split(":", 2)[0];
    }
}
