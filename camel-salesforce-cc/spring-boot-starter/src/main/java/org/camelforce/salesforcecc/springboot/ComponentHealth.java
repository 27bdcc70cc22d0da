package org.camelforce.salesforcecc.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.health.HealthCheck;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * The health of one component: DOWN if one of its checks is. The details of the login stand by themselves, those of any
 * other check below what follows the component's name in the check's id.
 */
final class ComponentHealth implements HealthIndicator {

    /** What Camel adds to every result, which the reader of the component's health does not need. */
    private static final Set<String> CAMEL_DETAILS = Set.of(
            HealthCheck.CHECK_ID,
            HealthCheck.CHECK_GROUP,
            HealthCheck.CHECK_KIND,
            HealthCheck.CHECK_ENABLED,
            HealthCheck.INVOCATION_COUNT,
            HealthCheck.INVOCATION_TIME,
            HealthCheck.SUCCESS_COUNT,
            HealthCheck.SUCCESS_TIME,
            HealthCheck.SUCCESS_START_TIME,
            HealthCheck.FAILURE_COUNT,
            HealthCheck.FAILURE_TIME,
            HealthCheck.FAILURE_START_TIME);

    private final List<HealthCheck> checks;

    ComponentHealth(List<HealthCheck> checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (HealthCheck check : checks) {
            HealthCheck.Result result = check.call();
            if (result.getState() == HealthCheck.State.DOWN) {
                health.down();
            }
            String[] id = check.getId().split(":", 3);
            if (id.length < 3) {
                health.withDetails(details(result));
            } else {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("status", result.getState().name());
                details.putAll(details(result));
                health.withDetail(id[2], details);
            }
        }
        return health.build();
    }

    private static Map<String, Object> details(HealthCheck.Result result) {
        Map<String, Object> details = new LinkedHashMap<>();
        result.getMessage().ifPresent(message -> details.put("message", message));
        new TreeMap<>(result.getDetails()).forEach((name, value) -> {
            if (!CAMEL_DETAILS.contains(name)) {
                details.put(name, value);
            }
        });
        return details;
    }
}
