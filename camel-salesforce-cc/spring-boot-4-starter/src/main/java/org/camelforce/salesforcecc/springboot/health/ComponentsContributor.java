package org.camelforce.salesforcecc.springboot.health;

import java.util.stream.Stream;
import org.camelforce.salesforcecc.springboot.internal.ComponentHealth;
import org.camelforce.salesforcecc.springboot.internal.ComponentsHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The components' health in the classes of Spring Boot 4: one entry for each component. */
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
    public Stream<Entry> stream() {
        return components.byName().entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), indicator(entry.getValue())));
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
