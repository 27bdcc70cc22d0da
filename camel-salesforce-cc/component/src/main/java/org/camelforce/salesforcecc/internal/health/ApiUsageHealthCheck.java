package org.camelforce.salesforcecc.internal.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.camelforce.salesforcecc.internal.session.ApiUsage;

/**
 * How many of the org's API requests of the last 24 hours are used, as Salesforce's answers tell. Always UP, because
 * the limit is a soft one, and a node that is taken out of service would never learn that there is room again: from
 * {@value #NEAR_PERCENT} % on it has a message and a remedy, which monitoring can watch.
 */
public final class ApiUsageHealthCheck extends AbstractHealthCheck {

    /** Requests by all clients of the org. */
    public static final String API_REQUESTS_USED = "api.requests.used";
    /** How many the org has. */
    public static final String API_REQUESTS_LIMIT = "api.requests.limit";
    /** How many are left. */
    public static final String API_REQUESTS_LEFT = "api.requests.left";
    /** What to do when they run out. */
    public static final String API_REMEDY = "api.remedy";

    static final int NEAR_PERCENT = 80;

    private static final int HUNDRED = 100;

    private final Supplier<Optional<ApiUsage>> usage;

    ApiUsageHealthCheck(String id, Supplier<Optional<ApiUsage>> usage) {
        super("camel", id);
        this.usage = usage;
    }

    /** A restart would not bring new requests. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.up();
        usage.get().ifPresent(known -> {
            new DetailBuilder(builder)
                    .add(API_REQUESTS_USED, known.used())
                    .add(API_REQUESTS_LIMIT, known.limit())
                    .add(API_REQUESTS_LEFT, known.left());
            int percent = (int) Math.floor(known.share() * HUNDRED);
            if (percent >= NEAR_PERCENT) {
                builder.message(percent + " % of the org's API requests of the last 24 hours are used")
                        .detail(
                                API_REMEDY,
                                "Setup > Company Information, field API Requests, Last 24 Hours; Setup > API Usage"
                                        + " Notifications tells in time. Larger batches (composite, Bulk API 2.0) and"
                                        + " subscriptions instead of polling take fewer");
            }
        });
    }
}
