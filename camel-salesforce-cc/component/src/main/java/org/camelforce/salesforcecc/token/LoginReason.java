package org.camelforce.salesforcecc.token;

/** Why a login is made. */
public enum LoginReason {
    /** There is no token yet. */
    FIRST,
    /** Salesforce refused the token. */
    REJECTED,
    /** The token is about to expire. */
    EXPIRING,
    /** Somebody who operates the integration has asked for it. */
    ORDERED,
    /** Salesforce said {@code URL_NOT_RESET}: the org has another address now. */
    RELOCATED
}
