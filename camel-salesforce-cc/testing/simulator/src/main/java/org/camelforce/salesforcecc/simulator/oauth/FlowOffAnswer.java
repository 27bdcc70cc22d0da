package org.camelforce.salesforcecc.simulator.oauth;

/** How the token endpoint refuses when the client credentials flow is switched off; reports differ. */
public enum FlowOffAnswer {
    /** {@code invalid_grant}, "client credentials flow not enabled". */
    INVALID_GRANT(OAuthError.FLOW_NOT_ENABLED),
    /** {@code unsupported_grant_type}, "grant type not supported". */
    UNSUPPORTED_GRANT_TYPE(OAuthError.UNSUPPORTED_GRANT_TYPE);

    private final OAuthError error;

    FlowOffAnswer(OAuthError error) {
        this.error = error;
    }

    OAuthError error() {
        return error;
    }
}
