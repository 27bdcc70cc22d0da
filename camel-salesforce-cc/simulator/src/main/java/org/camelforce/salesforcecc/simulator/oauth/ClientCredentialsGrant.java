package org.camelforce.salesforcecc.simulator.oauth;

import jakarta.servlet.http.HttpServletRequest;

/** Decides about a login by the client credentials flow. */
final class ClientCredentialsGrant {

    private final Org org;
    private final ConnectedApp app;
    private final Sessions sessions;
    private final LoginHistory history;
    private final OAuthError flowOff;

    ClientCredentialsGrant(Org org, ConnectedApp app, Sessions sessions, LoginHistory history, OAuthError flowOff) {
        this.org = org;
        this.app = app;
        this.sessions = sessions;
        this.history = history;
        this.flowOff = flowOff;
    }

    /** Opens a session for an app that has proved who it is. */
    SessionDetails login(ConsumerDetails consumer, HttpServletRequest request) throws OAuthRefusal {
        require(org.isActive(), OAuthError.INACTIVE_ORG);
        require(app.isInstalled(), OAuthError.APP_NOT_FOUND);
        require(!app.isBlocked(), OAuthError.APP_BLOCKED);
        require(app.isClientCredentialsEnabled(), flowOff);
        User user =
                app.runAsUsername().flatMap(org::user).orElseThrow(() -> new OAuthRefusal(OAuthError.NO_RUN_AS_USER));
        try {
            return login(consumer, user, request);
        } catch (OAuthRefusal refusal) {
            history.recordFailure(user, "Failed: " + refusal.error().description());
            throw refusal;
        }
    }

    private SessionDetails login(ConsumerDetails consumer, User user, HttpServletRequest request) throws OAuthRefusal {
        require(user.isActive(), OAuthError.INACTIVE_USER);
        require(app.isAdminApproved(), OAuthError.NOT_ADMIN_APPROVED);
        String scope = app.grantableScope();
        require(!scope.isEmpty(), OAuthError.NO_VALID_SCOPES);
        require(isAllowedFrom(request.getRemoteAddr()), OAuthError.IP_RESTRICTED);
        require(history.tryLogin(user), OAuthError.LOGIN_RATE_EXCEEDED);
        return sessions.open(consumer.key(), user, scope, app.sessionTimeout())
                .orElseThrow(() -> new OAuthRefusal(OAuthError.INACTIVE_USER));
    }

    private boolean isAllowedFrom(String address) {
        return app.loginIpRanges().isEmpty() || app.loginIpRanges().stream().anyMatch(range -> range.contains(address));
    }

    private static void require(boolean condition, OAuthError otherwise) throws OAuthRefusal {
        if (!condition) {
            throw new OAuthRefusal(otherwise);
        }
    }
}
