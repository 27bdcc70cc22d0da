package org.camelforce.salesforcecc.springboot.health;

import java.util.Iterator;
import org.camelforce.salesforcecc.springboot.internal.ComponentHealth;
import org.camelforce.salesforcecc.springboot.internal.ComponentsHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.actuate.health.Status;

/** The components' health in the classes of Spring Boot 3: one entry for each component. */
final class ComponentsContributor implements CompositeHealthContributor {

    private final ComponentsHealth components;

    ComponentsContributor(ComponentsHealth components) {
        this.components = components;
    }

    @Override
    public @Nullable HealthContributor getContributor(String component) {
        ComponentHealth health = components.byName().get(component);
        return health == null ? null : indicator(health);
    }

    @Override
    public Iterator<NamedContributor<HealthContributor>> iterator() {
        return components.byName().entrySet().stream()
                .map(entry -> NamedContributor.<HealthContributor>of(entry.getKey(), indicator(entry.getValue())))
                .iterator();
    }

    private static HealthIndicator indicator(ComponentHealth component) {
        return () -> {
            ComponentHealth.Report report = component.report();
            return Health.status(report.up() ? Status.UP : Status.DOWN)
                    .withDetails(report.details())
                    .build();
        };
    }
}
