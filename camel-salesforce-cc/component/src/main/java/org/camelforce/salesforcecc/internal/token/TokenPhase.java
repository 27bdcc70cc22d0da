package org.camelforce.salesforcecc.internal.token;

/** Where a token's manager stands, for the eye: the drawing in the architecture page shows the moves between them. */
enum TokenPhase {
    /** There is no token, and no login is under way. */
    NO_TOKEN,
    /** There is no token, and a login is under way. */
    LOGGING_IN,
    /** The token works, as far as is known. */
    IN_USE,
    /** The token works, as far as is known, and a login is under way. */
    RENEWING,
    /** Salesforce has rejected the token, and no login may be made at the moment. */
    REJECTED,
    /** Salesforce has rejected the token, and a login is under way. */
    REPLACING,
    /** The manager has ended. */
    CLOSED
}
