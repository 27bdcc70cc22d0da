package org.camelforce.salesforcecc.internal.health;

import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness that is DOWN for as long as the check is registered, with its reason. */
public final class DownHealthCheck extends AbstractHealthCheck {

    private final String reason;

    private DownHealthCheck(String id, String reason) {
        super("camel", id);
        this.reason = reason;
    }

    /**
     * For a component that is stopped while its context goes on. The check has the id of the login's check.
     *
     * @param component the component's name in the context
     * @return the check
     */
    public static DownHealthCheck stopped(String component) {
        return new DownHealthCheck(
                HealthChecks.PREFIX + component,
                "The component " + component
                        + " is stopped, so its routes neither send nor receive. Start it, and they continue");
    }

    /**
     * For routes that have no subscription since their component was started again.
     *
     * @param component the component's name in the context
     * @param problems what each route wants, and why it does not have it
     * @return the check
     */
    public static DownHealthCheck unsubscribed(String component, List<String> problems) {
        return new DownHealthCheck(
                HealthChecks.PREFIX + component + ":restart",
                "Not subscribed since the component was started again, and tried again every few seconds: "
                        + String.join("; ", problems));
    }

    /** A restart of the process is not what it takes. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.message(reason).down();
    }
}
