package org.camelforce.salesforcecc.token;

/** Where the expiry of a token is known from, the most reliable first. */
public enum ExpirySource {
    /** {@code expires_in} of the token response (RFC 6749, section 5.1); Salesforce does not send it. */
    TOKEN_RESPONSE,
    /** The claim {@code exp} of a JWT access token (RFC 7519, section 4.1.4). */
    JWT,
    /** {@code exp} of token introspection (RFC 7662, section 2.2); moves while the session is used. */
    INTROSPECTION,
    /** The option {@code assumedTokenLifetime}. */
    ASSUMED,
    /** Nowhere: only a rejected token tells. */
    UNKNOWN
}
