package org.camelforce.salesforcecc.token;

import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * When a token expires, as far as that is known. A hint: a session may end before, and a refused request is the truth.
 *
 * @param source where it is known from
 * @param at the date, null if {@code source} is {@link ExpirySource#UNKNOWN}
 */
public record Expiry(ExpirySource source, @Nullable Instant at) {

    static final Expiry UNKNOWN = new Expiry(ExpirySource.UNKNOWN, null);

    /** What the token itself tells, or else what the user assumes. */
    static Expiry of(AccessToken token, @Nullable Duration assumed, Instant now) {
        Duration lifetime = token.lifetime();
        if (lifetime != null) {
            return new Expiry(ExpirySource.TOKEN_RESPONSE, after(now, lifetime));
        }
        Instant claimed = JwtExpiry.of(token.value());
        if (claimed != null) {
            return new Expiry(ExpirySource.JWT, claimed);
        }
        return assumed == null ? UNKNOWN : new Expiry(ExpirySource.ASSUMED, now.plus(assumed));
    }

    /** Saturating: a life beyond the calendar is one without end. */
    private static Instant after(Instant now, Duration lifetime) {
        Duration most = Duration.between(now, Instant.MAX);
        return lifetime.compareTo(most) < 0 ? now.plus(lifetime) : Instant.MAX;
    }

    /** Whether introspection may know better. */
    boolean isWorthAsking() {
        return switch (source) {
            case TOKEN_RESPONSE, JWT -> false;
            case INTROSPECTION, ASSUMED, UNKNOWN -> true;
        };
    }
}
