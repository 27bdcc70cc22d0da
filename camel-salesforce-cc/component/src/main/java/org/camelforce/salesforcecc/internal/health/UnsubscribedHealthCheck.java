package org.camelforce.salesforcecc.internal.health;

import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness of routes that have no subscription since their component was started again: always DOWN. */
public final class UnsubscribedHealthCheck extends AbstractHealthCheck {

    private final List<String> problems;

    /**
     * @param component the component's name in the context
     * @param problems what each route wants, and why it does not have it
     */
    public UnsubscribedHealthCheck(String component, List<String> problems) {
        super("camel", HealthChecks.PREFIX + component + ":restart");
        this.problems = List.copyOf(problems);
    }

    /** A restart of the process is not what it takes. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.message("Not subscribed since the component was started again, and tried again every few seconds: "
                        + String.join("; ", problems))
                .down();
    }
}
