package org.camelforce.salesforcecc.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a token expires, as far as that is known. The component treats it as a hint: a session can end earlier, and only
 * a request that Salesforce rejects proves that it has ended.
 *
 * @param source where the date comes from
 * @param at the date; null if {@code source} is {@link ExpirySource#UNKNOWN}
 */
public record Expiry(ExpirySource source, @Nullable Instant at) {

    /** Nothing is known. */
    public static final Expiry UNKNOWN = new Expiry(ExpirySource.UNKNOWN, null);
}
