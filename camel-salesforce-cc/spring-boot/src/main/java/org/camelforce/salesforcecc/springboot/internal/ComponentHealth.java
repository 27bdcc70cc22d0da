package org.camelforce.salesforcecc.springboot.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.health.HealthCheck;

/**
 * The health of one component: down if one of its checks is. The details of the login stand by themselves, those of any
 * other check below what follows the component's name in the check's id. Safe for use by several threads.
 */
public final class ComponentHealth {

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
        this.checks = List.copyOf(checks);
    }

    /** @return what the checks say now; they are called by this */
    public Report report() {
        boolean up = true;
        Map<String, Object> all = new LinkedHashMap<>();
        for (HealthCheck check : checks) {
            HealthCheck.Result result = check.call();
            up &= result.getState() != HealthCheck.State.DOWN;
            String[] id = check.getId().split(":", 3);
            if (id.length < 3) {
                all.putAll(details(result));
            } else {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("status", result.getState().name());
                details.putAll(details(result));
                all.put(id[2], details);
            }
        }
        return new Report(up, all);
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

    /**
     * What the checks of a component say.
     *
     * @param up whether none of them is down
     * @param details theirs, in the order in which they are to be shown
     */
    public record Report(boolean up, Map<String, Object> details) {}
}
