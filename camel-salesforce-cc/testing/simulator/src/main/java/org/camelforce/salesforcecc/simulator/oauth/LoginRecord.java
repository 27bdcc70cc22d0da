package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Instant;

/**
 * A row of the login history (Object Reference, "LoginHistory").
 *
 * @param time when
 * @param userId 18-character id of the user
 * @param username the user's name
 * @param subtype {@code OauthClientCredentials}
 * @param status {@code Success}, or the reason why the login failed
 */
public record LoginRecord(Instant time, String userId, String username, String subtype, String status) {

    /** Subtype of a login by the client credentials flow. */
    public static final String CLIENT_CREDENTIALS = "OauthClientCredentials";

    /** Status of a login that succeeded. */
    public static final String SUCCESS = "Success";
}
