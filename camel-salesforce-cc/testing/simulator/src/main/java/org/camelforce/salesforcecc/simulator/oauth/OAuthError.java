package org.camelforce.salesforcecc.simulator.oauth;

/**
 * An error response of an OAuth endpoint: {@code {"error":"...","error_description":"..."}}. The constants carry the
 * texts that were captured from Salesforce; where only the code is known, the description is ours and says so below.
 *
 * @param status HTTP status, 400 for practically everything
 * @param error the {@code error} field
 * @param description the {@code error_description} field
 */
public record OAuthError(int status, String error, String description) {

    private static final String INVALID_GRANT = "invalid_grant";
    private static final String INVALID_REQUEST = "invalid_request";

    /** Unknown consumer key. */
    public static final OAuthError INVALID_CLIENT_ID = of("invalid_client_id", "client identifier invalid");
    /** Wrong consumer secret. */
    public static final OAuthError INVALID_CLIENT = of("invalid_client", "invalid client credentials");
    /** The app has no Run As user, or it is not a username of this org. */
    public static final OAuthError NO_RUN_AS_USER = of(INVALID_GRANT, "no client credentials user enabled");
    /** The request went to a generic login host instead of the org's My Domain. */
    public static final OAuthError WRONG_DOMAIN = of(INVALID_GRANT, "request not supported on this domain");
    /** None of the app's scopes is usable in this flow. */
    public static final OAuthError NO_VALID_SCOPES = of(INVALID_GRANT, "no valid scopes defined");
    /** The flow is switched off in the app; the exact text is not known. */
    public static final OAuthError FLOW_NOT_ENABLED = of(INVALID_GRANT, "client credentials flow not enabled");
    /** Missing or unknown grant type, or a body that is not a form. */
    public static final OAuthError UNSUPPORTED_GRANT_TYPE = of("unsupported_grant_type", "grant type not supported");
    /** A {@code scope} parameter was sent. */
    public static final OAuthError SCOPE_NOT_SUPPORTED = of(INVALID_REQUEST, "scope parameter not supported");
    /** Another method than POST; the exact text is not confirmed. */
    public static final OAuthError MUST_USE_POST = of(INVALID_REQUEST, "must use HTTP POST");
    /** The login came from outside the allowed IP ranges. */
    public static final OAuthError IP_RESTRICTED = of(INVALID_GRANT, "ip restricted");
    /** The Run As user is deactivated. */
    public static final OAuthError INACTIVE_USER = of(INVALID_GRANT, "inactive user");
    /** The org is inactive; the description is ours. */
    public static final OAuthError INACTIVE_ORG = of("inactive_org", "inactive organization");
    /** Only admin approved users may use the app, and the Run As user is not one. */
    public static final OAuthError NOT_ADMIN_APPROVED =
            of("invalid_app_access", "user is not admin approved to access this app");
    /** The same family as {@link #NOT_ADMIN_APPROVED}, seen in other set-ups. */
    public static final OAuthError NOT_APPROVED_BY_USER = of(INVALID_GRANT, "user hasn't approved this consumer");
    /** A failure without a published cause. */
    public static final OAuthError AUTHENTICATION_FAILURE = of(INVALID_GRANT, "authentication failure");
    /** More than 3,600 logins of the user within an hour. */
    public static final OAuthError LOGIN_RATE_EXCEEDED = of(INVALID_GRANT, "login rate exceeded");
    /** The app is not installed in the org. */
    public static final OAuthError APP_NOT_FOUND =
            of("app_not_found", "External client app is not installed in this org");
    /** An administrator has blocked the app. */
    public static final OAuthError APP_BLOCKED = of("OAUTH_APP_BLOCKED", "this app is blocked by admin");
    /** A transient fault of the server. */
    public static final OAuthError UNKNOWN_ERROR = of("unknown_error", "retry your request");
    /** A concurrent request; transient. */
    public static final OAuthError ALREADY_PROCESSED = of(INVALID_GRANT, "token request is already being processed");
    /** The token to revoke is unknown, expired or ended (Salesforce Help, "Revoke OAuth Tokens"). */
    public static final OAuthError INVALID_TOKEN = of("invalid_token", "token was invalid");
    /** The type of token to revoke is unknown (Salesforce Help, "Revoke OAuth Tokens"). */
    public static final OAuthError UNSUPPORTED_TOKEN_TYPE = of("unsupported_token_type", "token type not supported");

    private static OAuthError of(String error, String description) {
        return new OAuthError(400, error, description);
    }
}
