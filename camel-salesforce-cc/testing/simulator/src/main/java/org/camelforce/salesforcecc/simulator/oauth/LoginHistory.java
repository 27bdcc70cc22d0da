package org.camelforce.salesforcecc.simulator.oauth;

import java.util.List;

/**
 * Who logged in, and whether one more login is within the limit of 3,600 per user and rolling hour. Keeps the latest
 * 100,000 rows. Safe for use by several threads.
 */
public interface LoginHistory {

    /** @return every kept row, oldest first */
    List<LoginRecord> rows();

    /** @return how many logins a user has per rolling hour */
    int loginsPerHour();

    /**
     * @param loginsPerHour how many logins a user has per rolling hour
     * @throws IllegalArgumentException if it is negative
     */
    void setLoginsPerHour(int loginsPerHour);
}
