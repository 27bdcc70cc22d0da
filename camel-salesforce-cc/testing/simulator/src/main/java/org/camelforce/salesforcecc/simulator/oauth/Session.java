package org.camelforce.salesforcecc.simulator.oauth;

/**
 * A session of the org as the other endpoints see it.
 *
 * @param token its access token
 * @param userId 18-character id of the user it acts as
 * @param username the user's name
 * @param orgId 18-character id of the org
 * @param clientId consumer key of the app that opened it
 */
public record Session(String token, String userId, String username, String orgId, String clientId) {

    /** Names the session without its token. */
    @Override
    public String toString() {
        return "Session[userId=" + userId + ", orgId=" + orgId + "]";
    }
}
