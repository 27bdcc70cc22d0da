package org.camelforce.salesforcecc.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claim {@code exp} of a JWT access token (RFC 7519, section 4.1.4). The signature is the server's to check:
 * the date is a hint of when to renew.
 */
final class JwtExpiry {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JwtExpiry() {}

    /** Null for an opaque token. */
    static @Nullable Instant of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonNode exp =
                    JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
            long seconds = exp.isNumber() ? exp.asLong() : 0;
            return seconds > 0 && seconds <= Instant.MAX.getEpochSecond() ? Instant.ofEpochSecond(seconds) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
