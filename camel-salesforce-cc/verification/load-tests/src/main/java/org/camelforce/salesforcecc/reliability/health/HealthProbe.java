package org.camelforce.salesforcecc.reliability.health;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;

/** Asks the health checks of the component as Camel does. Safe for use by several threads. */
public final class HealthProbe {

    private static final String PREFIX = "salesforce-cc:";

    private final CamelContext context;

    /** @param context the context whose registry is asked */
    public HealthProbe(CamelContext context) {
        this.context = context;
    }

    /** @return by id of the checks that are DOWN: what they say; empty if the health is UP */
    public Map<String, String> down() {
        Map<String, String> down = new TreeMap<>();
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        if (registry != null) {
            registry.stream()
                    .filter(check -> check.getId().startsWith(PREFIX))
                    .map(HealthCheck::call)
                    .filter(result -> result.getState() == HealthCheck.State.DOWN)
                    .forEach(result -> down.put(
                            result.getCheck().getId(), result.getMessage().orElse("no message")));
        }
        return down;
    }

    /** @return how many checks of the component there are */
    public int checks() {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        return registry == null
                ? 0
                : (int) registry.stream()
                        .filter(check -> check.getId().startsWith(PREFIX))
                        .count();
    }
}
