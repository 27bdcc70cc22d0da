package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.jspecify.annotations.Nullable;

/** Identifies the app of a request by HTTP Basic or by {@code client_id} and {@code client_secret}. */
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private final @Nullable String id;
    private final @Nullable String secret;

    private ClientAuthentication(@Nullable String id, @Nullable String secret) {
        this.id = id;
        this.secret = secret;
    }

    static ClientAuthentication of(HttpServletRequest request) throws OAuthException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).trim());
        }
        return new ClientAuthentication(request.getParameter("client_id"), request.getParameter("client_secret"));
    }

    /** Finds the pair that the client presents among those accepted. */
    ConsumerDetails requireOneOf(List<ConsumerDetails> accepted) throws OAuthException {
        List<ConsumerDetails> withKey =
                accepted.stream().filter(consumer -> consumer.key().equals(id)).toList();
        if (withKey.isEmpty()) {
            throw new OAuthException(OAuthError.INVALID_CLIENT_ID);
        }
        return withKey.stream()
                .filter(this::hasSecretOf)
                .findFirst()
                .orElseThrow(() -> new OAuthException(OAuthError.INVALID_CLIENT));
    }

    private boolean hasSecretOf(ConsumerDetails consumer) {
        return secret != null && MessageDigest.isEqual(bytes(consumer.secret()), bytes(secret));
    }

    // RFC 6749, section 2.3.1, has both parts form-encoded; keys and secrets are the same with and without.
    private static ClientAuthentication basic(String credentials) throws OAuthException {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new OAuthException(OAuthError.INVALID_CLIENT);
            }
            return new ClientAuthentication(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuthError.INVALID_CLIENT);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
