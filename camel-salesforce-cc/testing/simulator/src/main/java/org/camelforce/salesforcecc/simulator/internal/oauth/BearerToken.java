package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the access token of a request. */
public final class BearerToken {

    private static final String[] SCHEMES = {"Bearer ", "OAuth "};

    private BearerToken() {}

    /**
     * @param token any access token
     * @return whether it has the form of a JWT: a JSON object and two more parts, separated by dots
     */
    public static boolean isJwt(String token) {
        return token.startsWith("eyJ")
                && token.chars().filter(character -> character == '.').count() == 2;
    }

    /**
     * @param request any request
     * @return the token of its {@code Authorization} header with the scheme {@code Bearer} or {@code OAuth} or without
     *     a scheme, or else of its {@code X-SFDC-Session} header; empty if it has neither
     */
    public static Optional<String> of(HttpServletRequest request) {
        return of(request::getHeader);
    }

    /**
     * @param headers gives the value of a header of a request, null if it has none
     * @return the token, as for a request
     */
    public static Optional<String> of(UnaryOperator<@Nullable String> headers) {
        String header = headers.apply("Authorization");
        if (header != null) {
            Optional<String> token = of(header);
            if (token.isPresent()) {
                return token;
            }
        }
        return Optional.ofNullable(headers.apply("X-SFDC-Session"));
    }

    /**
     * @param authorization value of an {@code Authorization} header
     * @return the token behind the scheme {@code Bearer} or {@code OAuth}, or the whole value if it has no scheme;
     *     empty for another scheme
     */
    public static Optional<String> of(String authorization) {
        String value = authorization.trim();
        for (String scheme : SCHEMES) {
            if (value.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return Optional.of(value.substring(scheme.length()).trim());
            }
        }
        return value.isEmpty() || value.contains(" ") ? Optional.empty() : Optional.of(value);
    }
}
