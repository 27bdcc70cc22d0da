package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;

/** {@code POST /services/oauth2/token}. */
final class TokenEndpoint implements OAuthEndpoint {

    private static final String HMAC = "HmacSHA256";

    private final InMemoryApp app;
    private final ClientCredentialsGrant grant;
    private final TokenResponseVariant variant;
    private final Supplier<String> instanceUrl;
    private final InstantSource time;

    TokenEndpoint(
            InMemoryApp app,
            ClientCredentialsGrant grant,
            TokenResponseVariant variant,
            Supplier<String> instanceUrl,
            InstantSource time) {
        this.app = app;
        this.grant = grant;
        this.variant = variant;
        this.instanceUrl = instanceUrl;
        this.time = time;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, OAuthException {
        requireForm(request);
        ConsumerDetails consumer =
                ClientAuthentication.of(request).requireOneOf(app.rotation().acceptedForLogin());
        OAuthAnswer.fields(response, body(grant.login(consumer, request), consumer), format(request));
    }

    @Override
    public OAuthFormat format(HttpServletRequest request) {
        return OAuthFormat.named(request.getParameter("format"));
    }

    private static void requireForm(HttpServletRequest request) throws OAuthException {
        if (!"POST".equals(request.getMethod())) {
            throw new OAuthException(OAuthError.MUST_USE_POST);
        }
        String host = request.getServerName();
        if (InMemoryOrg.isLightningHost(host) || !"client_credentials".equals(request.getParameter("grant_type"))) {
            throw new OAuthException(OAuthError.UNSUPPORTED_GRANT_TYPE);
        }
        if (InMemoryOrg.isGenericHost(host)) {
            throw new OAuthException(OAuthError.WRONG_DOMAIN);
        }
        if (request.getParameter("scope") != null) {
            throw new OAuthException(OAuthError.SCOPE_NOT_SUPPORTED);
        }
    }

    private ObjectNode body(SessionDetails login, ConsumerDetails consumer) {
        String id = IdentityUrl.of(instanceUrl.get(), login.session());
        String issuedAt = Long.toString(time.millis());
        ObjectNode body = OAuthAnswer.object()
                .put("access_token", login.session().token())
                .put("signature", signature(id + issuedAt, consumer.secret()));
        if (variant.hasScope()) {
            body.put("scope", login.scope());
        }
        body.put("instance_url", instanceUrl.get())
                .put("id", id)
                .put("token_type", "Bearer")
                .put("issued_at", issuedAt);
        boolean jwt = BearerToken.isJwt(login.session().token());
        if (jwt || variant.hasTokenFormat()) {
            body.put("token_format", jwt ? "jwt" : "opaque");
        }
        if (variant.hasApiInstanceUrl()) {
            body.put("api_instance_url", "https://api.salesforce.com");
        }
        return body;
    }

    private static String signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
