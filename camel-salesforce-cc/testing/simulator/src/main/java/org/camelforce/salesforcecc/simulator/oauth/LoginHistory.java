package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Instant;
import java.util.List;

/**
 * Who logged in, and whether one more login is within the limit of 3,600 per user and rolling hour. Keeps the latest
 * 100,000 rows. Safe for use by several threads.
 */
public interface LoginHistory {

    /** @return every kept row, oldest first */
    List<Row> rows();

    /** @return how many logins a user has per rolling hour */
    int loginsPerHour();

    /**
     * @param loginsPerHour how many logins a user has per rolling hour
     * @throws IllegalArgumentException if it is negative
     */
    void setLoginsPerHour(int loginsPerHour);

    /**
     * A row of the login history (Object Reference, "LoginHistory").
     *
     * @param time when
     * @param userId 18-character id of the user
     * @param username the user's name
     * @param subtype {@code OauthClientCredentials}
     * @param status {@code Success}, or the reason why the login failed
     */
    record Row(Instant time, String userId, String username, String subtype, String status) {

        /** Subtype of a login by the client credentials flow. */
        public static final String CLIENT_CREDENTIALS = "OauthClientCredentials";

        /** Status of a login that succeeded. */
        public static final String SUCCESS = "Success";
    }
}
