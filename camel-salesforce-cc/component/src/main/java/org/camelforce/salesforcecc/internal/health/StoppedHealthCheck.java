package org.camelforce.salesforcecc.internal.health;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness of a component that is stopped while its context goes on: always DOWN. It has the id of the login's check.
 */
public final class StoppedHealthCheck extends AbstractHealthCheck {

    private final String component;

    /** @param component the component's name in the context */
    public StoppedHealthCheck(String component) {
        super("camel", HealthChecks.PREFIX + component);
        this.component = component;
    }

    /** A restart of the process is not what it takes. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.message("The component " + component
                        + " is stopped, so its routes neither send nor receive. Start it, and they go on")
                .down();
    }
}
