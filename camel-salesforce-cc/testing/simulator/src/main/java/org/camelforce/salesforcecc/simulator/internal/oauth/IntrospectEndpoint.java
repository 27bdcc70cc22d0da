package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/** {@code POST /services/oauth2/introspect} (Salesforce Help, "OpenID Connect Token Introspection"; RFC 7662). */
final class IntrospectEndpoint implements OAuthEndpoint {

    private final InMemoryApp app;
    private final InMemorySessions sessions;
    private final Supplier<String> instanceUrl;

    IntrospectEndpoint(InMemoryApp app, InMemorySessions sessions, Supplier<String> instanceUrl) {
        this.app = app;
        this.sessions = sessions;
        this.instanceUrl = instanceUrl;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, OAuthException {
        if (!"POST".equals(request.getMethod())) {
            throw new OAuthException(OAuthError.MUST_USE_POST);
        }
        ClientAuthentication.of(request).requireOneOf(app.rotation().accepted());
        Optional<SessionDetails> details = Optional.ofNullable(request.getParameter("token"))
                .flatMap(sessions::details)
                .filter(found -> app.isIntrospectAllTokens()
                        || app.rotation().hasHadKey(found.session().clientId()));
        OAuthAnswer.json(response, details.map(this::active).orElseGet(() -> OAuthAnswer.object()
                .put("active", false)));
    }

    private ObjectNode active(SessionDetails details) {
        long issuedAt = details.issuedAt().getEpochSecond();
        return OAuthAnswer.object()
                .put("active", true)
                .put("scope", details.scope())
                .put("client_id", details.session().clientId())
                .put("username", details.session().username())
                .put("sub", IdentityUrl.of(instanceUrl.get(), details.session()))
                .put("token_type", "access_token")
                .put("exp", details.expiresAt().getEpochSecond())
                .put("iat", issuedAt)
                .put("nbf", issuedAt);
    }
}
