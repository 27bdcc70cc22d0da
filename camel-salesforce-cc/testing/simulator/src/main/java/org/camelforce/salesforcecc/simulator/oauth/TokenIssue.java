package org.camelforce.salesforcecc.simulator.oauth;

/**
 * What a further login by the same app and user does to the session that is there. Salesforce does not document this
 * for client credentials, and reports differ, so a client has to cope with each.
 */
public enum TokenIssue {
    /** The same token again for as long as its session lives; the login counts as use of it. */
    SAME_WHILE_LIVE,
    /** A new token each time; older ones stay valid until they time out. */
    FRESH_EACH_TIME,
    /** A new token each time, which ends the older sessions of the same app and user. */
    FRESH_ENDS_OLDER
}
