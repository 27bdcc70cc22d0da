package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/** Decides about a login by the client credentials flow. */
final class ClientCredentialsGrant {

    private final InMemoryOrg org;
    private final InMemoryApp app;
    private final InMemorySessions sessions;
    private final InMemoryLoginHistory history;
    private final OAuthError flowOff;
    private final JwtTokens tokens;
    private final InstantSource time;

    ClientCredentialsGrant(
            RegisteredApp registered,
            InMemorySessions sessions,
            InMemoryLoginHistory history,
            OAuthError flowOff,
            JwtTokens tokens,
            InstantSource time) {
        this.org = registered.org();
        this.app = registered.app();
        this.sessions = sessions;
        this.history = history;
        this.flowOff = flowOff;
        this.tokens = tokens;
        this.time = time;
    }

    /** Opens a session for an app that has proved who it is. */
    SessionDetails login(ConsumerDetails consumer, HttpServletRequest request) throws OAuthException {
        require(org.isActive(), OAuthError.INACTIVE_ORG);
        require(app.isInstalled(), OAuthError.APP_NOT_FOUND);
        require(!app.isBlocked(), OAuthError.APP_BLOCKED);
        require(app.isClientCredentialsEnabled(), flowOff);
        User user =
                app.runAsUsername().flatMap(org::user).orElseThrow(() -> new OAuthException(OAuthError.NO_RUN_AS_USER));
        try {
            return login(consumer, user, request);
        } catch (OAuthException e) {
            history.recordFailure(user, "Failed: " + e.error().description());
            throw e;
        }
    }

    private SessionDetails login(ConsumerDetails consumer, User user, HttpServletRequest request)
            throws OAuthException {
        require(user.isActive(), OAuthError.INACTIVE_USER);
        require(app.isAdminApproved(), OAuthError.NOT_ADMIN_APPROVED);
        String scope = app.grantableScope();
        require(!scope.isEmpty(), OAuthError.NO_VALID_SCOPES);
        require(isAllowedFrom(request.getRemoteAddr()), OAuthError.IP_RESTRICTED);
        require(history.tryLogin(user), OAuthError.LOGIN_RATE_EXCEEDED);
        return open(consumer.key(), user, scope).orElseThrow(() -> new OAuthException(OAuthError.INACTIVE_USER));
    }

    private Optional<SessionDetails> open(String clientId, User user, String scope) {
        Optional<Duration> jwtLifetime = app.jwtLifetime();
        if (jwtLifetime.isEmpty()) {
            return sessions.logIn(clientId, user, scope, app.sessionTimeout());
        }
        Duration lifetime = jwtLifetime.get().truncatedTo(ChronoUnit.SECONDS);
        Instant issuedAt = time.instant().truncatedTo(ChronoUnit.SECONDS);
        String token = tokens.issue(clientId, user, scope, issuedAt, lifetime);
        return sessions.openJwt(token, clientId, user, scope, issuedAt, lifetime);
    }

    private boolean isAllowedFrom(String address) {
        return app.loginIpRanges().isEmpty() || app.loginIpRanges().stream().anyMatch(range -> range.contains(address));
    }

    private static void require(boolean condition, OAuthError otherwise) throws OAuthException {
        if (!condition) {
            throw new OAuthException(otherwise);
        }
    }
}
