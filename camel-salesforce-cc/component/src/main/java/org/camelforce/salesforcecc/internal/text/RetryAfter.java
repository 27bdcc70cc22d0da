package org.camelforce.salesforcecc.internal.text;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads header {@code Retry-After} (RFC 9110, section 10.2.3), which Salesforce and gateways send in seconds. */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * @param header its value, null if there is none
     * @return how long to wait; empty if the header does not say so in seconds
     */
    public static Optional<Duration> in(@Nullable String header) {
        return header != null && header.trim().matches("\\d{1,18}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header.trim())))
                : Optional.empty();
    }
}
