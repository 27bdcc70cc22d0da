package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.jspecify.annotations.Nullable;

/** Reads from a new token when it expires. */
final class ExpiryReader {

    private ExpiryReader() {}

    /** What the token itself tells, or else what the user assumes. */
    static Expiry read(AccessToken token, @Nullable Duration assumed, Instant now) {
        Duration lifetime = token.lifetime();
        if (lifetime != null) {
            return new Expiry(ExpirySource.TOKEN_RESPONSE, after(now, lifetime));
        }
        Instant claimed = JwtExpiry.of(token.value());
        if (claimed != null) {
            return new Expiry(ExpirySource.JWT, claimed);
        }
        return assumed == null ? Expiry.UNKNOWN : new Expiry(ExpirySource.ASSUMED, now.plus(assumed));
    }

    /** Whether introspection may know better. */
    static boolean isWorthAsking(Expiry expiry) {
        return switch (expiry.source()) {
            case TOKEN_RESPONSE, JWT -> false;
            case INTROSPECTION, ASSUMED, UNKNOWN -> true;
        };
    }

    /** Saturating: a life beyond the calendar is one without end. */
    private static Instant after(Instant now, Duration lifetime) {
        Duration max = Duration.between(now, Instant.MAX);
        return lifetime.compareTo(max) < 0 ? now.plus(lifetime) : Instant.MAX;
    }
}
