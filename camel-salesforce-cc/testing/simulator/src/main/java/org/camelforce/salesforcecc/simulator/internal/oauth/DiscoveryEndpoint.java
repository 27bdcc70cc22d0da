package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** {@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0, section 3). */
final class DiscoveryEndpoint implements OAuthEndpoint {

    private final Supplier<String> instanceUrl;

    DiscoveryEndpoint(Supplier<String> instanceUrl) {
        this.instanceUrl = instanceUrl;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = instanceUrl.get();
        String oauth = base + "/services/oauth2/";
        ObjectNode body = OAuthAnswer.object()
                .put("issuer", base)
                .put("authorization_endpoint", oauth + "authorize")
                .put("token_endpoint", oauth + "token")
                .put("revocation_endpoint", oauth + "revoke")
                .put("introspection_endpoint", oauth + "introspect")
                .put("userinfo_endpoint", oauth + "userinfo")
                .put("registration_endpoint", oauth + "register")
                .put("jwks_uri", base + "/id/keys");
        body.putArray("scopes_supported")
                .add("api")
                .add("id")
                .add("openid")
                .add("web")
                .add("full");
        body.putArray("response_types_supported").add("code").add("token");
        body.putArray("subject_types_supported").add("public");
        body.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post")
                .add("client_secret_basic");
        OAuthAnswer.json(response, body);
    }
}
