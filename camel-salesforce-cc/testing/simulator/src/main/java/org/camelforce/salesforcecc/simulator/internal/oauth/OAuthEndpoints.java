package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;

/** All OAuth endpoints of one org, ready to be mounted on a server. */
public final class OAuthEndpoints {

    /** Path of the token endpoint. */
    public static final String TOKEN_PATH = "/services/oauth2/token";

    private static final String INTROSPECT_PATH = "/services/oauth2/introspect";
    private static final String REVOKE_PATH = "/services/oauth2/revoke";
    private static final String USERINFO_PATH = "/services/oauth2/userinfo";
    private static final String IDENTITY_PATHS = "/id/*";
    private static final String KEYS_PATH = "/id/keys";
    private static final String DISCOVERY_PATH = "/.well-known/openid-configuration";
    private static final String AUTH_CONFIGURATION_PATH = "/.well-known/auth-configuration";

    /** Path specifications of the other endpoints. */
    public static final List<String> OTHER_PATHS = List.of(
            INTROSPECT_PATH, REVOKE_PATH, USERINFO_PATH, IDENTITY_PATHS, DISCOVERY_PATH, AUTH_CONFIGURATION_PATH);

    private final Map<String, HttpServlet> servlets = new LinkedHashMap<>();

    /**
     * @param registered the org and the one app that may log in
     * @param tokens makes JWT-based access tokens
     * @param sessions where logins open their sessions
     * @param history where logins are recorded
     * @param variant which fields a token response has
     * @param flowOff how a login is denied while the flow is switched off
     * @param instanceUrl scheme, host and port under which clients reach the org; asked at each request
     * @param users gives the fields of a user by the user's id
     * @param time the time of {@code issued_at}
     */
    public OAuthEndpoints(
            RegisteredApp registered,
            JwtTokens tokens,
            InMemorySessions sessions,
            InMemoryLoginHistory history,
            TokenResponseVariant variant,
            OAuthError flowOff,
            Supplier<String> instanceUrl,
            Function<String, ObjectNode> users,
            InstantSource time) {
        InMemoryOrg org = registered.org();
        InMemoryApp app = registered.app();
        ClientCredentialsGrant grant = new ClientCredentialsGrant(registered, sessions, history, flowOff, tokens, time);
        add(TOKEN_PATH, new TokenEndpoint(app, grant, variant, instanceUrl, time));
        add(INTROSPECT_PATH, new IntrospectEndpoint(app, sessions, instanceUrl));
        add(REVOKE_PATH, new RevokeEndpoint(sessions));
        UserProfiles profiles = new UserProfiles(org, users, instanceUrl, time);
        add(USERINFO_PATH, new UserInfoEndpoint(profiles, sessions));
        add(IDENTITY_PATHS, new IdentityEndpoint(profiles, sessions));
        add(KEYS_PATH, new KeysEndpoint(app, tokens));
        add(DISCOVERY_PATH, new DiscoveryEndpoint(instanceUrl));
        add(AUTH_CONFIGURATION_PATH, new AuthConfigurationEndpoint(org, instanceUrl));
    }

    /** @return one servlet per path specification */
    public Map<String, HttpServlet> servlets() {
        return Map.copyOf(servlets);
    }

    private void add(String path, OAuthEndpoint endpoint) {
        servlets.put(path, new OAuthServlet(endpoint));
    }
}
