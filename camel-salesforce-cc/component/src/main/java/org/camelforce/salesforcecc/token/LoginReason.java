package org.camelforce.salesforcecc.token;

/** Why a login is made. */
public enum LoginReason {
    /** There is no token yet. */
    INITIAL,
    /** Salesforce rejected the token. */
    REJECTED,
    /** The token is about to expire. */
    EXPIRING,
    /** An operator requested it. */
    MANUAL,
    /** Salesforce said {@code URL_NOT_RESET}: the org has another address now. */
    RELOCATED
}
