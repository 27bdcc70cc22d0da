package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/** {@code /services/oauth2/revoke}, by POST or GET, without client authentication. */
final class RevokeEndpoint implements OAuthEndpoint {

    private static final Set<String> TOKEN_TYPES = Set.of("access_token", "refresh_token");

    private final InMemorySessions sessions;

    RevokeEndpoint(InMemorySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws OAuthException {
        String hint = request.getParameter("token_type_hint");
        if (hint != null && !TOKEN_TYPES.contains(hint)) {
            throw new OAuthException(OAuthError.UNSUPPORTED_TOKEN_TYPE);
        }
        String token = request.getParameter("token");
        if (token == null || !sessions.end(token)) {
            throw new OAuthException(OAuthError.INVALID_TOKEN);
        }
        response.setContentLength(0);
    }
}
