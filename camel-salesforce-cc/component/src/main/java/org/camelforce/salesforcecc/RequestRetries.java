package org.camelforce.salesforcecc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;
import org.jspecify.annotations.Nullable;

/** The options that say how often and how soon a request that failed is sent again. */
final class RequestRetries {

    private RequestRetries() {}

    /**
     * @param component whose options they are
     * @return what they say
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    static RetryPolicy of(SalesforceCcOptions component) {
        return of(component, null, null, null);
    }

    /**
     * @param component has what an endpoint does not say
     * @param maxAttempts of an endpoint
     * @param backoff of an endpoint, in milliseconds
     * @param backoffMax of an endpoint, in milliseconds
     * @return what they say
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    static RetryPolicy of(
            SalesforceCcOptions component,
            @Nullable Integer maxAttempts,
            @Nullable Long backoff,
            @Nullable Long backoffMax) {
        return new RetryPolicy(
                Objects.requireNonNullElse(maxAttempts, component.getMaxRequestAttempts()),
                Duration.ofMillis(Objects.requireNonNullElse(backoff, component.getRequestBackoff())),
                Duration.ofMillis(Objects.requireNonNullElse(backoffMax, component.getRequestBackoffMax())));
    }

    /** @throws IllegalArgumentException if an endpoint without requests says something; the message names the option */
    static void requireNone(
            String operation, @Nullable Integer maxAttempts, @Nullable Long backoff, @Nullable Long backoffMax) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("maxRequestAttempts", maxAttempts);
        options.put("requestBackoff", backoff);
        options.put("requestBackoffMax", backoffMax);
        options.forEach((name, value) -> {
            if (value != null) {
                throw new IllegalArgumentException("Option " + name + " has no effect on " + operation
                        + ", which sends no requests of the REST API. Remove it");
            }
        });
    }
}
